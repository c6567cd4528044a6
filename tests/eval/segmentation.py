"""The golden rules of segmentation, through what `workbench inspect sentences` prints."""

from __future__ import annotations

from tests.eval.cases import SHARED, rows
from tests.eval.outside import inspect
from tests.eval.section import Floor, Section


def golden() -> Section:
    """A rule is kept when the list of sentences is equal."""
    rules = rows(SHARED / "eval" / "segmentation_golden_rules.jsonl")
    section = Section("Sentences, golden rules", ("", "rules", "kept"))
    answers = inspect("sentences", [{"id": rule["id"], "text": rule["text"]} for rule in rules])
    for rule, answer in zip(rules, answers, strict=True):
        found = [rule["text"][one["start"] : one["end"]] for one in answer["sentences"]]
        if found != rule["sentences"]:
            section.errors.append(f"{rule['id']}: {found} for {rule['sentences']}")
    kept = len(rules) - len(section.errors)
    section.rows = [("golden rules", str(len(rules)), str(kept))]
    section.floors = [Floor(f"Sentences: golden rules of {len(rules)}", kept, len(rules) - 1, len(rules))]
    return section
