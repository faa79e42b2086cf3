"""Listens to the database as another process does."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg2
from django.db import connection


@contextmanager
def listening(channel: str) -> Iterator:
    """What is told at commit, each time `heard()` is called."""
    other = psycopg2.connect(**connection.get_connection_params())
    other.autocommit = True
    other.cursor().execute(f"LISTEN {channel}")

    def heard() -> list[dict]:
        other.poll()
        told = [json.loads(notice.payload) for notice in other.notifies]
        other.notifies.clear()
        return told

    try:
        yield heard
    finally:
        other.close()
