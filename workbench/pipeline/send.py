"""What waits in the outbox, on its way: claimed, sent, counted, written down."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from workbench.exceptions import LabelStudioRefused, LabelStudioUnavailable
from workbench.labelstudio import tasks
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.pace import Pace
from workbench.pipeline.bodies import task_bodies
from workbench.pipeline.exchange import Exchange
from workbench.pipeline.settle import settle
from workbench.store import outbox, showing


def send(exchange: Exchange, progress: Callable[[int, int], None]) -> int:
    """How many sentences were brought there. Requests are as large as the server takes them in a second."""
    with exchange.at() as (session, row):
        versions = showing.waiting(session, row)
        known, highest = outbox.known_tasks(session, row.id)
    total = sum(count for _, count in versions)
    if not total:
        return 0
    maybe_there = tasks.anything_unknown(exchange.client, exchange.number, known, highest)
    pace, pushed, done = Pace(), 0, 0
    some: list[TaskBody] = []
    for body in _waiting(exchange, [version_id for version_id, _ in versions]):
        some.append(body)
        if len(some) >= pace.size:
            pushed += _deliver(exchange, some, pace, maybe_there)
            done += len(some)
            progress(done, total)
            some = []
    if some:
        pushed += _deliver(exchange, some, pace, maybe_there)
        progress(total, total)
    return pushed


def _waiting(exchange: Exchange, versions: list[str]) -> Iterator[TaskBody]:
    for version_id in versions:
        with exchange.at() as (session, row):
            found = list(task_bodies(session, row, version_id, there=False))
        yield from found


def _deliver(exchange: Exchange, bodies: list[TaskBody], pace: Pace, maybe_there: bool) -> int:
    """Sends these, where a request fails in halves; how many are there now."""
    parts, pushed = [bodies], 0
    while parts:
        part = parts.pop()
        sent = exchange.claim(part)
        if not sent:
            continue
        half = (len(part) + 1) // 2
        halves = [piece for piece in (part[half:], part[:half]) if piece]
        began = time.monotonic()
        try:
            there = tasks.deliver(exchange.client, exchange.number, sent, maybe_there=maybe_there)
        except LabelStudioUnavailable as error:
            if error.unheard:
                exchange.release(list(sent))
            if not pace.failed() or (error.unheard and not error.wait):
                raise
            time.sleep(error.wait)
            settle(exchange)
            maybe_there = True
            parts += halves
        except LabelStudioRefused as error:
            exchange.release(list(sent))
            if error.status != 400:
                raise
            if len(sent) > 1:
                parts += halves
            else:
                with exchange.at() as (session, row):
                    outbox.refuse(session, row, dict.fromkeys(sent, error.message))
        else:
            _write_down(exchange, part, there)
            pushed += len(there)
            pace.took(len(sent), time.monotonic() - began)
    return pushed


def _write_down(exchange: Exchange, bodies: list[TaskBody], there: dict[str, tasks.There]) -> None:
    now = exchange.now()
    rows = []
    for body in bodies:
        task = there.get(body.sentence_id)
        if task is not None:
            row = {
                "sentence_id": body.sentence_id,
                "number": task.task_id,
                "pushed_at": now,
                "claimed_at": None,
            }
            # What a task shows that was there before is not known: the next step looks.
            shown = {"version_id": body.version, "model_version": body.model_version, "told": body.note}
            rows.append(row | (shown if task.fresh else dict.fromkeys(("version_id", "model_version"))))
    with exchange.at() as (session, row_of_project):
        outbox.mark_there(session, row_of_project, rows)
