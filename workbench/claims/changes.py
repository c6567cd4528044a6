"""What an annotator changed of a suggestion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.core.annotation import Change, Region, Suggested

ANSWER = "answer"


def changes(suggested: Suggested, regions: Sequence[Region], answer: str | None) -> tuple[Change, ...]:
    """Part by part, in the order of the text; empty where the suggestion was accepted as it stood.

    Regions keep their ids on the way through Label Studio; one that was drawn anew over the very words of one
    that was deleted is that one.
    """
    return tuple(_changes(suggested, regions, answer))


def _changes(suggested: Suggested, regions: Sequence[Region], answer: str | None) -> Iterator[Change]:
    before = {region.id: region for region in suggested.regions}
    after = {region.id: region for region in regions}
    same = {number: number for number in before if number in after}
    for number, region in before.items():
        if number not in same:
            drawn = (new for new in regions if new.id not in before and new.id not in same.values())
            again = next((new for new in drawn if (new.start, new.end) == (region.start, region.end)), None)
            if again is not None:
                same[number] = again.id
    for number, region in before.items():
        if number in same:
            yield from _of_region(region, after[same[number]], same)
        else:
            yield Change(number, "region", region.text, None)
    for region in regions:
        if region.id not in same.values():
            yield Change(region.id, "region", None, region.text)
    if suggested.answer != answer:
        yield Change(ANSWER, ANSWER, suggested.answer, answer)


def _of_region(before: Region, after: Region, same: dict[str, str]) -> Iterator[Change]:
    if (before.start, before.end) != (after.start, after.end):
        yield Change(before.id, "span", before.text, after.text)
    for name in ("measure", "role"):
        was, is_now = getattr(before, name) or None, getattr(after, name) or None
        if was != is_now:
            yield Change(before.id, name, was, is_now)
    for name in sorted(before.fields.keys() | after.fields.keys()):
        was, is_now = before.fields.get(name), after.fields.get(name)
        if was != is_now:
            yield Change(before.id, name, was, is_now)
    whole = same.get(before.part_of, before.part_of) if before.part_of is not None else None
    if whole != after.part_of:
        yield Change(before.id, "part_of", before.part_of, after.part_of)
    links = sorted(same.get(link, link) for link in before.links)
    if links != sorted(after.links):
        yield Change(before.id, "links", ", ".join(sorted(before.links)), ", ".join(sorted(after.links)))
