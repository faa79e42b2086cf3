"""`make run`: from a clone to a page in the browser."""

import json
import os
from pathlib import Path

from develop import processes
from develop.environment import ROOT, VAR
from develop.stages import Refused, stage

OLDEST_POSTGRES = 15
ACCOUNTS = VAR / "demo-accounts"


def main(_arguments: list[str]) -> int:
    port = port_asked()
    address = f"http://127.0.0.1:{port}"
    with processes.only_one(address):
        processes.stop_leftover()
        processes.refuse_taken_port(port)
        prepare()
        return serve(port, address)


def port_asked() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Refused(f"PORT={text} is no port: give a number from 1 to 65535.")
    return int(text)


def prepare() -> None:
    """All that a page needs, each part only where it is not there yet."""
    from develop import messages, static

    with stage("Translations", "compiling what changed in locale/"):
        messages.compile_changed()
    with stage("Database", where_the_database_is()):
        start_django()
        refuse_old_database()
    with stage("Tables", "bringing them up to date"):
        migrate()
    with stage("Example", "the worked example and accounts to try it with"):
        load_example()
    with stage("Static files", "collecting them in var/static"):
        static.collect_changed()


def where_the_database_is() -> str:
    if os.environ.get("DATABASE_URL", "").strip():
        return "connecting to the one in DATABASE_URL"
    from config.database import embedded_server

    return f"starting the embedded PostgreSQL in {embedded_server().data.relative_to(ROOT)}"


def start_django() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError, connection

    from config.embedded_postgres import ServerFailed

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        django.setup()
        connection.ensure_connection()
    except ServerFailed as error:
        raise Refused(str(error)) from error
    except ImproperlyConfigured as error:
        raise Refused(f"The settings are wrong:\n{error}") from error
    except OperationalError as error:
        raise Refused(f"The database does not answer:\n{error}") from error


def refuse_old_database() -> None:
    from django.db import connection

    found = connection.connection.server_version // 10000
    if found < OLDEST_POSTGRES:
        raise Refused(f"DATABASE_URL names PostgreSQL {found}: {OLDEST_POSTGRES} or newer is needed.")


def migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def load_example() -> None:
    """Once: whoever removes the example does not find it back at the next start."""
    from django.core.management import call_command

    from organisations.models import Organisation

    is_new = not Organisation.objects.exists()
    if is_new:
        call_command("load_example", verbosity=0)
    call_command("demo_accounts", verbosity=0)
    if is_new:
        call_command("load_example_sessions", verbosity=0)


def serve(port: int, address: str) -> int:
    server = processes.start_server(port)
    try:
        with stage("Server", f"starting on {address}"):
            processes.wait_until_open(server, port)
        welcome(address, ACCOUNTS)
        code = processes.serve_until_told(server)
    finally:
        processes.end_server(server)
    print("\nStopped." if code == 0 else "\nThe web server stopped by itself.")
    return code


def welcome(address: str, accounts: Path) -> None:
    print(f"\nLeefwereld runs on {address}\n")
    for account in json.loads(accounts.read_text()):
        print(f"  {account['role']:<14} {account['email']:<34} {account['password']}")
    print("\nCtrl-C stops it.", flush=True)
