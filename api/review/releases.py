"""The releases: a list with a form for editors, one with its files, and what changed between two."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.difference import Difference, Kind
from workbench.exceptions import Conflict
from workbench.pipeline.difference import compare
from workbench.pipeline.release import folder_of
from workbench.store.releases import all_releases, get_release
from workbench.store.signing import all_keys

from ..bench import bench
from ..releases import in_full, make_release, shown
from ..who import who
from . import words

blueprint = Blueprint("releases_pages", __name__)

MOST = 200  # differences on a page
MOST_BLOCKED = 50  # quotes that do not stand, on a page
NUMBER = "<int(max=2147483647):number>"
STATUSES = {
    "verified": "verified",
    "unresolved": "not resolved, flagged as such",
    "superseded": "superseded by another claim",
    "withdrawn": "withdrawn since an earlier release",
}
MEANINGS = {
    "claims.csv": "every claim, a row each",
    "claims.jsonl": "the same as JSON lines",
    "claims.parquet": "the same as Parquet",
    "series.csv": "a row for each series and as-of day",
    "ged.csv": "the same under the column names of UCDP GED",
    "report.html": "the same for people, with timelines",
    "datapackage.json": "what stands in each file: a Data Package",
    "croissant.json": "the same as Croissant metadata",
    "claimreview.jsonld": "schema.org ClaimReview",
    "annotations.jsonld": "W3C Web Annotations: which words say what",
    "prov.json": "where each figure comes from: PROV-JSON",
    "label_studio.json": "what was labelled, for Label Studio",
    "changelog.jsonl": "what changed since the release before",
    "withdrawn.jsonl": "what an earlier release had and does not stand any more",
    "evidence.jsonl": "the claims that all files are made from",
    "findings.jsonl": "the discrepancies they stand in",
    "decisions.jsonl": "the log of decisions on these",
    "articles.jsonl": "the articles that are quoted",
    "events.jsonl": "the events",
    "rulings.jsonl": "what reviewers say of who copies whom",
    "terms.json": "units, places, names of events",
    "manifest.json": "each file with its SHA-256: an in-toto statement",
    "manifest.dsse.json": "the signature over the manifest",
    "SHA256SUMS": "for sha256sum --check",
}


@blueprint.get("/releases")
def index() -> AnyResponse:
    return _page()


@blueprint.post("/releases")
def make() -> AnyResponse:
    """Makes the next one; what stands in the way is listed."""
    here = bench()
    try:
        number = make_release(here, by=who(), unresolved=request.form.get("unresolved") == "yes")
    except Conflict as error:
        return _page(error)
    return redirect(url_for(".release", number=number), 303)


@blueprint.get(f"/releases/{NUMBER}")
def release(number: int) -> str:
    """Raises NotFound."""
    here = bench()
    found = in_full(here, number)
    with here.session() as session:
        about = get_release(session, number).about
    return render_template(
        "review/release.html",
        release=found,
        about=about,
        statuses=STATUSES,
        files=[(one, MEANINGS.get(one["name"], "")) for one in found["files"]],
    )


@blueprint.get(f"/releases/{NUMBER}/changes")
def changes(number: int) -> str:
    """Against the release before, or the one that is named. Raises NotFound."""
    here = bench()
    since = request.args.get("since", type=int) or number - 1
    with here.session() as session:
        numbers = [made.about.number for made in all_releases(session)]
    after = folder_of(here.releases, number)
    found = compare(folder_of(here.releases, since) if since else None, after)
    first: list[Difference] = list(islice(found, MOST))
    counts = Counter(one.kind for one in first)
    counts.update(one.kind for one in found)
    return render_template(
        "review/changes.html",
        number=number,
        since=since,
        numbers=[other for other in numbers if other != number],
        counts=[(kind.value, counts[kind]) for kind in Kind],
        total=counts.total(),
        differences=first,
        because=words.BECAUSE,
    )


def _page(stopped: Conflict | None = None) -> AnyResponse:
    here = bench()
    with here.session() as session:
        made = [shown(one, here.releases) for one in all_releases(session)]
    page = render_template(
        "review/releases.html",
        releases=made,
        statuses=STATUSES,
        keys=[key for key in all_keys(here.keys) if key.retired_at is None],
        stopped=stopped.message.partition("\n")[0] if stopped else None,
        blocked=list(stopped.fields.items())[:MOST_BLOCKED] if stopped else [],
    )
    return AnyResponse(page, 409 if stopped else 200, mimetype="text/html")
