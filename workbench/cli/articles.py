"""workbench articles"""

from __future__ import annotations

import click

from workbench.cli.desk import Desk, at_desk
from workbench.crosscheck.message import plain
from workbench.pipeline.crosscheck import CrossChecked
from workbench.pipeline.withdraw import reinstate, withdraw
from workbench.store.articles import name_article
from workbench.store.search import find_articles
from workbench.store.withdrawals import standing_of

MOST = 1000  # articles that are printed at once


@click.group("articles")
def command() -> None:
    """List articles, withdraw one, or reinstate it.

    An ARTICLE is named by its id, the beginning of it, its URL or its file.
    """


@command.command("list")
@click.argument("words", nargs=-1)
@at_desk
def show(desk: Desk, words: tuple[str, ...]) -> None:
    """Print the articles with these WORDS in title or outlet, the newest first."""
    with desk.session() as session:
        found, after = find_articles(session, " ".join(words), limit=MOST)
        withdrawn = standing_of(session, [article.id for article in found])
    for article in found:
        why = withdrawn.get(article.id)
        click.echo(
            f"{article.id[:12]} {article.published_at} {plain(article.outlet)}: "
            f"{plain(article.title or 'without a title')}, {article.claims:,} claims"
            + (f", withdrawn by {plain(why.withdrawn_by)}: {plain(why.reason)}" if why else "")
        )
    if after:
        click.echo(f"the newest {MOST:,} are shown; name words to see others")


@command.command("withdraw")
@click.argument("article")
@click.option("--reason", required=True, help="Why; annotators read it on its tasks.")
@click.option("--reviewer", help="Who says so; the account's name by default.")
@at_desk
def withdraw_one(desk: Desk, article: str, reason: str, reviewer: str | None) -> None:
    """Say that ARTICLE is no evidence any more.

    What it says leaves the claims, and all that rested on it is checked anew; annotations and decisions stay
    recorded. The next push says so on its tasks.
    """
    with desk.writing() as session:
        checked = withdraw(
            session,
            desk.vocabulary,
            name_article(session, article),
            reason=reason,
            by=reviewer or desk.settings.signature,
            now=desk.now(),
            settings=desk.check_settings,
        )
    _tell("withdrawn", checked)


@command.command("reinstate")
@click.argument("article")
@click.option("--reviewer", help="Who says so; the account's name by default.")
@at_desk
def reinstate_one(desk: Desk, article: str, reviewer: str | None) -> None:
    """Say that ARTICLE is evidence again."""
    with desk.writing() as session:
        checked = reinstate(
            session,
            desk.vocabulary,
            name_article(session, article),
            by=reviewer or desk.settings.signature,
            now=desk.now(),
            settings=desk.check_settings,
        )
    _tell("reinstated", checked)


def _tell(what: str, checked: CrossChecked) -> None:
    click.echo(
        f"{what}; {checked.claims:,} claims and reference counts are left, {checked.came:,} findings came "
        f"and {checked.went:,} went; run workbench push to say so on its tasks"
    )
