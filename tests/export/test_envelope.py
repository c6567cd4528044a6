from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.exceptions import InvalidData
from workbench.export.envelope import key_id, opened, signed, signer_of

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = KEY.public_key()
ENVELOPE = signed(b"hello", KEY)


def test_whoever_knows_dsse_can_check_the_signature_without_us() -> None:
    value = json.loads(ENVELOPE)
    assert (value["payloadType"], base64.b64decode(value["payload"])) == (
        "application/vnd.in-toto+json",
        b"hello",
    )
    signature = base64.b64decode(value["signatures"][0]["sig"])
    PUBLIC.verify(signature, b"DSSEv1 28 application/vnd.in-toto+json 5 hello")  # raises where it is another


def test_what_was_signed_comes_back_with_the_key() -> None:
    checked = opened(ENVELOPE, [PUBLIC])
    assert (checked.payload, checked.key) == (b"hello", key_id(PUBLIC))
    assert signer_of(ENVELOPE) == key_id(PUBLIC)
    assert signer_of(b"[]") is None


@pytest.mark.parametrize(
    "envelope",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        ENVELOPE.replace(b"  ", b" "),
        ENVELOPE.replace(b"in-toto+json", b"in-toto+jso"),
        json.dumps({**json.loads(ENVELOPE), "signatures": []}).encode(),
    ],
)
def test_anything_else_is_none(envelope: bytes) -> None:
    with pytest.raises(InvalidData):
        opened(envelope, [PUBLIC])
