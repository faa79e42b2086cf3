"""Whatever is sent to an address, the answer is a page or a clear refusal: never a fault of the server."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.addresses import Address, Rows, addresses, answer, rows_of

HOSTILE: dict[str, Any] = {
    "too long": "x" * 150_000,
    "NUL": "a\x00b",
    "control characters": "a\x07\x1b[31mb\x0c",
    "no number": "drie",
    "negative": "-1",
    "huge number": "9" * 40,
    "far date": "9999-99-99",
    "list": ["1", "2", "x"],
    "file": None,
}
# Names that addresses without a page of their own read.
NAMES = ("after", "before", "richting", "organisation", "language", "next", "na", "voor", "fase", "action")
QUERIES = ("-1", "9" * 40, "\u0663 abc", "x" * 5000)
PAGES = (
    "page",
    "p",
    "pagina",
    "zoek",
    "q",
    "o",
    "cursor",
    "situatie",
    "na",
    "voor",
    "fase",
    "vak",
    "next",
    "_to_field",
)


@pytest.fixture
def ours(waterrijk) -> Rows:
    return rows_of(waterrijk)


@pytest.fixture
def client(as_administrator) -> Client:
    """Someone who may do everything; a fault is shown as its status, as in a browser."""
    cache.clear()
    as_administrator.raise_request_exception = False
    return as_administrator


def fields(client: Client, path: str) -> list[str]:
    """Names of the fields on a page, and of those that no page shows."""
    page = BeautifulSoup(answer(client, "GET", path).content, "html.parser")
    named = [field["name"] for field in page.select("main form [name], #content form [name]")]
    return [name for name in dict.fromkeys([*named, *NAMES]) if name != "csrfmiddlewaretoken"]


def posts(names: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, value in HOSTILE.items():
        # How many rows a page sends is counted by Django itself, before anything is read.
        yield (
            kind,
            {name: "1" if name.endswith("_FORMS") and kind != "no number" else value for name in names},
        )


def walk(ask: Callable[[Address, str], Iterator[tuple[str, int]]], rows: Rows) -> None:
    """Ask each address, and tell together where the server failed."""
    faults = [
        f"{address}, {kind}: {status}"
        for address in addresses()
        for kind, status in ask(address, address.path(rows))
        if status >= 500
    ]
    assert not faults, "\n".join(faults)


def test_nothing_that_is_sent_breaks_an_address(client, ours):
    def ask(address: Address, path: str) -> Iterator[tuple[str, int]]:
        for kind, data in posts(fields(client, path)):
            if kind == "file":
                data = {name: SimpleUploadedFile("x.png", b"\x89PNG no picture") for name in data}
            yield kind, answer(client, "POST", path, data).status_code

    walk(ask, ours)


def test_no_query_breaks_an_address(client, ours):
    def ask(address: Address, path: str) -> Iterator[tuple[str, int]]:
        for value in QUERIES:
            query = urlencode(dict.fromkeys(PAGES, value))
            yield value[:20], answer(client, "GET", path, QUERY_STRING=query).status_code

    walk(ask, ours)


def test_control_characters_in_an_address_are_refused(client):
    assert client.get("/personas/", {"zoek": "a\x00b"}).status_code == 400
    assert client.get("/personas/", {"a\x07": "b"}).status_code == 400
    assert client.get("/stijl/%00/").status_code == 400


# Whoever has no link from a message is told so before anything is read.
BEFORE_READING = {"improvements:weekly-off": 404}


def test_too_much_at_once_is_refused(client, ours):
    client.handler.enforce_csrf_checks = True
    client.cookies["csrftoken"] = "x" * 32
    body = f"title={'x' * 3_000_000}"
    form = "application/x-www-form-urlencoded"
    statuses = {
        address.name: answer(client, "POST", address.path(ours), body, content_type=form).status_code
        for address in addresses()
    }

    assert {name: status for name, status in statuses.items() if status != 413} == BEFORE_READING


def test_a_body_that_is_no_form_breaks_no_address(client, ours):
    def ask(address: Address, path: str) -> Iterator[tuple[str, int]]:
        for kind in ("application/json", "multipart/form-data; boundary=x", "x"):
            yield kind, answer(client, "POST", path, b"\xff\x00{]", content_type=kind).status_code

    walk(ask, ours)


def test_methods_that_no_page_has_break_no_address(client, ours):
    def ask(address: Address, path: str) -> Iterator[tuple[str, int]]:
        for method in ("PUT", "DELETE", "TRACE"):
            yield method, answer(client, method, path).status_code

    walk(ask, ours)
