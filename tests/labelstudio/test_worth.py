"""One key answers a sentence on the page of check-worthiness, in a real browser."""

from __future__ import annotations

import os
from typing import Any

import pytest

from tests.labelstudio.hand import Hand
from workbench.bundled import bundled
from workbench.labelstudio import local, project
from workbench.labelstudio.browser import find_chromium, open_task, signed_in
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import WORTH, load_config
from workbench.labelstudio.worth import NAME, worth_json
from workbench.pipeline.preview import example
from workbench.vocabulary import load_vocabulary

CHROMIUM = os.environ.get("WORKBENCH_CHROMIUM", "")


@pytest.mark.skipif(
    find_chromium(CHROMIUM) is None, reason="no Chromium is installed (apt-get install chromium)"
)
@pytest.mark.parametrize(("keys", "answer"), [((), "check"), (("2",), "no_claim")])
def test_a_right_suggestion_takes_one_key_and_a_wrong_one_two(
    client: Client, label_studio: local.Server, keys: tuple[str, ...], answer: str
) -> None:
    made = project.find_or_create(
        client, f"Worth {answer} {os.getpid()}", load_config(bundled("label_configs") / NAME)
    )
    try:
        request: Any = [worth_json(example(load_vocabulary()))]
        sent: Any = client.sdk.projects.import_tasks(made.id, request=request, return_task_ids=True)
        (task,) = sent.task_ids
        with signed_in(label_studio.url, label_studio.user, label_studio.password, chromium=CHROMIUM) as page:
            open_task(page, label_studio.url, made.id, task)
            for key in keys:
                page.keyboard.press(key)
            Hand(page).submit()
        (annotation,) = client.sdk.annotations.list(id=task)
        (item,) = list[Any](annotation.result or [])
        assert (item["from_name"], item["value"]["choices"]) == (WORTH, [answer])
    finally:
        project.delete(client, made.id)
