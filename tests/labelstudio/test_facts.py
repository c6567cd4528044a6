from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.labelstudio.facts import BAD_INPUT, FACTS

ROOT = Path(__file__).parents[2]


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.it[:40])
def test_each_fact_is_held_by_tests_that_are_there(fact: object) -> None:
    tests = getattr(fact, "tests", ())
    assert tests
    assert [name for file, name in tests if name not in names_in(file)] == []


def test_each_bad_input_is_held_by_a_test_that_is_there() -> None:
    assert [name for _, file, name in BAD_INPUT if name not in names_in(file)] == []
