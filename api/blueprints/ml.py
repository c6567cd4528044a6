"""Our suggester as Label Studio asks for it: the contract of its machine learning backends."""

from __future__ import annotations

import hmac
from typing import Any

from flask import abort, request

from workbench.exceptions import InvalidData
from workbench.labelstudio.model import PATH, USER
from workbench.pipeline.predict import predict
from workbench.text.suggest import SUGGESTER

from ..bench import bench
from ..openapi import PREFIX, Blueprint
from ..schemas.ml import ModelHealthSchema, PredictedSchema, SetUpSchema, VersionsSchema

blueprint = Blueprint("ml", __name__, "Suggestions for tasks that Label Studio shows right now.")
HERE = PATH.removeprefix(PREFIX)
MOST = 10_000  # tasks in one question


@blueprint.before_request  # type: ignore[untyped-decorator]
def check_password() -> None:
    """Label Studio sends what it was given on registration, but not to the webhook that it adds by itself."""
    if request.path.endswith("/webhook"):
        return
    given = request.authorization
    password = (given.password if given is not None and given.username == USER else None) or ""
    if not hmac.compare_digest(password.encode(), bench().secret.encode()):
        abort(403, "the password is wrong; register with: workbench label-studio connect-model")


@blueprint.route(f"{HERE}/health", methods=["GET"])
@blueprint.response(200, ModelHealthSchema)
@blueprint.errors(403)
@blueprint.doc(summary="Label Studio asks before every prediction")
def get_health() -> dict[str, str]:
    return {"status": "UP", "model_class": SUGGESTER}


@blueprint.route(f"{HERE}/setup", methods=["POST"])
@blueprint.response(200, SetUpSchema)
@blueprint.errors(403)
@blueprint.doc(summary="Which version suggests; what Label Studio sends along is not kept")
def post_setup() -> dict[str, str]:
    return {"model_version": SUGGESTER}


@blueprint.route(f"{HERE}/versions", methods=["GET"])
@blueprint.response(200, VersionsSchema)
@blueprint.errors(403)
@blueprint.doc(summary="The versions there are")
def get_versions() -> dict[str, list[str]]:
    return {"versions": [SUGGESTER]}


@blueprint.route(f"{HERE}/predict", methods=["POST"])
@blueprint.response(200, PredictedSchema)
@blueprint.errors(403, 422)
@blueprint.doc(summary="A prediction for each task, in their order")
def post_predict() -> dict[str, Any]:
    asked = request.get_json(silent=True)
    tasks = asked.get("tasks") if isinstance(asked, dict) else None
    if not isinstance(tasks, list) or len(tasks) > MOST:
        raise InvalidData(f"tasks is to be a list of at most {MOST:,}", fields={"tasks": ["invalid"]})
    here = bench()
    with here.session() as session:
        return {"results": predict(session, here.vocabulary, tasks)}


@blueprint.route(f"{HERE}/webhook", methods=["POST"])
@blueprint.response(204)
@blueprint.doc(summary="Label Studio adds this webhook by itself; there is nothing to train")
def post_webhook() -> None:
    return None
