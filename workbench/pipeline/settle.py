"""What became of requests whose end nobody saw: of a process that was killed, or an answer that was lost."""

from __future__ import annotations

import time
from datetime import timedelta

from workbench.labelstudio import tasks
from workbench.pipeline.exchange import Exchange
from workbench.store import outbox, under_way

WATCH = timedelta(minutes=10)  # how long a request that was given up may still arrive


def settle(exchange: Exchange) -> None:
    """Waits until each such request has arrived, or can be given up.

    Whoever sends again at once what a killed process sent has it twice, because the server goes on with its
    work. What is given up is watched for a while: should it arrive all the same, the double is deleted.
    """
    while True:
        with exchange.at() as (session, row):
            claims = under_way.under_way(session, row)
        if not claims:
            return
        there = tasks.look_up(exchange.client, exchange.number, list(claims))
        now = exchange.now()
        new = [one for one, (number, _) in claims.items() if number is None and one in there]
        arrived = {one for one in new if there[one].predictions}
        waiting = [one for one, (_, claimed_at) in claims.items() if claimed_at and one not in arrived]
        patience = now - timedelta(seconds=tasks.SETTLE)
        late = {one for one in waiting if (claims[one][1] or now) <= patience}
        with exchange.at() as (session, row):
            outbox.mark_there(
                session,
                row,
                (
                    {"sentence_id": one, "number": there[one].task_id, "pushed_at": now, "claimed_at": None}
                    for one in new
                    if one in arrived or one in late  # of the late, the suggestions are lost
                ),
            )
            under_way.give_up(session, row, late, now + WATCH)
            under_way.end_watch(session, row, now)
        if len(late) == len(waiting):
            return
        time.sleep(min(1.0, tasks.SETTLE))
