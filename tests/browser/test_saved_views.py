"""Ways of looking are kept, opened, changed and thrown away, from the menu beside the lenses."""

import re

from playwright.sync_api import Page, expect

from journeys.models import Journey, SavedView
from tests.browser.hands import Hand
from tests.browser.words import said


def menu(hand: Hand):
    hand.press(hand.page.locator("[data-saved-views] summary"))
    found = hand.page.locator("[data-saved-views] .menu")
    expect(found.locator("form.saved-views__new")).to_be_visible()
    return found


def test_a_view_is_kept_opened_and_brought_up_to_date(hand: Hand, journey: Journey):
    page: Page = hand.page
    page.goto(f"{journey.get_absolute_url()}tabel/?sorteer=-gevoel&lanen=&lanen=feeling")
    views = menu(hand)
    hand.write(views.get_by_label(said("name")), "Wat pijn doet")
    hand.press(views.get_by_role("button", name=said("Save this view")))
    expect(page.locator("#messages")).to_contain_text("Wat pijn doet")

    page.goto(journey.get_absolute_url())
    hand.press(menu(hand).get_by_role("link", name=re.compile("^Wat pijn doet")))
    expect(page).to_have_url(re.compile(r"/tabel/\?.*sorteer=-gevoel"))
    expect(page.locator("#kop-gevoel")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#kop-doen")).to_be_hidden()

    page.goto(f"{journey.get_absolute_url()}lijst/")
    hand.press(menu(hand).get_by_role("button", name=re.compile("Wat pijn doet")))
    expect(page.locator("#messages")).to_contain_text("Wat pijn doet")
    assert SavedView.objects.get().lens == "lijst"


def test_a_view_is_shared_and_deleted(hand: Hand, journey: Journey, editor):
    page: Page = hand.page
    SavedView.objects.create(
        organisation=journey.organisation, journey=journey, made_by=editor, name="Voor de raad"
    )
    page.goto(journey.get_absolute_url())
    hand.press(menu(hand).get_by_role("link", name=re.compile("“Voor de raad”|‘Voor de raad’")))
    hand.tick(page.get_by_role("checkbox", name=said("Share it with everyone of the organisation")))
    hand.press(page.get_by_role("button", name=said("Save"), exact=True))
    expect(page.locator("#messages")).to_be_visible()
    assert SavedView.objects.get().shared

    page.goto(f"{SavedView.objects.get().get_absolute_url()}verwijderen/")
    hand.press(page.get_by_role("button", name=said("Delete"), exact=True))
    expect(page.locator("#messages")).to_contain_text("Voor de raad")
    assert not SavedView.objects.exists()


def test_it_knows_the_lanes_that_were_hidden_just_now(hand: Hand, journey: Journey):
    page: Page = hand.page
    page.goto(journey.get_absolute_url())
    hand.press(page.locator("[data-lane-choice] summary"))
    hand.tick(page.locator("[data-lane-choice] [value=facts]"))
    page.keyboard.press("Escape")

    views = menu(hand)
    hand.write(views.get_by_label(said("name")), "Zonder regels")
    hand.press(views.get_by_role("button", name=said("Save this view")))

    expect(page.locator("#messages")).to_contain_text("Zonder regels")
    assert "facts" not in SavedView.objects.get().query
    assert "doing" in SavedView.objects.get().query
