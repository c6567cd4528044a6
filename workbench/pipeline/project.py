"""The Label Studio project that sentences are labelled in."""

from __future__ import annotations

from sqlalchemy.orm import Session

from workbench.core.project import Terms
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import check_config
from workbench.labelstudio.project import find_or_create
from workbench.labelstudio.worth import check_worth_config
from workbench.store.events import all_events
from workbench.store.projects import keep_project
from workbench.store.rows import ProjectRow

TITLE = "Numeric claims"
WORTH_TITLE = "Check-worthiness"


def open_project(
    session: Session,
    client: Client,
    *,
    server: str,
    xml: str,
    vocabulary: Vocabulary,
    title: str = TITLE,
    terms: Terms | None = None,
) -> tuple[ProjectRow, str]:
    """The project with this title, made on these terms where there is none, and the address at which a person
    labels.

    Raises InvalidData where the label config lacks a measure or a control, or the event of its rule is not
    known, before anything is made; Conflict where the project is there with another rule.
    """
    if not check_worth_config(xml):
        check_config(xml, vocabulary)
    rule = None if terms is None else terms.rule
    if rule is not None and rule.event is not None and rule.event not in all_events(session):
        raise InvalidData(f"unknown event {rule.event!r}", fields={"event": ["unknown"]})
    project = find_or_create(client, title, xml, terms or Terms())
    return keep_project(session, server, project.id, title, rule), project.url
