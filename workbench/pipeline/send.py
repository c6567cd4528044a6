"""What waits in the outbox, on its way: claimed, sent, counted, written down.

While Label Studio works on a request, the next one is made ready and the last one written down. There is
never more than one on its way: of several at once, a Label Studio on SQLite loses suggestions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread

from workbench.exceptions import LabelStudioRefused, LabelStudioUnavailable
from workbench.labelstudio import tasks
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.pace import MOST, Pace
from workbench.labelstudio.predictions import Json
from workbench.pipeline.bodies import task_bodies
from workbench.pipeline.exchange import Exchange
from workbench.pipeline.settle import settle
from workbench.store import outbox, showing
from workbench.store.events import all_events

There = dict[str, tasks.There]
Failure = LabelStudioUnavailable | LabelStudioRefused


@dataclass(frozen=True, slots=True)
class Batch:
    """Sound tasks by sentence, and what they were made of; claimed where they are on their way."""

    bodies: list[TaskBody]
    tasks: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Request:
    """A batch on its way. `answer`: what is there of it now, and how many seconds that took."""

    batch: Batch
    answer: Future[tuple[There, float]] = field(default_factory=Future)


def send(exchange: Exchange, progress: Callable[[int, int], None]) -> int:
    """How many sentences were brought there. Requests are as large as the server takes in two seconds."""
    with exchange.at() as (session, row):
        versions = showing.waiting(session, row)
        known, highest = outbox.known_tasks(session, row.id)
    total = sum(count for _, count in versions)
    if not total:
        return 0
    maybe_there = tasks.anything_unknown(exchange.client, exchange.number, known, highest)
    pace, pushed, done = Pace(), 0, 0
    request: Request | None = None
    for batch in _batches(exchange, versions, pace):
        there = {} if request is None else _end(exchange, request, pace)
        before, request = request, _begin(exchange, batch, maybe_there)
        if before is not None:
            _write_down(exchange, before.batch.bodies, there)
            pushed, done = pushed + len(there), done + len(before.batch.bodies)
            progress(done, total)
    if request is not None:
        there = _end(exchange, request, pace)
        _write_down(exchange, request.batch.bodies, there)
        pushed += len(there)
    progress(total, total)
    return pushed


def _batches(exchange: Exchange, versions: list[tuple[str, int]], pace: Pace) -> Iterator[Batch]:
    some: list[TaskBody] = []
    for body in _waiting(exchange, versions):
        some.append(body)
        if len(some) >= pace.size:
            yield Batch(some, exchange.prepare(some))
            some = []
    if some:
        yield Batch(some, exchange.prepare(some))


def _waiting(exchange: Exchange, versions: list[tuple[str, int]]) -> Iterator[TaskBody]:
    """Read in portions of about one large request: memory does not grow with the project."""
    with exchange.at() as (session, _):
        events = list(all_events(session).values())
    some: list[str] = []
    count = 0
    for place, (version_id, waiting) in enumerate(versions, start=1):
        some.append(version_id)
        count += waiting
        if count >= MOST or place == len(versions):
            with exchange.at() as (session, row):
                found = [body for one in some for body in task_bodies(session, row, one, events, there=False)]
            yield from found
            some, count = [], 0


def _begin(exchange: Exchange, batch: Batch, maybe_there: bool) -> Request:
    """Claims the batch and sends it, in a thread that does not keep the program from ending."""
    request = Request(Batch(batch.bodies, exchange.claim(batch.tasks)))

    def run() -> None:
        try:
            request.answer.set_result(_sent(exchange, request.batch.tasks, maybe_there))
        except BaseException as error:  # it is raised where the answer is asked for
            request.answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    return request


def _sent(exchange: Exchange, wanted: dict[str, Json], maybe_there: bool) -> tuple[There, float]:
    if not wanted:
        return {}, 0.0
    began = time.monotonic()
    there = tasks.deliver(exchange.client, exchange.number, wanted, maybe_there=maybe_there)
    return there, time.monotonic() - began


def _end(exchange: Exchange, request: Request, pace: Pace) -> There:
    """What is there of the batch; where the request failed, it was sent again in halves."""
    try:
        there, seconds = request.answer.result()
    except (LabelStudioUnavailable, LabelStudioRefused) as error:
        return _in_halves(exchange, request.batch.tasks, error, pace)
    if there:
        pace.took(len(there), seconds)
    return there


def _in_halves(
    exchange: Exchange,
    failed: dict[str, Json],
    error: Failure,
    pace: Pace,
) -> There:
    """Raises the error where another try makes no sense. A task that alone is not taken is set aside."""
    there: There = {}
    parts = _after(exchange, failed, error, pace)
    while parts:
        part = exchange.claim(parts.pop())
        try:
            arrived, seconds = _sent(exchange, part, maybe_there=True)
        except (LabelStudioUnavailable, LabelStudioRefused) as again:
            parts += _after(exchange, part, again, pace)
        else:
            there |= arrived
            if arrived:
                pace.took(len(arrived), seconds)
    return there


def _after(
    exchange: Exchange,
    failed: dict[str, Json],
    error: Failure,
    pace: Pace,
) -> list[dict[str, Json]]:
    """What is to be tried instead of a request that failed."""
    if isinstance(error, LabelStudioRefused):
        exchange.release(list(failed))
        if error.status != 400:
            raise error
        if len(failed) == 1:
            with exchange.at() as (session, row):
                outbox.refuse(session, row, dict.fromkeys(failed, error.message))
            return []
    else:
        if error.unheard:
            exchange.release(list(failed))
        if not pace.failed() or (error.unheard and not error.wait):
            raise error
        time.sleep(error.wait)
        settle(exchange)
    ids = list(failed)
    middle = (len(ids) + 1) // 2
    halves = ids[middle:], ids[:middle]
    return [{one: failed[one] for one in half} for half in halves if half]


def _write_down(exchange: Exchange, bodies: list[TaskBody], there: There) -> None:
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
