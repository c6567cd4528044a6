"""Who is at the desk."""

from __future__ import annotations

import getpass

from .bench import bench


def who() -> str:
    """The name that stands on what is recorded: of the settings, else of the account that this runs under."""
    return bench().settings.reviewer or _account()


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number without a name
        return "reviewer"
