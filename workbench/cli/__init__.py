"""The command `workbench`. A verb is imported only when it is called, so that --help is quick."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from workbench import __version__
from workbench.exceptions import WorkbenchError

# Verb, module in this package that holds its `command`, what it does. In the order of the flow.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("demo", "demo", "Run the whole job on the seeds, or on articles of yours."),
    ("ingest", "ingest", "Read articles, events and reference counts in."),
    ("articles", "articles", "List articles, withdraw one, or reinstate it."),
    ("push", "push", "Send sentences with their suggestions to Label Studio."),
    ("pull", "pull", "Fetch annotations from Label Studio."),
    ("normalise", "normalise", "Turn annotations into claims."),
    ("agreement", "agreement", "Say how far annotators agree."),
    ("annotators", "annotators", "List annotators and their pseudonyms, or say whose one is."),
    ("crosscheck", "crosscheck", "Compare claims across sources and print what cannot be so."),
    ("explain", "explain", "Say all that led to a discrepancy."),
    ("events", "events", "Show, make, edit and merge events."),
    ("second-opinion", "second_opinion", "Ask annotators about discrepancies, or say what they answered."),
    ("decide", "decide", "Answer a discrepancy."),
    ("origins", "origins", "Show who copies whom, and cut or add an edge."),
    ("export", "export", "Write the verified claim set."),
    ("release", "release", "Make, check and compare releases of the verified claim set."),
    ("keys", "keys", "Make, rotate and publish the keys that releases are signed with."),
    ("rebuild", "rebuild", "Derive claims and discrepancies anew from what is recorded."),
    ("serve", "serve", "Serve the review page and the API on loopback."),
    ("inspect", "inspect", "Show the sentences, numbers or suggestions in a text, without a database."),
    ("corpus", "corpus", "Extract and cross-check folders too large for a database."),
    ("label-studio", "label_studio", "Start, stop or look at a local Label Studio."),
    ("db", "db", "Bring the database to the newest schema, or check it."),
)


class Verbs(click.Group):
    """Lists the verbs without importing them, and tells our errors in one plain sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for name, module, _ in COMMANDS:
            if name == cmd_name:
                command: click.Command = import_module(f"{__name__}.{module}").command
                return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, _, text in COMMANDS])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WorkbenchError as error:
            raise click.ClickException(error.message) from error


@click.group("workbench", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
def workbench() -> None:
    """Numeric claims in the news: label them, cross-check them across sources, export what holds.

    Every setting can also be given in the environment as WORKBENCH_ and its name in capitals.
    """


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    workbench(prog_name="workbench")
