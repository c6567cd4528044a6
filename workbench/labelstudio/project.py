"""The Label Studio project that holds our tasks."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.labelstudio.client import Client


@dataclass(frozen=True, slots=True)
class Project:
    """`url` is where a person labels. `created` says that it was not there before."""

    id: int
    title: str
    url: str
    created: bool = False


def find_or_create(client: Client, title: str, xml: str) -> Project:
    """The project with this title (3 to 50 characters) and config; brought up to our config if it was ours."""
    raise NotImplementedError


def delete(client: Client, project_id: int) -> None:
    """Raises NotFound where there is no such project."""
    raise NotImplementedError
