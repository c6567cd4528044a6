from __future__ import annotations

from dataclasses import replace

from tests.labelstudio.bodies import PLAIN, dozens, toll
from workbench.core.claim import Modality
from workbench.labelstudio.summary import NOTHING, summary


def test_each_part_of_each_figure_is_told() -> None:
    assert summary(toll(PLAIN)).splitlines() == [
        "killed: at_least 40 · people · in Gaza Strip · says the ministry · as of 2023-12-24 "
        "· since 2023-10-07 · cumulative · reported",
        "killed: exact 14 · children · the outlet's own word · not printed as a figure",
    ]


def test_a_vague_figure_is_told_in_its_words_and_a_usual_modality_is_not_told() -> None:
    (found,) = dozens("Dozens were hurt.")
    assert summary([found]) == "injured: Dozens · the outlet's own word"
    assert summary([replace(found, modality=Modality.DENIED)]).endswith("denied")


def test_nothing_suggested_is_said_too() -> None:
    assert summary(()) == NOTHING
