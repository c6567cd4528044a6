"""English months, weekdays and words for days."""

from __future__ import annotations

from workbench.languages.language import Calendar


def _months() -> dict[str, int]:
    names = (
        "january february march april may june july august september october november december".split(),
        "jan feb mar apr may jun jul aug sep oct nov dec".split(),
    )
    months = {name: place + 1 for row in names for place, name in enumerate(row)}
    return months | {"sept": 9}


def _weekdays() -> dict[str, int]:
    names = (
        "monday tuesday wednesday thursday friday saturday sunday".split(),
        "mon tue wed thu fri sat sun".split(),
    )
    return {name: place for row in names for place, name in enumerate(row)} | {
        "tues": 1,
        "thur": 3,
        "thurs": 3,
    }


CALENDAR = Calendar(
    months=_months(),
    capital=True,
    weekdays=_weekdays(),
    short=frozenset("mon tue tues wed thu thur thurs fri sat sun".split()),
    relative={
        "today": (0, 0),
        "tonight": (0, 0),
        "this morning": (0, 0),
        "this afternoon": (0, 0),
        "this evening": (0, 0),
        "overnight": (-1, 0),
        "yesterday": (-1, -1),
        "last night": (-1, -1),
        "last evening": (-1, -1),
        "the day before yesterday": (-2, -2),
        "tomorrow": (1, 1),
        "the day after tomorrow": (2, 2),
    },
    parts=frozenset("morning afternoon evening night noon midday dawn dusk".split()),
    early=frozenset("early mid late middle beginning end start".split()),
    year_before=frozenset(
        """
        in since during of from until till by before after throughout early late mid summer winter spring
        autumn fall between year to end start
        """.split()
    ),
    not_month_after=frozenset("have be not also still never yet well".split()),
    month_before=frozenset(
        """
        in since during of from until till by before after throughout early late mid between last this next
        end start
        """.split()
    ),
    since=("since", "starting", "starting on", "beginning", "from", "from the", "since the"),
    until=("until", "till", "by", "up to", "up until", "through", "thru"),
    past=frozenset("past preceding recent".split()),
    last=frozenset("last previous".split()),
    this=frozenset({"this"}),
    next=frozenset("next coming".split()),
    ago=frozenset({"ago"}),
    of=frozenset({"of"}),
    future=frozenset("will shall next tomorrow expected due scheduled".split()),
    the=frozenset({"the"}),
    units={
        "hour": "hour",
        "hours": "hour",
        "day": "day",
        "days": "day",
        "night": "day",
        "nights": "day",
        "week": "week",
        "weeks": "week",
        "fortnight": "fortnight",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    weekend=frozenset({"weekend"}),
    begins=frozenset({"start", "beginning"}),
)
