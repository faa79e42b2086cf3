"""The floor: a WSGI application that runs the statements of a page bare, and joins their rows as strings.

BENCH_STATEMENTS names a JSON file with the statements of each address, as the product ran them.
"""

import json
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import psycopg2

STATEMENTS = json.loads(Path(os.environ["BENCH_STATEMENTS"]).read_text())
kept = threading.local()


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    parts = []
    cursor = connection().cursor()
    for statement in STATEMENTS[environ["PATH_INFO"]]:
        cursor.execute(statement)
        parts += ["<p>" + " ".join(map(str, row)) + "</p>\n" for row in cursor.fetchall()]
    body = "".join(parts).encode()
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]


def connection() -> psycopg2.extensions.connection:
    """One a thread, kept open: as the product does."""
    if not hasattr(kept, "connection"):
        kept.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        kept.connection.autocommit = True
    return kept.connection
