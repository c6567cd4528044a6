"""The Label Studio project that holds our tasks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.core.project import Order, Terms
from workbench.exceptions import Conflict, InvalidData
from workbench.labelstudio.client import ONCE, Client, translated
from workbench.labelstudio.controls import Controls

SHORTEST_TITLE, LONGEST_TITLE = 3, 50
MOST_ANNOTATORS = 100
PAGE = 100  # projects
# Uncertainty is the lowest score of a prediction, which is that of its least certain suggestion.
# Label Studio knows one order by score, the lowest first: where worth comes first, the score says how little.
SAMPLING: dict[Order, Any] = {
    Order.TEXT: "Sequential sampling",
    Order.UNCERTAIN: "Uncertainty sampling",
    Order.WORTH: "Uncertainty sampling",
}
MADE_BY = "Made by the claims workbench, which keeps the label config up to date."
WORTH_FIRST = "The sentences most worth checking come first."


@dataclass(frozen=True, slots=True)
class Project:
    """`url` is where a person labels. `created` says that it was not there before."""

    id: int
    title: str
    url: str
    created: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """What the project is now: its label config, the model version whose suggestions are shown, and whether
    scores are to say how little a sentence is worth checking."""

    label_config: str
    model_version: str
    worth_first: bool = False


def live(client: Client, project_id: int) -> Live:
    """Raises NotFound where the project is gone."""
    missing = "there is no such project; it may have been deleted in Label Studio"
    with translated(f"look at project {project_id}", missing=missing):
        found = client.sdk.projects.get(id=project_id)
    worth_first = WORTH_FIRST in (found.description or "")
    return Live(found.label_config or "", found.model_version or "", worth_first)


def find_or_create(client: Client, title: str, xml: str, terms: Terms = Terms()) -> Project:  # noqa: B008
    """The project with this title and label config, made on these terms if it is not there yet.

    The config of a project of ours is brought up to date; where there are annotations, it may only grow.
    Raises InvalidData for a title outside 3 to 50 characters or terms that make no sense, Conflict where the
    title belongs to a project that is not ours and has another config, or where the new one takes away what
    annotations may use, LabelStudioRefused where the server rejects the config.
    """
    title = " ".join(title.split())
    if not SHORTEST_TITLE <= len(title) <= LONGEST_TITLE:
        raise InvalidData(
            f"a project title has {SHORTEST_TITLE} to {LONGEST_TITLE} characters; {title!r} has {len(title)}",
            fields={"title": ["length"]},
        )
    if not 1 <= terms.annotators <= MOST_ANNOTATORS:
        raise InvalidData(
            f"{terms.annotators} annotators for each task: give 1 to {MOST_ANNOTATORS}",
            fields={"annotators": ["range"]},
        )
    with translated(f"look for the project {title!r}"):
        named = [project for project in listed(client, title) if project.title == title]
    named.sort(key=lambda project: (not ours(project), project.id or 0))
    if not named:
        with translated(f"create the project {title!r}"):
            made = client.sdk.projects.create(
                title=title,
                description=f"{MADE_BY} {WORTH_FIRST}" if terms.order is Order.WORTH else MADE_BY,
                label_config=xml,
                maximum_annotations=terms.annotators,
                sampling=SAMPLING[terms.order],
                request_options=ONCE,
            )
        return _project(client, made.id, title, created=True)
    known = named[0]
    if (known.label_config or "").strip() != xml.strip():
        if not ours(known):
            raise Conflict(
                f"Label Studio has a project {title!r} with another label config that is not ours (number "
                f"{known.id}): choose another title, or rename that project"
            )
        if known.total_annotations_number:
            lost = list(Controls.of(known.label_config or "").lost_in(Controls.of(xml)))
            if lost:
                raise Conflict(
                    f"the project {title!r} has annotations, and the new label config takes away what they "
                    f"may use: {', '.join(lost)}. Keep it in the config, or choose another title"
                )
        with translated(f"bring the label config of the project {title!r} up to date"):
            client.sdk.projects.update(id=_number(known.id), label_config=xml)
    return _project(client, known.id, title, created=False)


def find(client: Client, title: str) -> Project | None:
    """The project of ours with this title, where there is one."""
    with translated(f"look for the project {title!r}"):
        there = [one for one in listed(client, title) if one.title == title and ours(one)]
    return _project(client, min(project.id for project in there), title, created=False) if there else None


def ours(project: Any) -> bool:
    """Was this project, as Label Studio lists it, made by us?"""
    return (project.description or "").startswith(MADE_BY)


def listed(client: Client, title: str | None = None) -> Iterator[Any]:
    """All projects, or those whose title holds these words. Call it inside `translated`."""
    number = 0
    while True:
        number += 1
        page = client.sdk.projects.list(title=title, page=number, page_size=PAGE).items or []
        yield from page
        if len(page) < PAGE:  # the server calls what follows the last page not found
            return


def delete(client: Client, project_id: int) -> None:
    """Deletes the project with all its tasks and annotations. Raises NotFound where there is none."""
    with translated(f"delete project {project_id}", missing="there is no such project"):
        client.sdk.projects.delete(id=project_id)


def _project(client: Client, number: int | None, title: str, *, created: bool) -> Project:
    number = _number(number)
    return Project(number, title, f"{client.url}/projects/{number}/data", created)


def _number(number: int | None) -> int:
    assert number is not None, "Label Studio gives every project a number"
    return number
