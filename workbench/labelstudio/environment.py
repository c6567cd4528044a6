"""The environment of a Label Studio that we start: who may enter, and where its data lie."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.exceptions import InvalidData
from workbench.labelstudio.credentials import Credentials

KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ")


def variables(data: Path, credentials: Credentials) -> dict[str, str]:
    """Little of ours: Label Studio reads HOST, DEBUG and many more, with and without its prefix."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return kept | {
        "LABEL_STUDIO_BASE_DATA_DIR": str(data),
        "LABEL_STUDIO_USERNAME": credentials.user,
        "LABEL_STUDIO_PASSWORD": credentials.password,
        "LABEL_STUDIO_USER_TOKEN": credentials.token,
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",  # heeded on the first start of a data folder only
        "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true",
        "SSRF_PROTECTION_ENABLED": "false",  # the workbench that it is to call is on loopback, like itself
        "ML_BLOCK_LOCAL_IP": "false",
        "LATEST_VERSION_CHECK": "0",
        "COLLECT_ANALYTICS": "false",
        "SENTRY_DSN": "",
        "FRONTEND_SENTRY_DSN": "",
        "PYTHONUNBUFFERED": "1",
    }


def database_variables(url: str) -> dict[str, str]:
    """What Label Studio calls the parts of a database's address; the host may be the folder of a socket.

    Nothing for no URL: Label Studio then takes SQLite. Raises InvalidData where it is not one of PostgreSQL.
    """
    if not url:
        return {}
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.get_backend_name() != "postgresql" or not parsed.database:
        message = "the database of Label Studio is not the URL of a PostgreSQL database"
        raise InvalidData(
            f"{message}: write postgresql://user:password@host:5432/name",
            fields={"label_studio_database": ["invalid"]},
        )
    return {
        "DJANGO_DB": "default",
        "POSTGRE_NAME": parsed.database,
        "POSTGRE_USER": parsed.username or "postgres",
        "POSTGRE_PASSWORD": parsed.password or "",
        "POSTGRE_HOST": parsed.host or str(parsed.query.get("host", "localhost")),
        "POSTGRE_PORT": str(parsed.port or parsed.query.get("port", 5432)),
    }
