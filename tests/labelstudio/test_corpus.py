from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.moments import NOON
from workbench.core.annotation import Annotation, Region
from workbench.labelstudio.corpus import result_json, within
from workbench.labelstudio.regions import read_result

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "value": st.integers(0, 10**15).map(str),
        "bound": st.sampled_from(["exact", "about"]),
        "population": WORDS,
        "as_of": WORDS,
    },
)


@given(st.lists(FIELDS, min_size=1, max_size=4), st.sampled_from(["claims", None]), st.booleans())
def test_what_is_written_is_read_back(fields: list[dict[str, str]], answer: str | None, tied: bool) -> None:
    mark = Region(id="m", start=90, end=95, text="women", measure="", role="population")
    numbers = [
        Region(
            id=f"r{place}",
            start=place * 10,
            end=place * 10 + 2,
            text="12",
            measure="killed",
            fields=given | {"event": "storm"},
            part_of="r0" if place else None,
            links=("m",) if tied else (),
        )
        for place, given in enumerate(fields)
    ]
    regions = (*numbers, mark)
    assert read_result(json.loads(json.dumps(result_json(regions, answer)))) == (regions, answer)


def test_what_is_not_released_is_left_out_with_the_words_that_speak_for_it_alone() -> None:
    def region(name: str, start: int, **more: object) -> Region:
        given: dict[str, object] = {
            "id": name,
            "start": start,
            "end": start + 2,
            "text": "xx",
            "measure": "killed",
        }
        return Region(**(given | more))  # type: ignore[arg-type]

    regions = (
        region("a", 10, links=("hers",), part_of="b"),
        region("b", 20, links=("its",)),
        region("hers", 12, measure="", role="population"),
        region("its", 22, measure="", role="population"),
        region("all", 14, measure="", role="place"),
        region("far", 60, measure="", role="place"),
    )
    annotation = Annotation(
        id="1", sentence="s", annotator="7", created_at=NOON, updated_at=NOON, regions=regions
    )
    kept = within(annotation, ["a"], 10, 40)
    assert [(one.id, one.start, one.part_of) for one in kept.regions] == [
        *(("a", 0, None), ("hers", 2, None), ("all", 4, None))
    ]
    assert kept.regions[0].links == ("hers",)
