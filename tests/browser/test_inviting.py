"""From an address in the administration to someone at work."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from organisations.models import Membership, User
from tests.browser.axe import findings
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.words import said


@pytest.mark.parametrize("kind", [Mouse, Keyboard], ids=["mouse", "keyboard"])
def test_someone_is_invited_and_begins(
    visit: Callable[..., Page], administrator: User, example, mailoutbox, kind: type[Hand]
):
    desk = visit(administrator)
    desk.goto("/beheer/organisations/user/")
    hand = kind(desk)
    hand.press(desk.get_by_role("link", name=said("Invite"), exact=True))
    hand.write(desk.locator("#id_email"), "noor@waterrijk.example")
    hand.press(desk.locator("[name=_save]"))
    expect(desk.locator(".messagelist")).to_contain_text("noor@waterrijk.example")

    path = re.search(r"/uitnodiging/\S+", mailoutbox[0].body)[0]
    guest = visit()
    hand = kind(guest)
    guest.goto(path)
    assert findings(guest, "html") == []
    hand.write(guest.locator("[name=first_name]"), "Noor")
    hand.write(guest.locator("[name=last_name]"), "de Wit")
    hand.write(guest.locator("[name=password1]"), "kort")
    hand.write(guest.locator("[name=password2]"), "kort")
    hand.press(guest.get_by_role("button", name=said("Begin"), exact=True))
    expect(guest.locator("[name=first_name]")).to_have_value("Noor")
    expect(guest.locator("[name=password1]")).to_have_attribute("aria-invalid", "true")
    expect(guest.locator("[name=password1]")).to_be_focused()

    hand.write(guest.locator("[name=password1]"), "fiets-kraam-tulp-7")
    hand.write(guest.locator("[name=password2]"), "fiets-kraam-tulp-7")
    hand.press(guest.get_by_role("button", name=said("Begin"), exact=True))

    expect(guest).to_have_url("/")
    assert User.objects.get(email="noor@waterrijk.example").memberships.get().role == Membership.Role.EDITOR
