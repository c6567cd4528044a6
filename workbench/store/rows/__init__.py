"""The tables, by noun. Whoever needs one imports it from here, so that all of them are known."""

from workbench.store.rows.accounts import AccountRow, TokenRow
from workbench.store.rows.articles import (
    ArticleRow,
    EventRow,
    ReferenceCountRow,
    SentenceRow,
    VersionRow,
    VersionSentenceRow,
    WithdrawalRow,
)
from workbench.store.rows.base import Id, Moment, Row
from workbench.store.rows.checked import DerivedRow, FiledRow, SeriesRow, TouchedRow, UnreadRow
from workbench.store.rows.claims import ClaimRow, UnreadableRow
from workbench.store.rows.labelling import AnnotationRow, AnnotationVersionRow, HintRow, ProjectRow, TaskRow
from workbench.store.rows.origins import EdgeRulingRow, OriginEdgeRow
from workbench.store.rows.releases import ReleasedClaimRow, ReleaseRow
from workbench.store.rows.review import (
    AssignmentRow,
    DecisionRow,
    DiscrepancyClaimRow,
    DiscrepancyRow,
    VoiceRow,
)
from workbench.store.rows.settings import SettingRow

__all__ = [
    "AccountRow",
    "AnnotationRow",
    "AnnotationVersionRow",
    "ArticleRow",
    "AssignmentRow",
    "ClaimRow",
    "DecisionRow",
    "DerivedRow",
    "DiscrepancyClaimRow",
    "DiscrepancyRow",
    "EdgeRulingRow",
    "EventRow",
    "FiledRow",
    "HintRow",
    "Id",
    "Moment",
    "OriginEdgeRow",
    "ProjectRow",
    "ReferenceCountRow",
    "ReleaseRow",
    "ReleasedClaimRow",
    "Row",
    "SentenceRow",
    "SeriesRow",
    "SettingRow",
    "TaskRow",
    "TokenRow",
    "TouchedRow",
    "UnreadRow",
    "UnreadableRow",
    "VersionRow",
    "VersionSentenceRow",
    "VoiceRow",
    "WithdrawalRow",
]
