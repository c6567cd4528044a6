from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from api.review.drawing import BOX, GAP, HEIGHT, LONGEST, MOST_ROWS, ROW, drawing_of
from api.review.origins import Link


def link(copy: str, original: str, *, number: int | None = None, cut: bool = False) -> Link:
    return Link(
        original=original,
        reason=f"{copy} names {original}",
        number=number,
        ends=(copy, original),
        ends_drawn=(copy, original),
        printed=copy,
        detail="“12”" if number else "",
        words="names it",
        cut=cut,
    )


def test_an_original_stands_right_of_its_copies_and_in_the_middle() -> None:
    found = drawing_of([link("Wire", "Ministry", number=1), link("Post", "Ministry", number=2)])
    assert found is not None
    boxes = {box.title: box for box in found.boxes}
    assert (boxes["Wire"].x, boxes["Ministry"].x) == (0, BOX + GAP)
    assert [boxes[name].y for name in ("Wire", "Post", "Ministry")] == [0, ROW, ROW // 2]
    assert (found.width, found.height) == (2 * BOX + GAP, ROW + HEIGHT)
    assert [arrow.reason for arrow in found.arrows] == ["Wire names Ministry", "Post names Ministry"]
    assert [box.number for box in found.boxes if not box.name] == [1, 2]


def test_a_chain_has_a_column_for_each_step() -> None:
    found = drawing_of([link("Post", "Wire", number=1), link("Wire", "Ministry")])
    assert found is not None
    columns = {box.title: box.x // (BOX + GAP) for box in found.boxes}
    assert columns == {"Post": 0, "Wire": 1, "Ministry": 2}


def test_a_cut_edge_is_drawn_as_such() -> None:
    found = drawing_of([link("Wire", "Ministry", number=1, cut=True)])
    assert found is not None
    assert found.arrows[0].cut


def test_a_long_name_is_cut_and_whole_beside_it() -> None:
    name = "International Committee of the Red Cross and Red Crescent " + "x" * 10_000
    found = drawing_of([link("Wire", name, number=1)])
    assert found is not None
    box = found.boxes[-1]
    assert box.title == "International Committee of the"
    assert (len(box.detail), box.whole) == (LONGEST, name)


def test_what_there_is_no_room_for_is_counted() -> None:
    links = [link(str(n), "Ministry", number=n) for n in range(1, MOST_ROWS + 11)]
    found = drawing_of(links)
    assert found is not None
    assert (len(found.arrows), found.left_out) == (MOST_ROWS, 10)
    assert drawing_of([]) is None
    assert drawing_of([link("a", "a")]) is None


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20))
def test_no_two_boxes_lie_on_each_other_whatever_the_graph(pairs: list[tuple[str, str]]) -> None:
    """Circles among them."""
    found = drawing_of([replace(link(one, other), detail="“1”") for one, other in pairs])
    if found is None:
        assert all(one == other for one, other in pairs)
        return
    places = [(box.x, box.y) for box in found.boxes]
    for place, (x, y) in enumerate(places):
        assert all(x != other_x or abs(y - other_y) >= HEIGHT for other_x, other_y in places[place + 1 :])
    assert len(found.boxes) == len({end for pair in pairs if pair[0] != pair[1] for end in pair})
