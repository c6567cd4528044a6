"""workbench label-studio"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from workbench.bundled import bundled
from workbench.cli.desk import Desk, at_desk
from workbench.exceptions import NotFound
from workbench.labelstudio import local
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.credentials import Credentials
from workbench.labelstudio.install import VERSION
from workbench.labelstudio.model import connect_model
from workbench.labelstudio.webhooks import register
from workbench.store.projects import all_projects
from workbench.store.rows import ProjectRow
from workbench.text.suggest import SUGGESTER


@click.group("label-studio")
def command() -> None:
    """Start, stop or look at a local Label Studio.

    It is installed once, apart from everything else, answers on the loopback address only, and keeps its
    data in the state folder.
    """


@command.command("start")
@at_desk
def start(desk: Desk) -> None:
    """Start Label Studio and wait until it answers; one that runs already is left alone."""
    server = desk.start_label_studio(_say)
    click.echo(f"Label Studio {'started' if server.started else 'already runs'} at {server.url}")
    _tell_how_to_enter(desk)


@command.command("stop")
@at_desk
def stop(desk: Desk) -> None:
    """Stop the Label Studio of the state folder. What was labelled stays."""
    stopped = local.stop(desk.settings.state, say=_say)
    click.echo("Label Studio stopped" if stopped else "no Label Studio is running for this state folder")


@command.command("status")
@at_desk
def status(desk: Desk) -> None:
    """Say whether Label Studio runs, and where. Exit code 1 where it does not."""
    found = local.status(desk.settings.state, tools=desk.settings.tools_folder)
    if found.running:
        click.echo(f"Label Studio runs at {found.url} (process {found.pid})")
        _tell_how_to_enter(desk)
        return
    installed = "is installed" if found.installed else f"{VERSION} is not installed yet; starting installs it"
    click.echo(f"no Label Studio is running for this state folder; it {installed}")
    raise SystemExit(1)


@command.command("preview")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the pictures; preview/ in the state folder by default.",
)
@at_desk
def preview(desk: Desk, out: Path | None) -> None:
    """Write a picture of each label config, with a real suggestion on it, taken in a real browser.

    Needs Chromium, the browser driver (pip install 'claims-workbench[preview]'), and the local Label Studio,
    which is started if it does not run.
    """
    from workbench.pipeline.preview import preview_configs

    server = desk.start_label_studio(_say)
    credentials = Credentials(server.user, server.password, server.token)
    with connect(server.url, server.token) as client:
        written = preview_configs(
            client,
            credentials,
            desk.vocabulary,
            out or desk.settings.state / "preview",
            label_configs=bundled("label_configs"),
            chromium=desk.settings.chromium,
        )
    for path in written:
        click.echo(str(path))


def _tell_how_to_enter(desk: Desk) -> None:
    """The file rather than what is in it: terminals are recorded, logged and shown to others."""
    click.echo(f"user, password and token are in {local.credentials_file(desk.settings.state)}")


def _say(line: str) -> None:
    click.echo(line, err=True)


@command.command("webhook")
@click.argument("address")
@at_desk
def webhook(desk: Desk, address: str) -> None:
    """Have Label Studio tell us at once what happens.

    ADDRESS is where workbench serve answers, as Label Studio sees it (http://127.0.0.1:8350). The next pull
    then also looks at what was told; a pull without it misses nothing.
    """
    for client, project in _projects(desk):
        made = register(client, project.number, address, desk.secret)
        click.echo(f"webhook {'registered' if made else 'brought up to date'} for {project.title!r}")


@command.command("connect-model")
@click.argument("address")
@at_desk
def connect_to_model(desk: Desk, address: str) -> None:
    """Have Label Studio ask us for suggestions while people label.

    ADDRESS is where workbench serve answers, as Label Studio sees it; it must answer now.
    """
    for client, project in _projects(desk):
        made = connect_model(client, project.number, address, desk.secret, SUGGESTER)
        click.echo(f"model {'connected' if made else 'brought up to date'} for {project.title!r}")


def _projects(desk: Desk) -> Iterator[tuple[Client, ProjectRow]]:
    """Those that we know of at the Label Studio in force. Raises NotFound where there is none yet."""
    with desk.session() as session:
        projects = [row for row in all_projects(session) if row.server == desk.server]
    if not projects:
        raise NotFound("nothing has been pushed to this Label Studio yet; run: workbench push")
    with desk.connect() as client:
        for project in projects:
            yield client, project
