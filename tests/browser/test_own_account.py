"""One's own account in the browser: which organisation, which language."""

import pytest
from playwright.sync_api import Page, expect

from organisations.models import Membership
from tests.browser.hands import Hand
from tests.browser.words import said
from tests.factories import MembershipFactory


@pytest.fixture
def in_both(editor, elsewhere) -> None:
    MembershipFactory(user=editor, organisation=elsewhere, role=Membership.Role.VIEWER)


def test_another_organisation_is_chosen(in_both, hand: Hand, page: Page, journey):
    page.goto("/organisatie/wissel/")
    hand.press(page.get_by_role("button", name="Gemeente Elders"))
    expect(page.locator("#site-header")).to_contain_text("Gemeente Elders")
    assert page.goto(journey.get_absolute_url()).status == 404

    page.goto("/organisatie/wissel/")
    hand.press(page.get_by_role("button", name="Gemeente Waterrijk"))
    expect(page.get_by_role("link", name=journey.title, exact=True)).to_be_visible()


def test_the_account_menu_opens_and_closes(hand: Hand, page: Page, example):
    page.goto("/")
    hand.press(page.get_by_role("button", name="Gemeente Waterrijk"))
    expect(page.get_by_role("link", name=said("My account"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name=said("My account"))).to_be_hidden()

    hand.press(page.get_by_role("button", name="Gemeente Waterrijk"))
    hand.press(page.get_by_role("link", name=said("My account")))
    expect(page.get_by_role("heading", level=1)).to_have_text(said("My account"))


def test_the_product_speaks_english(hand: Hand, page: Page, journey):
    page.goto("/account/")
    hand.pick(page.get_by_role("radio", name="English"))
    hand.press(page.get_by_role("button", name=said("Save")))
    expect(page.get_by_role("heading", level=1)).to_have_text("My account")

    page.goto(journey.get_absolute_url())
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("region", name="Map of the journey")).to_be_visible()


def test_the_way_in_speaks_english(visit, example):
    page = visit()
    page.goto("/account/inloggen/")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
