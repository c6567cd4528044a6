"""Gives a verb its desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from workbench.desk import Desk
from workbench.settings import Settings

__all__ = ["Desk", "at_desk"]


def at_desk(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a verb the option --state and its Desk as first argument."""

    @click.option(
        "--state",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the database, the local Label Studio and the exports.",
    )
    @wraps(verb)
    def with_desk(state: Path | None, **options: Any) -> Any:
        desk = Desk(Settings.from_env().with_state(state))
        try:
            return verb(desk, **options)
        finally:
            desk.close()

    return with_desk
