"""Tasks that show something older: another suggester, another version of the article, another note."""

from __future__ import annotations

from workbench.labelstudio import refresh as server
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.listing import LONGEST_LIST
from workbench.pipeline.bodies import task_bodies
from workbench.pipeline.exchange import Exchange
from workbench.store import outbox, showing
from workbench.store.events import all_events


def refresh(exchange: Exchange) -> int:
    """How many tasks were brought up to date. Annotations on them stay as they are."""
    with exchange.at() as (session, row):
        versions = showing.stale(session, row)
        events = list(all_events(session).values()) if versions else []
    done = 0
    some: list[TaskBody] = []
    for version_id, _ in versions:
        with exchange.at() as (session, row):
            some += task_bodies(session, row, version_id, events, there=True)
        while len(some) >= LONGEST_LIST:
            done += _bring_up_to_date(exchange, some[:LONGEST_LIST])
            some = some[LONGEST_LIST:]
    return done + (_bring_up_to_date(exchange, some) if some else 0)


def _bring_up_to_date(exchange: Exchange, bodies: list[TaskBody]) -> int:
    wanted = exchange.claim(exchange.prepare(bodies))
    seen = server.see(exchange.client, exchange.number, list(wanted))
    there = {one: task for one, task in wanted.items() if one in seen.numbers}
    server.refresh(exchange.client, exchange.number, there, seen)
    now = exchange.now()
    with exchange.at() as (session, row):
        outbox.mark_there(
            session,
            row,
            (
                {
                    "sentence_id": body.sentence_id,
                    "number": seen.numbers[body.sentence_id],
                    "claimed_at": None,
                    "version_id": body.version,
                    "model_version": body.model_version,
                    "told": body.note,
                }
                for body in bodies
                if body.sentence_id in there
            ),
        )
        outbox.mark_gone(session, row, wanted.keys() - there.keys(), now)
    return len(there)


def mark_retired(exchange: Exchange) -> int:
    """Says so on tasks whose sentence is in no current version any more, or whose article was withdrawn; how
    many. None is ever deleted."""
    with exchange.at() as (session, row):
        retired = showing.retired(session, row)
    for note, tasks in retired.items():
        for first in range(0, len(tasks), LONGEST_LIST):
            some = tasks[first : first + LONGEST_LIST]
            told = server.tell(exchange.client, exchange.number, some, note)
            with exchange.at() as (session, row):
                outbox.mark_there(session, row, ({"sentence_id": one, "told": note} for one in told))
                outbox.mark_gone(session, row, set(some) - told, exchange.now())
    return sum(map(len, retired.values()))
