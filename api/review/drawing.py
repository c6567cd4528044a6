"""The graph of origins as a drawing: what is printed at the left, whose word it is to the right of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .origins import Link

BOX, GAP, ROW, HEIGHT = 240, 150, 58, 44  # units; from row to row
MOST_COLUMNS = 4
MOST_ROWS = 24
LONGEST = 30  # characters of a line in a box


@dataclass(frozen=True, slots=True)
class Box:
    """A claim, with the number of its card, or a name; `title` and `detail` cut to fit."""

    x: int
    y: int
    title: str
    detail: str
    whole: str
    number: int | None
    name: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a copy to its original; the words stand at x and y."""

    path: str
    x: int
    y: int
    words: str
    reason: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    left_out: int  # edges for which there is no room; the table has them


def drawing_of(links: Sequence[Link]) -> Drawing | None:
    """None where there is nothing to draw. Each arrow is a link of the table, with its reason."""
    shown, left_out = _room(links)
    if not shown:
        return None
    columns = _columns(shown)
    rows = _rows(shown, columns)
    ends = {link.ends_drawn[0]: (link.printed, link.detail, link.number) for link in shown}
    boxes = {}
    for key, column in columns.items():
        title, detail, number = ends.get(key) or (_name_of(shown, key), "", None)
        whole, name = f"{title}, {detail}" if detail else title, not detail
        if name:
            title, detail = _in_two(title)
        boxes[key] = Box(column * (BOX + GAP), rows[key], _short(title), _short(detail), whole, number, name)
    return Drawing(
        width=max(box.x for box in boxes.values()) + BOX,
        height=max(box.y for box in boxes.values()) + HEIGHT,
        boxes=tuple(boxes.values()),
        arrows=tuple(_arrow(boxes[link.ends_drawn[0]], boxes[link.ends_drawn[1]], link) for link in shown),
        left_out=left_out,
    )


def _room(links: Sequence[Link]) -> tuple[list[Link], int]:
    """The links among the first so many that are printed."""
    kept: list[Link] = []
    copies: set[str] = set()
    for link in links:
        copy, original = link.ends_drawn
        if copy == original or (copy not in copies and len(copies) == MOST_ROWS):
            continue
        copies.add(copy)
        kept.append(link)
    return kept, len(links) - len(kept)


def _columns(links: Iterable[Link]) -> dict[str, int]:
    """An original stands to the right of all its copies; of a circle some edges lead back."""
    links = list(links)
    columns = {end: 0 for link in links for end in link.ends_drawn}
    for _ in range(MOST_COLUMNS):
        for copy, original in (link.ends_drawn for link in links):
            columns[original] = min(max(columns[original], columns[copy] + 1), MOST_COLUMNS - 1)
    return columns


def _rows(links: Sequence[Link], columns: dict[str, int]) -> dict[str, int]:
    """Copies of one original stand together, and it in the middle of them; no two boxes lie on each other."""
    copies: dict[str, list[str]] = defaultdict(list)
    for link in links:
        copies[link.ends_drawn[1]].append(link.ends_drawn[0])
    first = {link.ends_drawn[0]: link.ends_drawn[1] for link in reversed(links)}
    order = {end: place for place, end in enumerate(dict.fromkeys(first.get(end, end) for end in columns))}
    rows: dict[str, int] = {}
    for column in sorted(set(columns.values())):
        here = [end for end in columns if columns[end] == column]

        def wanted(end: str) -> float:
            there = [rows[copy] for copy in copies[end] if copy in rows]
            return sum(there) / len(there) if there else order.get(first.get(end, end), 0) * ROW

        at = 0
        for end in sorted(here, key=wanted):
            least = wanted(end) if copies[end] else at
            rows[end] = max(at, int(least))
            at = rows[end] + ROW
    return rows


def _name_of(links: Iterable[Link], key: str) -> str:
    return next(link.original for link in links if link.ends_drawn[1] == key)


def _arrow(copy: Box, original: Box, link: Link) -> Arrow:
    left, right = copy.x + BOX, original.x
    y, to = copy.y + HEIGHT // 2, original.y + HEIGHT // 2
    bend = GAP // 2
    path = f"M{left},{y} C{left + bend},{y} {right - bend},{to} {right - 6},{to}"
    return Arrow(path, (left + right) // 2, (y + to) // 2, link.words, link.reason, link.cut)


def _in_two(name: str) -> tuple[str, str]:
    """A long name in two lines."""
    if len(name) <= LONGEST or " " not in name[:LONGEST]:
        return name, ""
    first = name[: LONGEST + 1].rpartition(" ")[0]
    return first, name[len(first) + 1 :]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
