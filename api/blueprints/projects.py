"""Label Studio projects: made, filled and read."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from workbench.exceptions import Conflict
from workbench.labelstudio.config import NAME, load_config
from workbench.labelstudio.worth import NAME as WORTH_CONFIG
from workbench.pipeline.project import TITLE, WORTH_TITLE, open_project
from workbench.pipeline.pull import pull
from workbench.pipeline.push import push
from workbench.pipeline.send_back import send_back
from workbench.store.projects import all_projects, count_tasks, get_project
from workbench.store.rows import ProjectRow

from ..bench import Bench, bench
from ..openapi import Blueprint
from ..schemas.project import (
    ProjectInSchema,
    ProjectSchema,
    ProjectsSchema,
    PullArguments,
    PulledSchema,
    PushedSchema,
)

blueprint = Blueprint("projects", __name__, "Label Studio projects, in which people label the sentences.")

ONE = "/projects/<int(max=2147483647):project_id>"


@blueprint.route("/projects", methods=["POST"])
@blueprint.arguments(ProjectInSchema)
@blueprint.response(201, ProjectSchema, description="The project, made where there was none of that title")
@blueprint.errors(409, 415, 502, 503)
@blueprint.doc(summary="Find or make the project with this title")
def post_project(arguments: dict[str, Any]) -> dict[str, Any]:
    here, worth = bench(), arguments["worth"]
    with here.exchange() as client, here.writing() as session:
        row, _ = open_project(
            session,
            client,
            server=here.server,
            xml=load_config(name=WORTH_CONFIG if worth else NAME),
            vocabulary=here.vocabulary,
            title=arguments.get("title", WORTH_TITLE if worth else TITLE),
        )
        return _shown(session, row)


@blueprint.route("/projects", methods=["GET"])
@blueprint.response(200, ProjectsSchema)
@blueprint.doc(summary="The projects that are known")
def get_projects() -> dict[str, Any]:
    with bench().session() as session:
        return {"items": [_shown(session, row) for row in all_projects(session)]}


@blueprint.route(f"{ONE}/push", methods=["POST"])
@blueprint.response(200, PushedSchema)
@blueprint.errors(404, 409, 502, 503)
@blueprint.doc(summary="Send the sentences that are not there yet, with their suggestions")
def push_project(project_id: int) -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        _ours(session, here, project_id)
    with here.exchange() as client:
        done = push(here.writing, client, project_id, here.vocabulary, now=here.now())
        back = send_back(
            here.writing, client, here.vocabulary, server=here.server, xml=load_config(), now=here.now()
        )
    return {
        "pushed": done.pushed,
        "refreshed": done.refreshed,
        "marked": done.marked,
        "returned": back.sentences if back else 0,
        "refused": [{"sentence": one, "reason": reason} for one, reason in done.refused.items()],
    }


@blueprint.route(f"{ONE}/pull", methods=["POST"])
@blueprint.arguments(PullArguments, location="query")
@blueprint.response(200, PulledSchema)
@blueprint.errors(404, 409, 502, 503)
@blueprint.doc(summary="Fetch annotations: new, changed and deleted ones")
def pull_project(arguments: dict[str, bool], project_id: int) -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        _ours(session, here, project_id)
    with here.exchange() as client:
        done = pull(here.writing, client, project_id, here.vocabulary, now=here.now(), full=arguments["full"])
    return {"changed": done.changed, "gone": done.gone, "edited": done.edited}


def _ours(session: Session, here: Bench, project_id: int) -> None:
    """The project is there, and at the Label Studio in force."""
    row = get_project(session, project_id)
    if row.server != here.server:
        raise Conflict(
            f"project {project_id} is at the Label Studio {row.server!r}, and {here.server!r} is in force; "
            "see WORKBENCH_LABEL_STUDIO_URL"
        )


def _shown(session: Session, row: ProjectRow) -> dict[str, Any]:
    sentences, pushed = count_tasks(session, row.id)
    return {
        "id": row.id,
        "title": row.title,
        "server": row.server,
        "number": row.number,
        "sentences": sentences,
        "pushed": pushed,
        "pulled_to": row.pulled_to,
    }
