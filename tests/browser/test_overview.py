"""Looking through the overview: filter it, order it, and get out of where nothing is found."""

import re

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.words import said


def test_filter_order_and_the_way_out_of_nothing(hand: Hand, page: Page, example):
    page.goto("/")
    cards = page.locator(".journey-card")
    expect(cards).to_have_count(3)
    hand.choose(page.locator("#filter-status"), f"{said('with a desired journey')} (1)")
    hand.press(page.get_by_role("button", name=said("Show"), exact=True))
    expect(cards).to_have_count(1)
    expect(page).to_have_url(re.compile("status=met-gewenste"))

    hand.write(page.locator("#search"), "xyzzy")
    hand.press(page.get_by_role("button", name=said("Show"), exact=True))
    expect(cards).to_have_count(0)
    hand.press(page.locator(".overview-nothing").get_by_role("link", name=re.compile("xyzzy")))
    expect(cards).to_have_count(1)

    hand.press(page.get_by_role("link", name=said("longest out of sight")))
    expect(page.locator(".overview-order [aria-current]")).to_have_text(said("longest out of sight"))
    expect(page.locator("#filter-status")).to_have_value("met-gewenste")
    hand.press(page.get_by_role("link", name=said("Show everything")))
    expect(cards).to_have_count(3)
    page.go_back()
    expect(cards).to_have_count(1)


def test_definition_of_what_is_to_be_won(hand: Hand, page: Page, example):
    page.goto("/")
    words = page.get_by_text(said("What is ‘to be won’?"))
    hand.press(words)
    expect(page.locator(".overview-order__why p").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".overview-order__why p").first).to_be_hidden()
