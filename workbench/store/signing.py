"""The keys that releases are signed with: the newest is in force, the older ones stay to check with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from workbench.exceptions import InvalidData, NotFound

LIST = "keys.json"  # the public halves, to be given to whoever checks a release


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A public key as it is given away. `retired_at`: nothing is signed with it from then on."""

    id: str
    public: str
    made_at: datetime
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """The key in force."""

    id: str
    key: Ed25519PrivateKey


def make_key(folder: Path, name: str, key: Ed25519PrivateKey, *, now: datetime) -> Published:
    """Puts a new key in force and retires the one before, whose public half stays.

    The private half is a file that only its owner can read.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle = os.open(folder / f"{name}.pem", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")
    made = Published(id=name, public=public, made_at=now)
    before = [
        known if known.retired_at else msgspec.structs.replace(known, retired_at=now)
        for known in all_keys(folder)
    ]
    _write(folder, [made, *before])
    return made


def all_keys(folder: Path) -> list[Published]:
    """The newest first; none where none was made."""
    path = folder / LIST
    return list(read_keys(path)) if path.exists() else []


def signer(folder: Path) -> Signer | None:
    """The key in force; None where none was made. Raises InvalidData where others can read it."""
    for known in all_keys(folder):
        if known.retired_at is None:
            return _signer(folder / f"{known.id}.pem", known.id)
    return None


def read_keys(path: Path) -> list[Published]:
    """Published keys out of such a file. Raises NotFound, or InvalidData that names the file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Published])
    except FileNotFoundError as error:
        raise NotFound(f"there is no file {path}") from error
    except (OSError, msgspec.DecodeError, ValueError) as error:
        raise InvalidData(f"{path} holds no published keys: {error}") from error


def public_keys(published: list[Published]) -> list[Ed25519PublicKey]:
    """Raises InvalidData where one is no Ed25519 key."""
    keys = []
    for known in published:
        try:
            key: Any = load_pem_public_key(known.public.encode("ascii"))
        except (ValueError, UnsupportedAlgorithm) as error:
            raise InvalidData(f"the key {known.id} cannot be read: {error}") from error
        if not isinstance(key, Ed25519PublicKey):
            raise InvalidData(f"the key {known.id} is no Ed25519 key")
        keys.append(key)
    return keys


def publish(published: list[Published]) -> bytes:
    """The file that is given away."""
    return msgspec.json.format(msgspec.json.encode(published), indent=2) + b"\n"


def _signer(path: Path, name: str) -> Signer:
    try:
        if path.stat().st_mode & 0o077:
            raise InvalidData(f"others can read the key that releases are signed with; run: chmod 600 {path}")
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise InvalidData(
            f"the key that releases are signed with cannot be read from {path}: {error}"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InvalidData(f"{path} holds no Ed25519 key")
    return Signer(name, key)


def _write(folder: Path, published: list[Published]) -> None:
    unfinished = folder / f".{LIST}.unfinished"
    unfinished.write_bytes(publish(published))
    unfinished.replace(folder / LIST)
