"""The way in: signing in, from there to the map, and a new password through the mailbox."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.words import said

PASSWORD, NEW = "a-long-password-for-tests", "another-long-password"


@pytest.fixture
def outside(visit, example) -> Page:
    """A browser in which nobody is signed in."""
    return visit()


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def outside_hand(request, outside) -> Hand:
    return request.param(outside)


def sign_in(hand: Hand, email: str, password: str) -> None:
    page = hand.page
    hand.write(page.get_by_label(said("E-mail address")), email)
    hand.write(page.get_by_label(said("Password"), exact=True), password)
    hand.press(page.get_by_role("button", name=said("Sign in")))


def test_from_signing_in_to_the_map(outside: Page, outside_hand: Hand, editor, journey):
    outside.goto("/")
    sign_in(outside_hand, editor.email, PASSWORD)
    expect(outside.get_by_role("heading", level=1)).to_have_text(said("Where are we out of sight?"))
    outside_hand.press(outside.get_by_role("link", name=journey.title, exact=True))

    expect(outside.get_by_role("heading", level=1)).to_have_text(journey.title)
    expect(outside.get_by_role("region", name=said("Map of the journey"))).to_be_visible()


def test_a_wrong_password_is_told_and_the_address_kept(outside: Page, outside_hand: Hand, editor):
    outside.goto("/account/inloggen/")
    sign_in(outside_hand, editor.email, "wrong")

    expect(outside.get_by_role("alert").filter(has_text=re.compile(r"\w"))).to_be_visible()
    expect(outside.get_by_label(said("E-mail address"))).to_have_value(editor.email)


def test_a_new_password_through_the_mailbox(outside: Page, outside_hand: Hand, editor, mailoutbox):
    outside.goto("/account/inloggen/")
    outside.goto("/account/wachtwoord/vergeten/")
    outside_hand.write(outside.get_by_label(said("E-mail address")), editor.email)
    outside_hand.press(outside.locator("main").get_by_role("button").first)
    expect(outside).to_have_url(re.compile("/verstuurd/$"))

    outside.goto(re.search(r"https?://\S+", mailoutbox[-1].body)[0])
    first, second = outside.locator("input[type=password]").all()
    outside_hand.write(first, NEW)
    outside_hand.write(second, NEW)
    outside_hand.press(outside.get_by_role("button", name=said("Save the password")))
    outside_hand.press(outside.locator("main").get_by_role("link", name=said("Sign in")))
    sign_in(outside_hand, editor.email, NEW)

    expect(outside.get_by_role("heading", level=1)).to_have_text(said("Where are we out of sight?"))
