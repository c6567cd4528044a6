"""Pictures of label configs as annotators see them, with a real suggestion on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.labelstudio import project
from workbench.labelstudio.browser import open_task, signed_in
from workbench.labelstudio.client import ONCE, Client, translated
from workbench.labelstudio.credentials import Credentials

SETTLED = 1500  # milliseconds: arrows are drawn after the text
NEXT_MARK = "Alt+."


@dataclass(frozen=True, slots=True)
class Shown:
    """One config with the task to be shown on it. `selects`: a second picture has its first mark selected."""

    name: str
    xml: str
    task: dict[str, Any]
    selects: bool = False


def preview(
    client: Client, credentials: Credentials, shown: Sequence[Shown], folder: Path, *, chromium: str = ""
) -> list[Path]:
    """Writes a PNG for each config, named after it. Its project is made for it, and deleted again."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with signed_in(client.url, credentials.user, credentials.password, chromium=chromium) as page:
        for entry in shown:
            made = project.find_or_create(
                client, f"Preview of {entry.name}"[: project.LONGEST_TITLE], entry.xml
            )
            try:
                open_task(page, client.url, made.id, _push(client, made.id, entry.task))
                page.wait_for_timeout(SETTLED)
                written.append(folder / f"{entry.name}.png")
                page.screenshot(path=written[-1])
                if entry.selects:
                    page.keyboard.press(NEXT_MARK)
                    page.wait_for_timeout(SETTLED)
                    written.append(folder / f"{entry.name}_selected.png")
                    page.screenshot(path=written[-1])
            finally:
                project.delete(client, made.id)
    return written


def _push(client: Client, project_id: int, task: dict[str, Any]) -> int:
    with translated(f"show a task in project {project_id}"):
        request: Any = [task]
        answer: Any = client.sdk.projects.import_tasks(
            project_id, request=request, return_task_ids=True, request_options=ONCE
        )
    return int(answer.task_ids[0])
