from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.exceptions import Conflict, InvalidData, LabelStudioRefused, NotFound
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import load_config
from workbench.labelstudio.project import delete, find_or_create, listed

CONFIG = load_config().strip()  # as the server keeps it
OTHER = CONFIG.replace('<Label value="killed"', '<Label value="dead"')


@pytest.fixture
def title(client: Client, request: pytest.FixtureRequest) -> Iterator[str]:
    title = f"{request.node.name[:45]} p"
    yield title
    for left in [*listed(client, title)]:
        delete(client, left.id)


def test_made_once_and_found_again(client: Client, title: str) -> None:
    made = find_or_create(client, title, CONFIG)
    assert made.created
    assert made.url == f"{client.url}/projects/{made.id}/data"
    again = find_or_create(client, f"  {title} ", CONFIG)
    assert (again.id, again.created) == (made.id, False)


def test_another_title_is_another_project(client: Client, title: str) -> None:
    made = find_or_create(client, title, CONFIG)
    assert find_or_create(client, title[:-2], CONFIG).id != made.id
    delete(client, made.id)


def test_our_config_is_brought_up_to_date(client: Client, title: str) -> None:
    made = find_or_create(client, title, OTHER)
    assert find_or_create(client, title, CONFIG).id == made.id
    assert client.sdk.projects.get(made.id).label_config == CONFIG


def test_a_project_of_somebody_else_is_never_changed(client: Client, title: str) -> None:
    theirs = client.sdk.projects.create(title=title, label_config=OTHER)
    assert theirs.id is not None
    with pytest.raises(Conflict, match="choose another title"):
        find_or_create(client, title, CONFIG)
    assert client.sdk.projects.get(theirs.id).label_config == OTHER
    assert find_or_create(client, title, OTHER).id == theirs.id


@pytest.mark.parametrize("title", ["ab", "x" * 51, " a    "])
def test_a_title_that_label_studio_would_refuse(client: Client, title: str) -> None:
    with pytest.raises(InvalidData, match="3 to 50 characters") as caught:
        find_or_create(client, title, CONFIG)
    assert "title" in caught.value.fields


def test_a_config_that_label_studio_refuses(client: Client, title: str) -> None:
    with pytest.raises(LabelStudioRefused, match="label_config"):
        find_or_create(client, title, "<View><Labels name='a' toName='b'/></View>")


def test_deleting_what_is_not_there(client: Client) -> None:
    with pytest.raises(NotFound):
        delete(client, 10**9)
