"""workbench release"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import click

from workbench.cli.desk import Desk, at_desk
from workbench.cli.progress import bar
from workbench.core.difference import Kind, line_of
from workbench.core.release import About
from workbench.export.record import encode_line
from workbench.pipeline.difference import compare
from workbench.pipeline.release import Terms, enter, folder_of, prepare
from workbench.pipeline.restore import restore
from workbench.pipeline.verify import Report, verify_release
from workbench.store.releases import all_releases
from workbench.store.signing import all_keys, public_keys, read_keys, signer

folder = click.Path(file_okay=False, path_type=Path)


@click.group("release")
def command() -> None:
    """Make, check and compare releases: numbered, signed verified claim sets that never change."""


@command.command("create")
@click.option("--out", type=folder, help="Folder to copy it into, beside releases/ in the state folder.")
@click.option(
    "--unresolved", is_flag=True, help="Release claims with open discrepancies too, flagged as such."
)
@click.option("--by", help="Who makes it; the account's name by default.")
@at_desk
def create(desk: Desk, out: Path | None, unresolved: bool, by: str | None) -> None:
    """Freeze the verified claim set as it is now, under the next number.

    Nothing is released where evidence waits for a cross-check, or where a quote no longer stands in its
    article.
    """
    if out is not None and out.exists():
        raise click.BadParameter(
            f"{out} is there already; a release is never written over", param_hint="--out"
        )
    terms = Terms(
        by=by or desk.settings.signature,
        now=desk.now(),
        unresolved=unresolved,
        quote_limit=desk.settings.quote_characters,
    )
    key = signer(desk.keys)
    with bar("release") as tell, desk.session() as session:
        prepared = prepare(
            session,
            desk.vocabulary,
            desk.releases,
            terms=terms,
            key=desk.pseudonym_key,
            signer=key,
            progress=lambda file, done, total: tell(done, total),
        )
    with desk.writing() as session:
        made = enter(session, prepared, desk.releases)
    if out is not None:
        shutil.copytree(made, out)
    click.echo(f"release {prepared.about.number}: {_counts(prepared.about)}, in {out or made}")
    if key is None:
        click.echo("it is not signed: workbench keys make makes a key for the next one")
    else:
        click.echo(f"signed with the key {key.id}")


@command.command("list")
@at_desk
def show(desk: Desk) -> None:
    """List the releases, the newest first."""
    with desk.session() as session:
        made = all_releases(session)
    for one in made:
        about = one.about
        click.echo(f"{about.number}\t{about.made_at:%Y-%m-%d %H:%M}\t{about.made_by}\t{_counts(about)}")
    if not made:
        click.echo("there is no release yet; workbench release create makes one")


@command.command("verify")
@click.argument("release", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--keys",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Published keys to trust; by default those of the state folder. An unsigned release fails then.",
)
@click.option("--rebuild", is_flag=True, help="Make all files anew from the evidence and the decision log.")
@at_desk
def verify(desk: Desk, release: Path, keys: Path | None, rebuild: bool) -> None:
    """Check the hashes, the signature and, with --rebuild, the files of RELEASE, a folder.

    Needs no database. Ends with exit code 1 and names each file that is not as it was released.
    """
    report, about = _checked(desk, release, keys, signed=keys is not None, rebuild=rebuild)
    also = ", made anew from evidence and decisions with the same result" if rebuild else ""
    click.echo(f"release {about.number}: {report.files} files are as the manifest says{also}")
    click.echo(f"signed with the key {report.key}" if report.key else "unsigned: nothing says who made it")


@command.command("import")
@click.argument("release", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--keys",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Published keys to trust; by default those of the state folder.",
)
@click.option("--unsigned", is_flag=True, help="Take a release that nobody signed.")
@at_desk
def take(desk: Desk, release: Path, keys: Path | None, unsigned: bool) -> None:
    """Read RELEASE, a folder, into an empty workbench, to carry on from it.

    Hashes and signature are checked first. Of the articles only what is quoted is there; once an article is
    ingested, it is a newer version of the same.
    """
    _, about = _checked(desk, release, keys, signed=not unsigned)
    with desk.writing() as session:
        found = restore(
            session,
            desk.vocabulary,
            release,
            about,
            now=desk.now(),
            settings=desk.check_settings,
        )
    click.echo(
        f"imported: {found.articles:,} articles, {found.annotations:,} annotations, {found.claims:,} claims, "
        f"{found.decisions:,} decisions, of which {found.settled:,} are in force"
    )


@command.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--format", "kind", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@at_desk
def diff(desk: Desk, before: str, after: str, kind: str) -> None:
    """Say what was added, changed and withdrawn from A to B, and which decision or article did it.

    A and B are numbers of releases, or folders of releases.
    """
    sides = [folder_of(desk.releases, int(one)) if one.isdecimal() else Path(one) for one in (before, after)]
    counts: Counter[str] = Counter()
    for found in compare(*sides):
        counts[found.kind.value] += 1
        click.echo(encode_line(found) if kind == "jsonl" else line_of(found))
    if kind == "text":
        words = ", ".join(f"{counts[one.value]:,} {one.value}" for one in Kind)
        click.echo(words)


def _counts(about: About) -> str:
    return ", ".join(f"{count:,} {status}" for status, count in about.counts.items()) or "no claims"


def _checked(
    desk: Desk, release: Path, keys: Path | None, *, signed: bool, rebuild: bool = False
) -> tuple[Report, About]:
    """Names each file that is not as it was released, and ends there."""
    published = read_keys(keys) if keys else all_keys(desk.keys)
    with bar("verify") as tell:
        report = verify_release(
            release,
            public_keys(published),
            signed=signed,
            rebuild=rebuild,
            progress=lambda file, done, total: tell(done, total),
        )
    for problem in report.problems:
        click.echo(f"{problem.file}: {problem.message}", err=True)
    if not report.holds or report.about is None:
        raise click.ClickException(f"{release} is not as it was released")
    return report, report.about
