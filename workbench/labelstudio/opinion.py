"""A second opinion on a discrepancy: what discrepancy.xml shows of two quotes, and what may be answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workbench.labelstudio.client import ONCE, Client, translated
from workbench.labelstudio.listing import tasks
from workbench.labelstudio.predictions import Json

NAME = "discrepancy.xml"
OPINION, WHY = "opinion", "why"
WANTED = "id,data,annotations,result,was_cancelled"  # fields of a task and of its annotations


class Opinion(StrEnum):
    CONTRADICT = "contradict"
    AGREE = "agree"
    NOT_COMPARABLE = "not_comparable"
    MISREAD = "misread"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its neighbours, whose word it is, and the day that its figure speaks of."""

    source: str
    as_of: str
    text: str
    before: str = ""
    after: str = ""


def opinion_json(discrepancy: str, message: str, first: Quote, second: Quote) -> Json:
    """The task; it carries the id of the discrepancy, and no suggestion: a second opinion is one's own."""
    data = {"discrepancy": discrepancy, "message": message}
    for side, quote in (("first", first), ("second", second)):
        data |= {
            side: quote.text,
            f"{side}_source": quote.source,
            f"{side}_as_of": f"as of {quote.as_of}",
            f"{side}_before": quote.before,
            f"{side}_after": quote.after,
        }
    return {"data": data}


@dataclass(frozen=True, slots=True)
class Told:
    """What annotators answered about one discrepancy: how often each, and the words of those who said why."""

    discrepancy: str
    opinions: dict[str, int]
    why: tuple[str, ...]


def ask(client: Client, project_id: int, wanted: Sequence[Json]) -> int:
    """How many of these tasks were brought there: one that is there already is left alone."""
    there = {told.discrepancy for told in answers(client, project_id)}
    missing: Any = [task for task in wanted if task["data"]["discrepancy"] not in there]
    if missing:
        with translated(f"ask for {len(missing)} second opinions in project {project_id}"):
            client.sdk.projects.import_tasks(project_id, request=missing, request_options=ONCE)
    return len(missing)


def answers(client: Client, project_id: int) -> Iterator[Told]:
    """What was answered about each discrepancy that is there; skipped answers say nothing."""
    for task in tasks(client, project_id, include=WANTED):
        discrepancy = (task.data or {}).get("discrepancy")
        if isinstance(discrepancy, str):
            said = [
                _said(one.get("result")) for one in task.annotations or () if not one.get("was_cancelled")
            ]
            opinions = Counter(opinion for opinion, _ in said if opinion)
            yield Told(discrepancy, dict(opinions), tuple(why for _, why in said if why))


def _said(result: object) -> tuple[str, str]:
    """Opinion and reason in one annotation; "" for what was not given."""
    found = {OPINION: "", WHY: ""}
    for item in result if isinstance(result, list) else ():
        value = item.get("value") if isinstance(item, dict) else None
        if isinstance(value, dict) and item.get("from_name") in found:
            entries = value.get("choices") or value.get("text") or []
            found[item["from_name"]] = " ".join(map(str, entries if isinstance(entries, list) else [entries]))
    return found[OPINION], found[WHY]
