"""The Label Studio project that sentences are labelled in."""

from __future__ import annotations

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import check_config
from workbench.labelstudio.project import find_or_create
from workbench.store.projects import keep_project
from workbench.store.rows import ProjectRow

TITLE = "Numeric claims"


def open_project(
    session: Session, client: Client, *, server: str, xml: str, vocabulary: Vocabulary, title: str = TITLE
) -> tuple[ProjectRow, str]:
    """The project with this title, made where there is none, and the address at which a person labels.

    Raises InvalidData where the label config lacks a measure or a control, before anything is made.
    """
    check_config(xml, vocabulary)
    project = find_or_create(client, title, xml)
    return keep_project(session, server, project.id, title), project.url
