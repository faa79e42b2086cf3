"""Several processes on one database, as on several machines; and one that is started anew."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect

from develop.environment import ROOT
from develop.processes import server_command
from tests.browser.conftest import new_context, session_of
from tests.browser.on_map import editor, field, title
from tests.browser.server import free_port, wait_until_open
from tests.browser.test_live import MINE, THEIRS, people, rename, type_title
from tests.browser.words import said


@contextmanager
def another_process(port: int) -> Iterator[str]:
    """A server as `make run` starts it, on the database of the tests."""
    database = connection.settings_dict
    url = f"postgres://{database['USER']}@/{database['NAME']}"
    place = {"PGHOST": str(database["HOST"]), "PGPORT": str(database["PORT"]), "DATABASE_URL": url}
    server = subprocess.Popen(server_command(port), cwd=ROOT, env=os.environ | place, start_new_session=True)
    try:
        wait_until_open(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def elsewhere_on(browser: Browser, transactional_db) -> Iterator:
    """`elsewhere_on(url, user)`: a tab on another server."""
    contexts = []

    def opened(url: str, user) -> Page:
        contexts.append(new_context(browser, url, session_of(user)))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def test_another_process_on_the_same_database_shows_it_too(
    visit, editor_and_facilitator, journey, elsewhere_on
):
    here, there = editor_and_facilitator
    with another_process(free_port()) as url:
        mine, theirs = visit(here), elsewhere_on(url, there)
        for page in (mine, theirs):
            page.goto(journey.get_absolute_url())
        expect(people(mine)).to_have_count(2)
        expect(people(theirs)).to_have_count(2)

        type_title(theirs, THEIRS)
        expect(mine.locator(".here-cell")).to_contain_text(str(there))
        editor(theirs).get_by_role("button", name=said("Save")).click()

        expect(title(mine, THEIRS)).to_be_visible()
        expect(mine.locator(".here-cell")).to_have_count(0)
        theirs.context.close()
    expect(mine.locator("#here")).to_be_hidden()


def test_a_server_that_is_started_anew_loses_nothing(journey, editor_and_facilitator, elsewhere_on):
    port = free_port()
    with another_process(port) as url:
        page = elsewhere_on(url, editor_and_facilitator[0])
        page.goto(journey.get_absolute_url())
        expect(page.locator("#here li")).to_have_count(1)
        type_title(page, MINE)
    expect(page.locator("#connection")).to_contain_text(said("No connection. What you type stays."))
    rename(journey, "Ik zoek hulp", "Ik zoek een verloskundige")

    with another_process(port):
        expect(page.locator("#connection")).to_contain_text(said("Connected again."))
        expect(title(page, "Ik zoek hulp")).to_be_visible()
        expect(field(page, "title")).to_have_value(MINE)
        rename(journey, THEIRS)
        expect(editor(page).get_by_role("note")).to_be_visible()
        page.context.close()
