"""From anywhere everything is found, with the mouse and with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.words import said


@pytest.fixture
def opened(hand: Hand, page: Page, example) -> Page:
    page.goto("/personas/")
    if hand.__class__.__name__ == "Keyboard":
        page.keyboard.press("Control+k")
    else:
        page.get_by_role("link", name=said("Search"), exact=True).click()
    expect(page.get_by_role("searchbox", name=said("Search everything"))).to_be_focused()
    return page


def test_a_step_is_found_while_typing_and_gone_to(hand: Hand, opened: Page):
    opened.keyboard.type("zwangerschapst")
    result = opened.locator("#palette-results").get_by_role("link", name="Ik doe een zwangerschapstest").first
    expect(result).to_be_visible()
    hand.press(result)

    expect(opened).to_have_url(re.compile(r"/klantreizen/\d+/#stap-\d+$"))


def test_enter_waits_for_what_is_found(page: Page, example):
    page.goto("/personas/")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-results a").first).to_be_visible()
    page.route(
        re.compile(r"/zoeken/\?zoek=zwanger"), lambda route: (page.wait_for_timeout(400), route.continue_())
    )
    page.keyboard.type("zwangerschapst")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/klantreizen/\d+/#stap-\d+$"))


def test_enter_where_nothing_is_found_says_so_and_keeps_the_focus(opened: Page):
    opened.keyboard.type("qqqq")
    opened.keyboard.press("Enter")

    expect(opened.locator("#palette-results")).to_contain_text("qqqq")
    expect(opened.get_by_role("searchbox", name=said("Search everything"))).to_be_focused()
    expect(opened).to_have_url(re.compile("/personas/$"))


def test_arrow_keys_walk_through_the_list_and_back_to_the_field(opened: Page):
    opened.keyboard.type("persona")
    expect(opened.locator("#palette-results a").first).to_be_visible()
    opened.keyboard.press("ArrowDown")
    expect(opened.locator("#palette-results a").first).to_be_focused()
    opened.keyboard.press("ArrowUp")
    expect(opened.get_by_role("searchbox", name=said("Search everything"))).to_be_focused()

    opened.keyboard.press("Escape")
    expect(opened.locator("#palette")).not_to_be_visible()


def test_a_slash_in_a_field_is_a_slash(page: Page, example):
    page.goto("/personas/nieuw/")
    field = page.locator("main input[type=text]").first
    field.press("/")

    expect(field).to_have_value("/")
    expect(page.locator("#palette")).not_to_be_visible()

    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#palette")).to_be_visible()
