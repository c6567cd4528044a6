from __future__ import annotations

from sqlalchemy.orm import Session

from workbench.store.articles import articles_by_id, sentences_by_id
from workbench.store.events import counts_by_id
from workbench.store.parts import LARGEST_PART, parts


def test_every_id_is_in_one_part() -> None:
    ids = [str(number) for number in range(2 * LARGEST_PART + 1)]
    found = list(parts(ids))
    assert [len(part) for part in found] == [LARGEST_PART, LARGEST_PART, 1]
    assert [one for part in found for one in part] == ids
    assert list(parts(())) == []


def test_more_ids_than_a_query_takes(session: Session) -> None:
    many = {f"{number:032x}" for number in range(40_000)}
    assert sentences_by_id(session, many) == {}
    assert articles_by_id(session, many) == {}
    assert counts_by_id(session, many) == {}
