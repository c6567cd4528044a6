"""Puts another function or value in the place of one of ours, wherever it is imported."""

from __future__ import annotations

import sys

import pytest


def everywhere(monkeypatch: pytest.MonkeyPatch, original: object, changed: object) -> None:
    """In every module of ours that names `original`. Fails where none does."""
    names = [
        (module, name)
        for path, module in list(sys.modules.items())
        if path == "workbench" or path.startswith("workbench.")
        for name, value in list(vars(module).items())
        if value is original
    ]
    assert names, f"{original!r} stands in no module"
    for module, name in names:
        monkeypatch.setattr(module, name, changed)
