"""The floor: a WSGI application that runs the statements of a request bare, and joins their rows as strings.

BENCH_STATEMENTS names a JSON file with the statements of each address. `?bytes=` makes the answer that long.
"""

import json
import os
import re
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import parse_qs
from uuid import uuid4

import psycopg2

STATEMENTS = json.loads(Path(os.environ["BENCH_STATEMENTS"]).read_text())
CONTEXT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
kept = threading.local()


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    parts, context = [], str(uuid4())
    cursor = connection().cursor()
    for statement in STATEMENTS[environ["PATH_INFO"]]:
        # Every change has a context of its own: with the one of before there would be less to write.
        cursor.execute(CONTEXT.sub(context, statement))
        rows = cursor.fetchall() if cursor.description else []
        parts += ["<p>" + " ".join(map(str, row)) + "</p>\n" for row in rows]
    [length] = parse_qs(environ["QUERY_STRING"]).get("bytes", ["0"])
    body = "".join(parts).encode().ljust(int(length))
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
    return [body]


def connection() -> psycopg2.extensions.connection:
    """One a thread, kept open: as the product does."""
    if not hasattr(kept, "connection"):
        kept.connection = psycopg2.connect(os.environ["DATABASE_URL"])
        kept.connection.autocommit = True
    return kept.connection
