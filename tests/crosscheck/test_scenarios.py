from __future__ import annotations

import pytest

from tests.crosscheck.scenario import SCENARIOS, Scenario, shape
from workbench.core.finding import FindingClass

each_scenario = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))


@each_scenario
def test_findings_are_those_expected(scenario: Scenario) -> None:
    assert shape(scenario.findings()) == sorted(scenario.expected)


@each_scenario
def test_order_of_claims_does_not_matter(scenario: Scenario) -> None:
    assert scenario.findings(scenario.claims[::-1]) == scenario.findings()


@each_scenario
def test_every_finding_is_told_in_one_sentence(scenario: Scenario) -> None:
    for found in scenario.findings():
        assert found.rule == f"{found.cls.value}@1"
        assert found.message.endswith(".")
        assert "\n" not in found.message
        assert len(set(found.claims)) == len(found.claims)


def test_every_class_has_a_scenario_and_a_near_miss() -> None:
    classes = {cls for scenario in SCENARIOS.values() for cls, _, _ in scenario.expected}
    assert classes == {cls.value for cls in FindingClass}
    assert sum(not scenario.expected for scenario in SCENARIOS.values()) > len(FindingClass)
