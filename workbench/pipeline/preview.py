"""Each label config as an annotator meets it, on sentences of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from workbench.core.article import Article, Sentence
from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio import opinion, preview, worth
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import NAME, load_config
from workbench.labelstudio.credentials import Credentials
from workbench.labelstudio.opinion import Quote, opinion_json
from workbench.labelstudio.predictions import task_json
from workbench.labelstudio.worth import worth_json
from workbench.languages import language_of
from workbench.text.suggest import SUGGESTER, suggest

TEXT = (
    "The Health Ministry said that at least 40 people, including 14 children, were killed in Khartoum on "
    "Monday, and about 70 rescue workers were injured in Omdurman."
)
EXAMPLE = Article("The Harbour Times", date(2026, 3, 4), TEXT, title="A night of fire on both banks")
BEFORE, AFTER = "Sirens were heard until midnight.", "The mayor asked for calm."
EVENTS = ("fighting-in-khartoum", "floods-on-the-nile")
MESSAGE = "Two origins give figures of the killed in Khartoum for one day that cannot both be so."
FIRST = Quote("Health Ministry, in The Harbour Times", "2026-03-02", TEXT, BEFORE, AFTER)
SECOND = Quote(
    "Red Crescent, in The Evening Post",
    "2026-03-02",
    "Twenty-six people were killed in Khartoum on Monday, the Red Crescent said.",
    "Volunteers worked through the night.",
)


def preview_configs(
    client: Client,
    credentials: Credentials,
    vocabulary: Vocabulary,
    folder: Path,
    *,
    label_configs: Path,
    chromium: str = "",
) -> list[Path]:
    """Writes a picture of each config with what is suggested in an example today; returns their paths."""
    body = example(vocabulary)
    tasks = (
        (NAME, task_json(body, vocabulary)),
        (worth.NAME, worth_json(body)),
        (opinion.NAME, opinion_json("example", MESSAGE, FIRST, SECOND)),
    )
    shown = [
        preview.Shown(name.removesuffix(".xml"), load_config(label_configs / name), task, name == NAME)
        for name, task in tasks
    ]
    return preview.preview(client, credentials, shown, folder, chromium=chromium)


def example(vocabulary: Vocabulary) -> TaskBody:
    """The example sentence with what is suggested in it."""
    suggestions = suggest(
        TEXT,
        [Sentence(0, len(TEXT), TEXT)],
        language=language_of(EXAMPLE.language),
        vocabulary=vocabulary,
        published_at=EXAMPLE.published_at,
        title=EXAMPLE.title,
        event=None,
    )
    return TaskBody(
        sentence_id="example",
        text=TEXT,
        outlet=EXAMPLE.outlet,
        published_at=EXAMPLE.published_at,
        model_version=SUGGESTER,
        title=EXAMPLE.title,
        before=BEFORE,
        after=AFTER,
        event=EVENTS[0],
        events=EVENTS,
        suggestions=tuple(suggestions),
    )
