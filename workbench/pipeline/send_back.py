"""Back to the annotators: sentences that a reviewer calls wrongly labelled, with the reviewer's note.

They are copied into a project of their own, so that what was answered before stays. What is answered there is
ground truth: somebody looked twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.client import Client
from workbench.pipeline.project import open_project
from workbench.pipeline.push import push
from workbench.store import outbox
from workbench.store.projects import CORRECTIONS
from workbench.store.returned import Returned, returned_sentences
from workbench.store.session import Work


@dataclass(frozen=True, slots=True)
class SentBack:
    """How many sentences were brought to the project, and where a person labels them."""

    sentences: int
    url: str


def send_back(
    work: Work, client: Client, vocabulary: Vocabulary, *, server: str, xml: str, now: datetime
) -> SentBack | None:
    """Brings every sentence with a live decision "annotation error" to the project of corrections, once.

    A later note on the same sentence replaces the earlier one. None where nothing was ever sent back.
    """
    with work() as session:
        wanted = returned_sentences(session)
        if not wanted:
            return None
        row, url = open_project(
            session, client, server=server, xml=xml, vocabulary=vocabulary, title=CORRECTIONS
        )
        outbox.want(session, row, {entry.sentence: note(entry) for entry in wanted})
    done = push(work, client, row.id, vocabulary, now=now, fill=False)
    return SentBack(done.pushed, url)


def note(entry: Returned) -> str:
    """What the annotator reads on top of the task."""
    figures = ", ".join(entry.figures)
    asked = f"{entry.reviewer} asks you to look again at {figures}"
    return f"{asked}: {entry.note}" if entry.note else f"{asked}."
