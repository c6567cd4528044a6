"""The house keeps its own rules: documents say what is there, registries name what exists."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import click
import pytest

import api
from workbench.bundled import bundled
from workbench.cli import COMMANDS, workbench
from workbench.exceptions import NotFound
from workbench.settings import Settings

ROOT = Path(__file__).parent.parent


def test_our_api_is_the_one_imported() -> None:
    assert Path(str(api.__file__)).parent == ROOT / "api"


def test_seeds_and_label_configs_are_found() -> None:
    assert (bundled("seeds") / "articles" / "manifest.jsonl").is_file()
    assert (bundled("label_configs") / "numeric_claims.xml").is_file()
    with pytest.raises(NotFound, match="nothing_such"):
        bundled("nothing_such")


@pytest.mark.parametrize(("name", "module", "text"), COMMANDS)
def test_each_verb_has_a_command_and_explains_itself(name: str, module: str, text: str) -> None:
    command = import_module(f"workbench.cli.{module}").command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help
    assert workbench.get_command(click.Context(workbench), name) is command
    assert text.endswith(".")


def test_the_readme_lists_every_setting_and_its_default() -> None:
    rows = re.findall(
        r"^\| `WORKBENCH_(\w+)` \| (.*?) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert {name.lower() for name, _ in rows} == {
        setting.name for setting in fields(Settings) if setting.compare
    }
    written = {name.lower(): default.strip("`") for name, default in rows}
    assert written["state"] == str(Settings().state)
    assert int(written["max_article_characters"]) == Settings().max_article_characters
    assert written["profile"] == Settings().profile
    assert int(written["as_of_tolerance_days"]) == Settings().as_of_tolerance_days


def test_the_readme_shows_every_verb() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, _, _ in COMMANDS:
        assert f"workbench {name}" in readme


def test_architecture_names_every_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for folder in (ROOT / "workbench").iterdir():
        if folder.is_dir() and (folder / "__init__.py").exists():
            assert f"`workbench/{folder.name}/`" in text


def test_tests_mirror_the_folders_and_each_is_a_package() -> None:
    for folder in (ROOT / "tests").rglob("*"):
        if folder.is_dir() and any(folder.glob("*.py")):
            assert (folder / "__init__.py").is_file(), folder


@pytest.mark.parametrize("folder", ["workbench", "api"])
def test_no_drawer_for_everything(folder: str) -> None:
    names = {path.stem for path in (ROOT / folder).rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "manager", "service"}
