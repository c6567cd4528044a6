from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.pseudonym import DIGITS, KEY_BYTES, PREFIX, behind, pseudonym

keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)
annotators = st.text(min_size=1, max_size=30)


def test_the_name_follows_from_key_and_annotator_alone() -> None:
    # HMAC-SHA-256 of RFC 4231, test case 1: key of 20 bytes 0b, data "Hi There", digest b0344c61d8db38535ca8…
    assert pseudonym(b"\x0b" * 20, "Hi There") == "annotator-wa2eyyoy3m4f"


@given(keys, annotators)
def test_the_key_leads_back(key: bytes, annotator: str) -> None:
    name = pseudonym(key, annotator)
    assert name.startswith(PREFIX)
    assert len(name) == len(PREFIX) + DIGITS
    assert behind(key, name, ["somebody else", annotator]) == annotator


@given(keys, keys, annotators)
def test_another_key_does_not(key: bytes, other: bytes, annotator: str) -> None:
    assert (behind(other, pseudonym(key, annotator), [annotator]) is not None) == (key == other)
