"""From what was pulled to how far annotators agree, and to the findings where they do not."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline.annotated import TEXTS, answer, fill, said
from workbench.core.finding import FindingClass
from workbench.core.pseudonym import KEY_BYTES, pseudonym
from workbench.exceptions import NotFound
from workbench.pipeline import agreement as agreement_module
from workbench.pipeline.agreement import Agreements, agreement
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.normalise import normalise
from workbench.store.annotations import keep_tasks
from workbench.store.discrepancies import list_discrepancies
from workbench.store.rows import AnnotationRow, ClaimRow, SentenceRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
KEY = b"k" * KEY_BYTES
SEVEN, EIGHT = pseudonym(KEY, "7"), pseudonym(KEY, "8")


def test_agreement_of_a_project(session: Session) -> None:
    project = fill(session, VOCABULARY)
    found = agreement(session, VOCABULARY, project.id, key=KEY)
    told = found.report
    assert (found.title, told.sentences, set(told.annotators)) == ("Numeric claims", 3, {SEVEN, EIGHT})
    # Units: killed killed, injured killed, killed nothing.
    assert told.everything.labels.raw == pytest.approx(1 / 3)
    assert told.everything.f1_exact == pytest.approx(2 / 5)
    assert told.answers.raw == pytest.approx(2 / 3)
    assert told.left_out["skipped annotations"] == 1
    assert [found.texts[entry.sentence] for entry in told.differing] == [TEXTS[2], TEXTS[1]]


def test_the_values_are_those_that_were_read_from_the_words(session: Session) -> None:
    project = fill(session, VOCABULARY)
    values = agreement(session, VOCABULARY, project.id, key=KEY).report.measures["killed"].values
    assert values.why == "All said 40 in every unit: without another value there is no chance to exceed."


def test_an_annotation_of_nobody_known_is_a_voice_of_its_own(session: Session) -> None:
    project = fill(session, VOCABULARY)
    for row in session.scalars(select(AnnotationRow).where(AnnotationRow.annotator == "8")):
        row.annotator = None
    names = set(agreement(session, VOCABULARY, project.id, key=KEY).report.annotators)
    assert SEVEN in names
    assert len(names) == 4, "three annotations of nobody"
    assert all(name == SEVEN or name.startswith("unnamed ") for name in names)


def test_it_is_worked_out_once_and_again_when_what_it_rests_on_changes(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fill(session, VOCABULARY)
    kept = Agreements()
    first = kept.of(session, VOCABULARY, project.id, key=KEY)
    assert first == agreement(session, VOCABULARY, project.id, key=KEY)
    assert kept.of(session, VOCABULARY, project.id, key=KEY) is first
    assert kept.of(session, VOCABULARY, project.id, key=KEY, seed=5) is not first
    row = session.scalars(select(AnnotationRow).where(AnnotationRow.answer == "no_claim")).one()
    row.deleted_at = NOON
    session.flush()
    second = kept.of(session, VOCABULARY, project.id, key=KEY)
    assert second.report.sentences == 2
    row.deleted_at = None
    session.flush()
    assert kept.of(session, VOCABULARY, project.id, key=KEY) is first, "as it was"
    monkeypatch.setattr(agreement_module, "MOST_KEPT", 1)
    kept.of(session, VOCABULARY, project.id, key=KEY, seed=6)
    assert kept.of(session, VOCABULARY, project.id, key=KEY) is not first, "only the last ones are kept"


def test_a_value_that_is_read_otherwise_counts_at_once(session: Session) -> None:
    project = fill(session, VOCABULARY)
    kept = Agreements()
    before = kept.of(session, VOCABULARY, project.id, key=KEY)
    claim = session.scalars(select(ClaimRow).where(ClaimRow.value == 40).order_by(ClaimRow.id)).first()
    assert claim is not None
    claim.value = 44
    session.flush()
    assert kept.of(session, VOCABULARY, project.id, key=KEY).report != before.report


def test_an_unknown_project(session: Session) -> None:
    with pytest.raises(NotFound):
        agreement(session, VOCABULARY, 5, key=KEY)


def disagreements(session: Session) -> list[str]:
    crosscheck(session, VOCABULARY, now=NOON)
    found, _ = list_discrepancies(session)
    return sorted(
        entry.finding.message for entry in found if entry.finding.cls is FindingClass.ANNOTATOR_DISAGREEMENT
    )


def test_sentences_that_annotators_read_differently_become_findings(session: Session) -> None:
    fill(session, VOCABULARY)
    other, silent = disagreements(session)
    assert "“12” killed" in other
    assert "“12” injured" in other
    assert silent.endswith("read different claims: one “9” killed and another none.")


def test_who_says_no_claim_later_makes_a_finding_without_a_full_check(session: Session) -> None:
    project = fill(session, VOCABULARY)
    third = session.scalars(select(SentenceRow.id).where(SentenceRow.text == TEXTS[2])).one()
    reader = answer(6, third, "7", said(TEXTS[2], "9", "killed"))
    silent = answer(7, third, "8", answer="no_claim")
    assert len(disagreements(session)) == 2
    keep_tasks(session, project, [(3, third, [reader])], now=NOON)
    normalise(session, VOCABULARY)
    assert len(disagreements(session)) == 1, "of those who are left, nobody differs in the last sentence"
    keep_tasks(session, project, [(3, third, [reader, silent])], now=NOON)
    normalise(session, VOCABULARY)
    assert len(disagreements(session)) == 2
    assert crosscheck(session, VOCABULARY, now=NOON, full=True).came == 0
