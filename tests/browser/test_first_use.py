"""From nothing to a first journey with its days out of sight, led by the list on the overview."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import begin, editor, field, save, title
from tests.browser.words import counted, said

START, NEXT, COUNTER = "Ik doe een test", "Ik zoek een verloskundige", "Wij doen aangifte"


def guide(page: Page) -> Locator:
    return page.locator(".first-use")


def follow(hand: Hand) -> None:
    """What the list says to do now."""
    hand.page.goto("/")
    hand.press(guide(hand.page).locator("[aria-current=step] a"))


def test_a_newcomer_comes_from_nothing_to_days_out_of_sight(hand: Hand, page: Page):
    page.goto("/")
    hand.press(page.get_by_role("link", name=said("Make the first journey")))
    hand.write(page.get_by_label(said("For whom?")), "Farah")
    hand.write(page.get_by_label(said("Which event in life?")), "Een kind krijgen")
    hand.write(page.get_by_label(said("When does this really start for this person?")), START)
    hand.press(page.get_by_role("button", name=said("Make the journey")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Farah: een kind krijgen")
    expect(page.locator("#messages")).to_be_in_viewport(ratio=1)

    follow(hand)
    for before, new, when in ((START, NEXT, ""), (NEXT, COUNTER, "2 dagen erna")):
        hand.press(title(page, before))
        begin(hand, "Step after this one", "New step")
        hand.write(field(page, "title"), new)
        hand.write(field(page, "When"), when)
        save(hand)

    follow(hand)
    name = f"{said('Contact')} {said('at “%(title)s”', title=COUNTER)}"
    hand.press(page.get_by_role("link", name=name, exact=True))
    hand.write(editor(page).get_by_role("combobox").first, "Balie")
    hand.choose(field(page, "Channel"), said("counter"))
    hand.write(field(page, "Who stands behind it"), "Burgerzaken")
    hand.choose(field(page, "Kind of party"), said("ours"))
    save(hand)

    follow(hand)
    expect(page).to_have_url(re.compile("/tabel/$"))
    page.wait_for_load_state()  # the keys are there once the modules are
    moment = page.locator("#table [id^=c][id$=-moment]").first
    moment.focus()  # the table is one stop, and arrows lead on
    page.keyboard.type("36 weken ervoor")
    page.keyboard.press("Enter")
    expect(moment).to_contain_text("36")

    page.goto("/")
    days = counted(
        "Your first journey: out of sight for %(days)s day",
        "Your first journey: out of sight for %(days)s days",
        254,
        days=254,
    )
    expect(guide(page).get_by_role("heading")).to_have_text(days)
