"""Which PostgreSQL the product uses: the one in DATABASE_URL, or else an embedded one under `var/`."""

import os
from pathlib import Path
from typing import Any

import environ

from config.embedded_postgres import CARELESS, DATABASE, ROLE, EmbeddedPostgres

VAR = Path(__file__).resolve().parent.parent / "var"


def database_settings() -> dict[str, Any]:
    """The settings of the default database; starts the embedded server where DATABASE_URL is not set."""
    url = os.environ.get("DATABASE_URL", "").strip()
    settings = environ.Env.db_url_config(url) if url else embedded_settings()
    suffix = os.environ.get("TEST_DATABASE_SUFFIX", "")
    settings["TEST"] = {"NAME": f"test_leefwereld_{suffix}" if suffix else "test_leefwereld"}
    return settings


def embedded_settings() -> dict[str, Any]:
    server = embedded_server()
    server.attach()
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": ROLE,
        "HOST": str(server.socket_folder),
        "PORT": "5432",
    }


def embedded_server() -> EmbeddedPostgres:
    """That of the product; tests have one of their own, which is quicker and may lose what it holds."""
    if os.environ.get("FOR_TESTS"):
        return EmbeddedPostgres(VAR / "tests", CARELESS, may_set=("session_replication_role",))
    return EmbeddedPostgres(VAR)
