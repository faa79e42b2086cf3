"""On a phone one row lies at the bottom, whatever was done; it covers nothing for good."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.on_map import editor
from tests.browser.words import said

WIDTHS = [320, 390]
ROW = 64  # px
BARS = ".map-bar, .choice, .change-bar, .change-bar__last"
HEIGHT = """(bars) => innerHeight - Math.min(innerHeight, ...bars
  .filter((bar) => bar.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(bar).position))
  .map((bar) => bar.getBoundingClientRect().top))"""
TOO_SMALL = """(bars) => bars
  .flatMap((bar) => [...bar.querySelectorAll("button, summary, a, input[type=search]")])
  .filter((one) => one.checkVisibility() && Math.min(one.offsetWidth, one.offsetHeight) < 44)
  .map((one) => one.outerHTML)"""
LAPS = """(bars) => {
  const parts = bars.flatMap((bar) => [...bar.querySelectorAll("button, summary, input[type=search], p")]);
  const shown = [...new Set(parts)]
    .filter((one) => one.checkVisibility() && one.clientWidth > 1 && !one.closest("[popover], .menu"))
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.top > innerHeight - 100 && box.top < innerHeight);
  return shown.flatMap(([name, one], at) => shown.slice(at + 1)
    .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1)
    .map(([other]) => `${name} over ${other}`));
}"""


@pytest.fixture(params=WIDTHS)
def phone(request, visit, editor_and_facilitator, journey) -> Page:
    size = {"width": request.param, "height": 640}
    page = visit(editor_and_facilitator[0], viewport=size, has_touch=True)
    page.goto(journey.get_absolute_url())
    return page


def check_row(page: Page) -> None:
    bars = page.locator(BARS)
    assert 44 <= bars.evaluate_all(HEIGHT) <= ROW
    assert bars.evaluate_all(TOO_SMALL) == []
    assert bars.evaluate_all(LAPS) == []


def feel(page: Page, word: str) -> None:
    page.locator("#map [data-lane=feeling] .cell__edit").first.tap()
    editor(page).get_by_text(said(word), exact=True).tap()
    editor(page).get_by_role("button", name=said("Save")).tap()
    expect(editor(page)).to_have_count(0)


def choose(page: Page, *numbers: int) -> None:
    for number in numbers:
        page.locator("#map [name=stap]").nth(number).tap()


def undo(page: Page) -> Locator:
    return page.get_by_role("button", name=said("Undo"))


def test_tools_what_was_done_and_its_undo_are_one_row(phone: Page):
    check_row(phone)
    feel(phone, "very bad")
    expect(phone.locator("#change-said")).not_to_be_empty()
    check_row(phone)
    undo(phone).tap()

    expect(phone.get_by_role("button", name=said("Redo"))).to_be_visible()
    check_row(phone)
    phone.locator("[data-phases] summary").tap()
    expect(phone.locator("#phase-menu")).to_be_visible()


def test_whoever_finds_something_has_room_to_type(phone: Page):
    feel(phone, "very bad")
    field = phone.get_by_role("searchbox")
    field.tap()
    field.fill("de")

    expect(phone.locator("[data-find-go='1']")).to_be_visible()
    assert field.bounding_box()["width"] > 200
    assert phone.locator(BARS).evaluate_all(HEIGHT) <= 2 * ROW
    phone.locator("[data-find-go='1']").tap()
    phone.locator("[data-find-clear]").tap()
    expect(phone.locator("[data-find-go='1']")).to_be_hidden()


def test_chosen_steps_and_the_undo_are_one_row(phone: Page, journey):
    choose(phone, 0, 1)
    check_row(phone)
    bar = phone.get_by_role("region", name=said("Chosen steps"))
    bar.get_by_role("button", name=said("Actions")).tap()
    bar.get_by_role("button", name=said("Move to …")).tap()
    place = bar.get_by_label(said("Where to?"))
    expect(place).to_be_focused()
    place.select_option(index=3)
    bar.get_by_role("button", name=said("Move"), exact=True).tap()

    expect(editor(phone)).to_have_count(0)
    expect(bar).to_contain_text(said("{count} steps chosen").replace("{count}", "2"))
    expect(undo(phone)).to_be_visible()
    check_row(phone)
    bar.get_by_role("button", name=said("Clear")).tap()
    expect(bar).to_be_hidden()
    check_row(phone)


def test_nothing_happens_after_all_and_the_focus_stays(phone: Page):
    choose(phone, 0)
    bar = phone.get_by_role("region", name=said("Chosen steps"))
    bar.get_by_role("button", name=said("Actions")).tap()
    bar.get_by_role("button", name=said("Delete")).tap()
    editor(phone).get_by_text(said("Cancel"), exact=True).tap()

    expect(bar.get_by_role("button", name=said("Actions"))).to_be_focused()
