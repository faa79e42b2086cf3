"""Phases fold to a narrow column, and unfold for who is sent into them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import begin, field, save, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
PHASE = "In verwachting"


def fold(page: Page, name: str = PHASE) -> Locator:
    return page.get_by_role("button", name=said("Steps of “%(phase)s”", phase=name))


def test_a_phase_folds_and_stays_so(hand: Hand, opened_map: Page):
    width = opened_map.locator("#map .phase").first.bounding_box()["width"]
    hand.press(fold(opened_map))

    expect(fold(opened_map)).to_have_attribute("aria-expanded", "false")
    expect(fold(opened_map)).to_be_focused()
    expect(title(opened_map, FIRST)).to_be_hidden()
    expect(title(opened_map, PHASE)).to_be_visible()
    assert opened_map.locator("#map .phase").first.bounding_box()["width"] < width / 4

    opened_map.reload()
    expect(title(opened_map, FIRST)).to_be_hidden()
    hand.press(fold(opened_map))
    expect(title(opened_map, FIRST)).to_be_visible()


def test_all_phases_fold_at_once(hand: Hand, opened_map: Page):
    menu = opened_map.locator("summary").filter(has_text=said("Phases"))
    hand.press(menu)
    hand.press(opened_map.get_by_role("button", name=said("Fold all")))
    expect(opened_map.locator("#map h3:visible")).to_have_count(0)

    hand.press(opened_map.get_by_role("button", name=said("Unfold all")))
    expect(title(opened_map, FIRST)).to_be_visible()


def test_a_folded_phase_stays_folded_after_a_change_elsewhere(opened_map: Page):
    fold(opened_map).click()
    other = opened_map.locator("#map h3 .cell__edit:visible").first
    other.click()
    opened_map.get_by_label(said("title")).fill("Ik bel")
    opened_map.get_by_role("button", name=said("Save")).click()

    expect(title(opened_map, "Ik bel")).to_be_focused()
    expect(title(opened_map, FIRST)).to_be_hidden()


def test_a_link_to_a_step_unfolds_its_phase(opened_map: Page):
    fold(opened_map).click()
    step = opened_map.locator("#map .step").first
    opened_map.goto(f"{opened_map.url}#{step.get_attribute('id')}")

    expect(title(opened_map, FIRST)).to_be_visible()


@pytest.mark.parametrize("width", [390, 1366])
def test_on_a_phone_and_on_a_screen_first_contact_stays_drawn(opened_map: Page, width: int):
    opened_map.set_viewport_size({"width": width, "height": 800})
    phase = opened_map.locator("#map .phase:has([data-first-contact])")
    phase.locator("[data-fold]").click()

    expect(phase.locator("h3").first).to_be_hidden()
    expect(phase.locator("[data-first-contact]")).to_be_visible()


def test_paper_shows_what_is_folded(opened_map: Page):
    fold(opened_map).click()
    opened_map.emulate_media(media="print")

    expect(title(opened_map, FIRST)).to_be_visible()


def test_a_phase_added_to_a_folded_map_leaves_the_rest_folded(hand: Hand, opened_map: Page):
    fold(opened_map).click()
    hand.press(title(opened_map, PHASE))
    begin(hand, "Phase after this one", "New phase")
    hand.write(field(opened_map, "name"), "Rust")
    hand.write(field(opened_map, "First step"), "Ik rust")
    save(hand)

    expect(title(opened_map, FIRST)).to_be_hidden()
    expect(title(opened_map, "Rust")).to_be_visible()
