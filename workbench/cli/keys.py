"""workbench keys"""

from __future__ import annotations

from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.cli.desk import Desk, at_desk
from workbench.exceptions import Conflict, NotFound
from workbench.export.envelope import key_id
from workbench.store.signing import all_keys, make_key, publish


@click.group("keys")
def command() -> None:
    """Make, rotate and publish the keys that releases are signed with (Ed25519)."""


@command.command("make")
@at_desk
def make(desk: Desk) -> None:
    """Make the first key. Releases are signed with it from now on."""
    if all_keys(desk.keys):
        raise Conflict("there is a key already; workbench keys rotate puts a new one in its place")
    _make(desk)


@command.command("rotate")
@at_desk
def rotate(desk: Desk) -> None:
    """Put a new key in the place of the one in force, which stays to check older releases with."""
    if not all_keys(desk.keys):
        raise NotFound("there is no key yet; workbench keys make makes the first one")
    _make(desk)


@command.command("list")
@at_desk
def show(desk: Desk) -> None:
    """List the keys, the newest first."""
    for known in all_keys(desk.keys):
        state = f"retired {known.retired_at:%Y-%m-%d %H:%M}" if known.retired_at else "in force"
        click.echo(f"{known.id}\tmade {known.made_at:%Y-%m-%d %H:%M}\t{state}")


@command.command("publish")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else it is printed."
)
@at_desk
def give(desk: Desk, out: Path | None) -> None:
    """Write the public halves of all keys, for workbench release verify --keys.

    Whoever checks a release must get this file on another way than the release: a web page of yours, a card.
    """
    known = all_keys(desk.keys)
    if not known:
        raise NotFound("there is no key yet; workbench keys make makes the first one")
    if out is None:
        click.echo(publish(known).decode("utf-8"), nl=False)
    else:
        out.write_bytes(publish(known))
        click.echo(f"published: {len(known)} keys in {out}")


def _make(desk: Desk) -> None:
    key = Ed25519PrivateKey.generate()
    made = make_key(desk.keys, key_id(key.public_key()), key, now=desk.now())
    click.echo(f"made: {made.id}; its private half is readable by you alone, in {desk.keys}")
