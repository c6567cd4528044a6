"""workbench serve"""

from __future__ import annotations

import signal
import socket

import click

from workbench.cli.desk import Desk, at_desk

HOST = "127.0.0.1"
PORT = 8350


@click.command("serve")
@click.option(
    "--port", default=PORT, show_default=True, help="A port on loopback; a free one if it is taken."
)
@at_desk
def command(desk: Desk, port: int) -> None:
    """Serve the review page and the API on loopback, until Ctrl+C."""
    serve(desk, port=port)


def serve(desk: Desk, *, port: int = PORT) -> None:
    import waitress
    from werkzeug.utils import import_string

    from workbench.pipeline.accounts import first_invitation

    engine_ready = desk.engine  # the schema is brought up before the first request
    engine_ready.dispose()
    app = import_string("api.app:create_app")(desk.settings)
    listening = listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}"
    click.echo(f"review page: {address}/")
    click.echo(f"API:         {address}/api/v1/  (description: {address}/api/v1/docs)")
    with desk.writing() as session:
        secret = first_invitation(session, now=desk.now())
    if secret is not None:
        click.echo(f'first admin:  {address}/welcome/{secret}  (works once; sets the password of "admin")')
    click.echo("Ctrl+C ends it.")
    for order in (signal.SIGINT, signal.SIGTERM):  # either way what was started is stopped again
        signal.signal(order, signal.default_int_handler)
    waitress.serve(app, sockets=[listening], threads=8, ident="workbench", _quiet=True)


def listen(port: int) -> socket.socket:
    """A listening socket on loopback: on that port, or on any free one where it is taken."""
    for candidate in (port, 0):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, candidate))
        except OSError:
            listening.close()
            continue
        listening.listen(128)
        return listening
    raise click.ClickException("no free port on the loopback address")
