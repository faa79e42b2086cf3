"""A database of its own, gone when the measuring is done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

from config.embedded_postgres import DATABASE, ROLE, EmbeddedPostgres
from develop.environment import VAR


@contextmanager
def scratch_database() -> Iterator[None]:
    """DATABASE_URL names the new database inside, for this process and for those it starts."""
    existing = os.environ.get("DATABASE_URL", "").strip() or _embedded()
    name = f"leefwereld_bench_{os.getpid()}"
    _run(existing, "CREATE DATABASE {}", name)
    os.environ["DATABASE_URL"] = urlsplit(existing)._replace(path=f"/{name}").geturl()
    try:
        yield
    finally:
        os.environ["DATABASE_URL"] = existing
        _run(existing, "DROP DATABASE {} WITH (FORCE)", name)


def _embedded() -> str:
    """An address has no place for a folder with a socket: libpq reads that from the environment."""
    server = EmbeddedPostgres(VAR)
    server.attach()
    os.environ.update(PGHOST=str(server.socket_folder), PGPORT="5432")
    return f"postgres://{ROLE}@/{DATABASE}"


def _run(address: str, statement: str, name: str) -> None:
    connection = psycopg2.connect(address)
    connection.autocommit = True
    try:
        connection.cursor().execute(sql.SQL(statement).format(sql.Identifier(name)))
    finally:
        connection.close()
