"""Finds the folders that stand beside the packages in a checkout and travel inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

from workbench.exceptions import NotFound


def bundled(name: str) -> Path:
    """The folder `label_configs` or `seeds`. Raises NotFound where neither place has it."""
    package = Path(__file__).parent
    for folder in (package / "bundled" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise NotFound(f"the folder {name} is missing beside the workbench; install the wheel or clone it whole")
