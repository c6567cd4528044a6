"""The page that says how far annotators agree, with a matrix of annotators."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench.agreement.alpha import Score
from workbench.agreement.report import Pair, Report
from workbench.store.articles import articles_of_sentences
from workbench.store.projects import all_projects

from ..bench import bench

blueprint = Blueprint("agreement_pages", __name__)

SHADES = (0.4, 0.67, 0.8)  # below the first there is next to no agreement, from the last on it is good


@blueprint.get("/agreement")
def index() -> str:
    """Every project; what is undefined is said in a sentence."""
    here = bench()
    with here.session() as session:
        key = here.pseudonym_key
        found = [
            here.agreements.of(session, here.vocabulary, row.id, key=key) for row in all_projects(session)
        ]
        differing = {sentence for entry in found for sentence in entry.texts}
        articles = articles_of_sentences(session, differing)
    return render_template(
        "review/agreement.html",
        found=found,
        matrices={entry.project: matrix(entry.report) for entry in found},
        articles=articles,
        share=share,
        shade=shade,
    )


def matrix(told: Report) -> dict[str, dict[str, Pair]]:
    """Each pair under both of its annotators."""
    cells: dict[str, dict[str, Pair]] = {annotator: {} for annotator in told.annotators}
    for pair in told.pairs:
        cells[pair.one][pair.other] = cells[pair.other][pair.one] = pair
    return cells


def share(part: float | None) -> str:
    return "–" if part is None else f"{part:.0%}"


def shade(score: Score) -> str:
    """The name of the shade of a cell."""
    return "none" if score.alpha is None else f"level-{sum(score.alpha >= bound for bound in SHADES)}"
