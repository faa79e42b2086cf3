"""What machines ask without signing in."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, connection


def test_a_live_server_says_so_without_the_database(client):
    assert client.get("/_healthz/livez/").content == b"ok\n"


def test_a_server_with_its_database_is_ready(client, db):
    assert client.get("/_healthz/readyz/").status_code == 200


def test_a_server_without_database_is_not_ready(client, db):
    with patch.object(connection, "cursor", side_effect=OperationalError):
        assert client.get("/_healthz/readyz/").status_code == 503


def test_probes_are_not_sent_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/_healthz/livez/").status_code == 200
    assert client.get("/robots.txt").status_code == 301


def test_no_search_engine_reads_along(client):
    assert b"Disallow: /\n" in client.get("/robots.txt").content


def test_a_contact_for_weaknesses_comes_from_the_environment(client, settings):
    settings.SECURITY_TXT_CONTACT = "mailto:veiligheid@waterrijk.example"

    response = client.get("/.well-known/security.txt")

    assert response.headers["Content-Type"].startswith("text/plain")
    assert b"Contact: mailto:veiligheid@waterrijk.example\nExpires: 2" in response.content


def test_without_a_contact_there_is_no_file(client, settings):
    settings.SECURITY_TXT_CONTACT = ""

    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("path", ["/_healthz/livez/", "/_healthz/readyz/", "/robots.txt"])
def test_machines_only_read(client, path):
    assert client.post(path).status_code == 405
