"""Several steps are chosen with ticks or keys, and acted on from one bar."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import announced, save, title, titles
from tests.browser.words import said

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"


def tick(page: Page, number: int) -> Locator:
    return page.locator('#map input[name="stap"]').nth(number)


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name=said("Chosen steps"))


def press(hand: Hand, name: str) -> None:
    hand.press(bar(hand.page).get_by_role("button", name=said(name)))


def test_several_steps_move_and_stay_chosen(hand: Hand, opened_map: Page):
    before = titles(opened_map)
    tick(opened_map, 0).check()
    tick(opened_map, 1).check()
    expect(bar(opened_map)).to_contain_text(said("{count} steps chosen").replace("{count}", "2"))

    press(hand, "Move to …")
    place = bar(opened_map).get_by_label(said("Where to?"))
    expect(place).to_be_focused()
    place.select_option(label=f"na stap 3: {before[2]}")
    save(hand, "Move")

    announced(opened_map, "Verplaatst: 2 stappen, vanaf stap 2 van ")
    expect(title(opened_map, FIRST)).to_be_focused()
    assert titles(opened_map)[:3] == [before[2], FIRST, SECOND]
    expect(tick(opened_map, 1)).to_be_checked()
    expect(tick(opened_map, 0)).not_to_be_checked()


def test_a_row_is_chosen_with_keys_and_duplicated(opened_map: Page):
    before = titles(opened_map)
    title(opened_map, FIRST).focus()

    opened_map.keyboard.press("x")
    opened_map.keyboard.press("ArrowRight")
    opened_map.keyboard.press("ArrowRight")
    opened_map.keyboard.press("Shift+X")
    expect(bar(opened_map)).to_contain_text(said("{count} steps chosen").replace("{count}", "3"))
    bar(opened_map).get_by_role("button", name=said("Duplicate")).press("Enter")

    announced(opened_map, "Gedupliceerd: 3 stappen, vanaf stap 4 van ")
    assert titles(opened_map)[:6] == before[:3] * 2
    expect(bar(opened_map)).to_be_hidden()


def test_chosen_steps_move_with_the_keys(opened_map: Page):
    page, before = opened_map, titles(opened_map)
    title(page, FIRST).focus()
    for key in ("x", "ArrowRight", "x"):
        page.keyboard.press(key)

    page.keyboard.press("Alt+ArrowRight")
    announced(page, "Verplaatst: 2 stappen, vanaf stap 2 van ")
    assert titles(page)[:3] == [before[2], FIRST, SECOND]
    expect(bar(page)).to_contain_text(said("{count} steps chosen").replace("{count}", "2"))

    page.keyboard.press("Alt+ArrowLeft")
    announced(page, "Verplaatst: 2 stappen, vanaf stap 1 van ")
    assert titles(page) == before
    assert page.locator("#map .step:has(:focus) .pick").is_checked()


def test_a_key_on_another_step_moves_that_alone(opened_map: Page):
    page, before = opened_map, titles(opened_map)
    tick(page, 0).check()
    title(page, before[2]).focus()
    page.keyboard.press("Alt+ArrowLeft")

    announced(page, "Verplaatst: stap 2 van ")
    assert titles(page)[:3] == [FIRST, before[2], SECOND]


def test_a_whole_phase_is_deleted_after_a_question(hand: Hand, opened_map: Page):
    opened_map.locator('#map input[name="fase"]').nth(1).check()
    press(hand, "Delete")
    expect(bar(opened_map).locator("[data-editor]")).to_contain_text(said("“%(title)s”", title="Halverwege"))
    hand.press(bar(opened_map).locator("[data-editor]").get_by_role("button", name=said("Delete")))

    expect(opened_map.get_by_role("heading", name="Halverwege")).to_have_count(0)
    expect(bar(opened_map)).to_be_hidden()


def test_what_is_chosen_stays_so_when_another_cell_is_saved(hand: Hand, opened_map: Page):
    tick(opened_map, 2).check()
    title(opened_map, FIRST).click()
    save(hand)

    expect(tick(opened_map, 2)).to_be_checked()
    expect(bar(opened_map)).to_be_visible()


@pytest.mark.parametrize("way", ["Duplicate", "Move to …"])
def test_without_javascript_it_is_a_plain_form(visit, editor, journey, way):
    page = visit(editor, java_script_enabled=False)
    page.goto(journey.get_absolute_url())
    before = titles(page)
    tick(page, 0).check()
    bar(page).get_by_role("button", name=said(way)).click()
    if way != "Duplicate":
        page.get_by_label(said("Where to?")).select_option(label=f"na stap 2: {SECOND}")
        page.get_by_role("button", name=said("Move"), exact=True).click()

    expected = [FIRST, FIRST, *before[1:]] if way == "Duplicate" else [SECOND, FIRST, *before[2:]]
    expect(page.locator("#map h3.cell__title .cell__edit").nth(1)).to_have_text(FIRST)
    assert titles(page) == expected


def test_steps_are_copied_to_another_journey(hand: Hand, opened_map: Page, example):
    page, other = opened_map, example[1]
    tick(page, 0).check()
    press(hand, "Copy to another journey")
    hand.press(page.get_by_role("link", name=other.title))
    page.get_by_label(said("Where to?")).select_option(index=0)
    hand.press(page.get_by_role("button", name=said("Copy"), exact=True))

    link = page.locator(".messages").get_by_role("link", name=other.title)
    expect(link).to_be_visible()
    hand.press(link)
    expect(title(page, FIRST).first).to_be_visible()
