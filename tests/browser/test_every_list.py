"""Every list by the keyboard alone: page, search, make, change and remove."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from organisations.models import Organisation
from tests import factories
from tests.browser.hands import Keyboard
from tests.browser.words import label, said

ROWS = 60
LONG = "Hottentottententententoonstellingsmakersopleiding" * 2


@dataclass(frozen=True)
class Kept:
    """What a list holds: how its rows are made, what tells one from another, what must be chosen too."""

    path: str
    factory: Callable
    field: str
    caption: str
    new: str
    choice: str = ""

    def row(self, text: str) -> dict:
        return {self.field: text}


LISTS = [
    Kept("personas", factories.PersonaFactory, "name", "name", "New persona"),
    Kept("levensgebeurtenissen", factories.LifeEventFactory, "name", "name", "New life event"),
    Kept("partijen", factories.PartyFactory, "name", "name", "New party", "partner"),
    Kept("producten", factories.ProductFactory, "name", "name", "New product"),
    Kept("gesprekken", factories.InterviewFactory, "code", "code", "New interview"),
    Kept("bevindingen", factories.FindingFactory, "text", "What did you find?", "New finding"),
]


@pytest.fixture
def page(visit, editor) -> Page:
    return visit(editor)


@pytest.fixture
def hand(page: Page) -> Keyboard:
    return Keyboard(page)


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def button(page: Page, name: str) -> Locator:
    return main(page).get_by_role("button", name=said(name), exact=True)


def link(page: Page, name: str) -> Locator:
    return main(page).get_by_role("link", name=said(name), exact=True)


def rows(page: Page) -> Locator:
    return main(page).locator("tbody tr")


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("kept", LISTS, ids=lambda kept: kept.path)
def test_a_long_list_is_paged_and_searched(hand, page, waterrijk: Organisation, kept: Kept):
    for number in range(ROWS - 1):
        kept.factory(organisation=waterrijk, **kept.row(f"Rij {number:02}"))
    kept.factory(organisation=waterrijk, **kept.row("Zoekmij" if kept.field == "code" else f"Zoekmij {LONG}"))
    page.goto(f"/{kept.path}/")

    hand.press(main(page).locator("a[rel=next]"))
    expect(rows(page)).to_have_count(10)
    hand.write(page.locator("#search"), "zoekmij")
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(1)
    page.set_viewport_size({"width": 320, "height": 640})
    assert fits(page)
    hand.write(page.locator("#search"), "dit is er niet")
    page.keyboard.press("Enter")
    hand.press(link(page, "Show everything"))
    expect(rows(page)).to_have_count(50)


@pytest.mark.parametrize("kept", LISTS, ids=lambda kept: kept.path)
def test_the_first_row_is_made_changed_and_removed(hand, page, waterrijk: Organisation, kept: Kept):
    page.goto(f"/{kept.path}/")
    hand.press(link(page, kept.new))
    field = page.get_by_label(label(kept.caption), exact=True)

    hand.press(button(page, "Save"))
    expect(field).to_be_focused()
    hand.write(field, "Eerste")
    if kept.choice:
        hand.pick(page.get_by_label(said(kept.choice), exact=True))
    hand.press(button(page, "Save"))
    expect(page).to_have_url(re.compile(rf"/{kept.path}/\d+/$"))
    expect(main(page)).to_contain_text("Eerste")

    hand.press(link(page, "Edit"))
    expect(field).to_have_value("Eerste")
    hand.write(field, "Tweede")
    hand.press(button(page, "Save"))
    expect(main(page)).to_contain_text("Tweede")
    expect(page.locator("#messages .utrecht-alert--ok")).to_be_visible()

    hand.press(link(page, "Delete"))
    hand.press(button(page, "Delete"))
    expect(page).to_have_url(re.compile(rf"/{kept.path}/$"))
    expect(page.locator("#messages .utrecht-alert--ok")).to_be_visible()
    expect(rows(page)).to_have_count(0)
