"""An editor on a phone: all of it within reach of a thumb."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_map import editor, field, title

FIRST = "Ik doe een zwangerschapstest"
LEAVES = "(menu) => menu.getBoundingClientRect().right - document.documentElement.clientWidth"
EDGE = "(field) => getComputedStyle(field).borderBlockStartColor"


@pytest.fixture
def phone(visit, editor_and_facilitator, journey) -> Page:
    page = visit(editor_and_facilitator[0], viewport={"width": 390, "height": 740}, has_touch=True)
    page.goto(journey.get_absolute_url())
    return page


def test_the_menu_stays_on_the_screen_and_the_fields_take_the_width(phone: Page):
    title(phone, FIRST).tap()
    more = editor(phone).locator("summary")
    more.tap()

    assert editor(phone).locator(".menu").evaluate(LEAVES) <= 0
    assert more.bounding_box()["height"] >= 44
    assert field(phone, "title").bounding_box()["width"] > 290


def test_an_empty_field_is_no_mistake_yet(phone: Page):
    title(phone, FIRST).tap()
    edge = field(phone, "title").evaluate(EDGE)
    field(phone, "title").fill("")

    expect(field(phone, "title")).to_have_value("")
    assert field(phone, "title").evaluate(EDGE) == edge
