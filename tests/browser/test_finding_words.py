"""Words are found on the map, counted, and gone to one by one."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_map import title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
MARKED = "() => [...CSS.highlights.get('found')].map((range) => range.toString())"


def find(page: Page, words: str):
    page.get_by_role("searchbox", name=said("Find in this journey")).fill(words)


def count(page: Page):
    return page.locator("[data-find-count]")


def test_hits_are_marked_whatever_case_and_accents(opened_map: Page):
    find(opened_map, "ZWÁNGERSCHAPSTEST")

    expect(count(opened_map)).not_to_be_empty()
    marked = opened_map.evaluate(MARKED)
    assert {text.lower() for text in marked} == {"zwangerschapstest"}
    expect(count(opened_map)).to_have_text(said("%(all)s found", all=len(marked)))


def test_enter_goes_from_one_to_the_next_with_the_focus(opened_map: Page):
    field = opened_map.get_by_role("searchbox", name=said("Find in this journey"))
    opened_map.locator("#map .cell__edit").first.focus()
    opened_map.keyboard.press("/")
    expect(field).to_be_focused()
    opened_map.keyboard.type("erkennen")
    expect(count(opened_map)).not_to_be_empty()
    opened_map.keyboard.press("Enter")

    expect(count(opened_map)).to_contain_text("1 ")
    focused = opened_map.locator("#map :focus")
    expect(focused).to_be_visible()
    first = focused.evaluate("node => node.outerHTML")
    opened_map.keyboard.press("F3")
    expect(count(opened_map)).to_contain_text("2 ")
    opened_map.keyboard.press("Shift+F3")
    expect(count(opened_map)).to_contain_text("1 ")
    assert opened_map.locator("#map :focus").evaluate("node => node.outerHTML") == first

    opened_map.keyboard.press("Escape")
    expect(field).to_have_value("")
    assert opened_map.evaluate("() => CSS.highlights.get('found').size") == 0


def test_buttons_go_too(opened_map: Page):
    find(opened_map, "zwangerschapstest")
    opened_map.get_by_role("button", name=said("Next place found")).click()

    expect(title(opened_map, FIRST)).to_be_focused()
    opened_map.get_by_role("button", name=said("Clear the search")).click()
    expect(count(opened_map)).to_be_empty()


def test_what_is_not_there_is_said(opened_map: Page):
    find(opened_map, "xyzzy")

    expect(count(opened_map)).to_have_text(said("nothing found"))


def test_a_hit_in_a_folded_phase_or_a_hidden_lane_is_shown(opened_map: Page):
    opened_map.locator("[data-fold]").first.click()
    opened_map.locator("[data-lane-choice] summary").click()
    opened_map.locator("[data-lane-choice] [value=doing]").uncheck()
    text = opened_map.locator("#map .cell[data-lane=doing] p").first
    find(opened_map, text.text_content().strip()[:12])
    expect(count(opened_map)).to_contain_text(said("%(count)s in hidden lanes", count=1))
    opened_map.get_by_role("button", name=said("Next place found")).click()

    expect(text).to_be_visible()
    expect(opened_map.locator("[data-lane-choice] [value=doing]")).to_be_checked()


def test_marks_stay_after_a_change(opened_map: Page):
    find(opened_map, "test")
    expect(count(opened_map)).not_to_be_empty()
    title(opened_map, FIRST).click()
    opened_map.get_by_label(said("title")).fill("Ik doe een proef en een test")
    opened_map.get_by_role("button", name=said("Save")).click()
    expect(title(opened_map, "Ik doe een proef en een test")).to_be_focused()

    assert "test" in opened_map.evaluate(MARKED)


@pytest.mark.parametrize("query", ["", "?lanen=facts"])
def test_without_javascript_places_are_listed_as_links(visit, editor, journey, query: str):
    page = visit(editor, java_script_enabled=False)
    page.goto(journey.get_absolute_url() + query)
    find(page, "ZWÁNGERSCHAPSTEST")
    page.get_by_role("button", name=said("Find"), exact=True).click()

    link = page.locator("#found-heading ~ ol").get_by_role("link", name=FIRST)
    expect(link).to_have_attribute("href", link.get_attribute("href"))
    link.click()
    expect(title(page, FIRST)).to_be_in_viewport()
