"""Signatures over a manifest: Ed25519 (RFC 8032) in a DSSE envelope (Secure Systems Lab, v1)."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from workbench.exceptions import InvalidData
from workbench.export.manifest import canonical

PAYLOAD = "application/vnd.in-toto+json"
ID_DIGITS = 32  # hexadecimal digits of a key's id


@dataclass(frozen=True, slots=True)
class Checked:
    """Who signed, by the id of the key."""

    payload: bytes
    key: str


def key_id(public: Ed25519PublicKey) -> str:
    """The beginning of the SHA-256 of the raw public key."""
    return hashlib.sha256(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:ID_DIGITS]


def signed(payload: bytes, key: Ed25519PrivateKey) -> bytes:
    """The envelope with one signature."""
    signature = key.sign(_authenticated(payload))
    return canonical(
        {
            "payloadType": PAYLOAD,
            "payload": base64.b64encode(payload).decode("ascii"),
            "signatures": [
                {"keyid": key_id(key.public_key()), "sig": base64.b64encode(signature).decode("ascii")}
            ],
        }
    )


def opened(envelope: bytes, trusted: Iterable[Ed25519PublicKey]) -> Checked:
    """What was signed, by one of the keys. Raises InvalidData for anything but such an envelope."""
    keys = {key_id(key): key for key in trusted}
    try:
        value = json.loads(envelope)
        payload = base64.b64decode(value["payload"], validate=True)
        (entry,) = value["signatures"]
        signer, signature = str(entry["keyid"]), base64.b64decode(entry["sig"], validate=True)
        kind = value["payloadType"]
        again = {
            "payloadType": PAYLOAD,
            "payload": base64.b64encode(payload).decode("ascii"),
            "signatures": [{"keyid": signer, "sig": base64.b64encode(signature).decode("ascii")}],
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidData(f"it is no DSSE envelope with one signature: {error}") from error
    if kind != PAYLOAD or canonical(again) != envelope:  # base64 can say one thing in several ways
        raise InvalidData("it is not written as a release writes it")
    if signer not in keys:
        known = ", ".join(keys) or "none"
        raise InvalidData(f"it is signed with the key {signer}, which is not among those trusted: {known}")
    try:
        keys[signer].verify(signature, _authenticated(payload))
    except InvalidSignature:
        raise InvalidData(f"the signature is not that of the key {signer} over this content") from None
    return Checked(payload, signer)


def signer_of(envelope: bytes) -> str | None:
    """Which key an envelope says it is signed with; nothing is checked."""
    try:
        (entry,) = json.loads(envelope)["signatures"]
        return str(entry["keyid"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _authenticated(payload: bytes) -> bytes:
    """Pre-authentication encoding: the type is signed with the content."""
    kind = PAYLOAD.encode("ascii")
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
