"""How far the work has come, from articles to decisions, and what each source's word was worth."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench.core.case import State
from workbench.core.finding import FindingClass
from workbench.pipeline.sources import MOST_DECISIONS, MOST_SOURCES, sources
from workbench.store.queue import Filters, count_queue
from workbench.store.releases import last_number
from workbench.store.search import flow

from ..bench import bench
from . import words

BUSIEST = 5  # sources of a kind
NEWEST = 100  # decisions that their words are held against

blueprint = Blueprint("overview", __name__)


@blueprint.get("/overview")
def index() -> str:
    here = bench()
    with here.session() as session:
        stations = flow(session)
        counts = count_queue(session, Filters())
        apart = count_queue(session, Filters(cls=FindingClass.ANNOTATOR_DISAGREEMENT))
        releases = last_number(session)
        spoken = sources(session, here.vocabulary, most=BUSIEST, decided=NEWEST)
    states = {state: sum(count for (found, _), count in counts.items() if found is state) for state in State}
    steps = (
        ("Articles", stations.articles, "workbench ingest FOLDER", "finder.articles"),
        ("Sentences", stations.sentences, "", None),
        ("Sent to Label Studio", stations.tasks, "workbench push", None),
        ("Labelled", stations.annotated, "workbench pull", None),
        ("Claims", stations.claims, "workbench normalise", "finder.claims"),
        ("Reference counts", stations.counts, "", None),
        ("Discrepancies and notes", stations.discrepancies, "workbench crosscheck", "queue.index"),
        ("Decided", stations.decisions, "", None),
        ("Releases", releases, "workbench release create", "releases_pages.index"),
    )
    return render_template(
        "review/overview.html",
        steps=steps,
        todo=sum(count for state, count in states.items() if state.todo),
        apart=sum(count for (state, _), count in apart.items() if state.todo),
        sources=spoken,
        newest=NEWEST,
        states=[(state, words.STATE_NAMES[state], count) for state, count in states.items() if count],
    )


@blueprint.get("/sources")
def by_source() -> str:
    here = bench()
    with here.session() as session:
        found = sources(session, here.vocabulary)
    return render_template(
        "review/sources.html", sources=found, most_decisions=MOST_DECISIONS, most_sources=MOST_SOURCES
    )
