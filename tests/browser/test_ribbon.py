"""The ribbon of time as a small map: it shows what is on screen, and leads to every step."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hand

IN_VIEW = "step => step.getBoundingClientRect().right <= innerWidth && step.getBoundingClientRect().left >= 0"


@pytest.fixture
def ribbon(opened_map: Page):
    opened_map.set_viewport_size({"width": 1000, "height": 800})
    return opened_map.locator("svg.ribbon")


def window(ribbon) -> tuple[float, float]:
    frame = ribbon.locator("[data-window]")
    return tuple(float(frame.get_attribute(name).rstrip("%")) for name in ("x", "width"))


def test_a_window_moves_along_while_the_map_scrolls(opened_map: Page, ribbon):
    expect(ribbon.locator("[data-window]")).to_be_visible()
    before, _ = window(ribbon)
    opened_map.locator("#map").evaluate("map => map.scrollTo({left: map.scrollWidth, behavior: 'instant'})")

    expect(ribbon.locator("[data-window]")).not_to_have_attribute("x", f"{before}%")
    assert window(ribbon)[0] > before


def test_there_is_no_window_where_everything_is_on_screen(opened_map: Page, ribbon):
    opened_map.set_viewport_size({"width": 3600, "height": 900})

    expect(ribbon.locator("[data-window]")).to_be_hidden()


def test_every_step_has_a_mark_that_leads_to_it(hand: Hand, opened_map: Page, ribbon):
    marks, steps = ribbon.get_by_role("link"), opened_map.locator("#map .step")
    expect(marks).to_have_count(steps.count())
    marks.last.evaluate("mark => mark.setAttribute('tabindex', 0)")
    hand.press(marks.last)

    expect(steps.last).to_be_focused()
    expect(steps.last).to_be_in_viewport(ratio=0.1)


def test_arrows_walk_along_the_ribbon_and_the_map_follows(opened_map: Page, ribbon):
    marks, steps = ribbon.get_by_role("link"), opened_map.locator("#map .step")
    marks.first.focus()
    opened_map.keyboard.press("End")
    expect(marks.last).to_be_focused()
    assert steps.last.evaluate(IN_VIEW)

    opened_map.keyboard.press("ArrowLeft")
    expect(marks.nth(-2)).to_be_focused()
    opened_map.keyboard.press("Home")
    expect(marks.first).to_be_focused()
    assert steps.first.evaluate(IN_VIEW)
    expect(ribbon.locator("[tabindex='0']")).to_have_count(1)


def test_a_mark_leads_into_a_folded_phase(opened_map: Page, ribbon):
    opened_map.locator("[data-fold]").first.click()
    ribbon.get_by_role("link").first.press("Enter")

    expect(opened_map.locator("#map h3").first).to_be_visible()


def test_on_a_phone_a_tap_leads_to_a_step(visit, editor, journey):
    page = visit(editor, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(journey.get_absolute_url())
    ribbon = page.locator("svg.ribbon")
    page.locator("#map .step").nth(1).scroll_into_view_if_needed()
    box = ribbon.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.97, box["y"] + box["height"] / 2)

    expect(page.locator("#map .step").last).to_be_in_viewport()
    expect(ribbon).to_be_in_viewport()


def test_without_javascript_marks_are_links(visit, editor, journey):
    page = visit(editor, java_script_enabled=False)
    page.goto(journey.get_absolute_url())
    page.locator("svg.ribbon").get_by_role("link").last.press("Enter")

    expect(page.locator("#map .step").last).to_be_in_viewport()
