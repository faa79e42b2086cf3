"""Live where it is easily lost: many tabs of a browser, a hidden tab, a database that starts anew."""

import pytest
from django.db import connection
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.on_map import title
from tests.browser.test_live import FIRST, THEIRS, rename

TABS = 7  # a browser has six connections for a site over HTTP/1.1
LONG = 15_000  # ms; longer than a hidden tab listens on
CUT = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
HIDE = """(isHidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
WITHOUT_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });"


@pytest.fixture(params=["", WITHOUT_LOCKS], ids=["with locks", "without locks, as over plain http"])
def page(request, page: Page) -> Page:
    page.context.add_init_script(request.param)
    return page


def opened(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    return page


def is_stream(request) -> bool:
    return request.resource_type == "eventsource"


def test_seven_maps_in_one_browser_all_hear_and_leave_room_for_pages(page: Page, journey):
    tabs = [opened(page.context, journey.get_absolute_url()) for _ in range(TABS)]
    page.goto("/personas/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    rename(journey, THEIRS)

    for tab in tabs:
        expect(title(tab, THEIRS)).to_be_visible()


def test_the_stream_of_a_closed_tab_goes_to_one_that_waited(page: Page, journey):
    first, *others = (opened(page.context, journey.get_absolute_url()) for _ in range(5))
    last = others[-1]

    with last.expect_request(is_stream):
        first.close()

    rename(journey, THEIRS)
    expect(title(last, THEIRS)).to_be_visible()


def test_a_tab_that_is_hidden_for_long_rests_and_catches_up(visit, editor, page: Page, journey):
    page.clock.install()
    with page.expect_request(is_stream):
        page.goto(journey.get_absolute_url())
    other = opened(visit(editor).context, journey.get_absolute_url())
    expect(other.locator("#here")).to_be_attached()

    page.evaluate(HIDE, True)
    with page.expect_event("requestfailed", is_stream):
        page.clock.fast_forward(LONG)
    rename(journey, THEIRS)
    expect(title(other, THEIRS)).to_be_visible()
    expect(title(page, FIRST)).to_be_visible()
    page.evaluate(HIDE, False)

    expect(title(page, THEIRS)).to_be_visible()


def test_a_database_that_starts_anew_loses_nothing(page: Page, journey):
    page.goto(journey.get_absolute_url())
    rename(journey, THEIRS)
    expect(title(page, THEIRS)).to_be_visible()

    with connection.cursor() as cursor:
        cursor.execute(CUT)
        assert cursor.rowcount
    rename(journey, FIRST, THEIRS)

    expect(title(page, FIRST)).to_be_visible()


def test_a_tab_that_is_hidden_for_a_moment_goes_on(page: Page, journey):
    page.clock.install()
    page.goto(journey.get_absolute_url())
    expect(page.locator("#here li")).to_have_count(1)

    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    page.clock.fast_forward(LONG)
    rename(journey, THEIRS)

    expect(title(page, THEIRS)).to_be_visible()
