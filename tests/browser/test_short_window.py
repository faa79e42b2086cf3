"""At 400% nothing that stays in place lies over what has the focus (WCAG 2.4.11)."""

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Step
from tests.browser.on_map import editor

AT_400 = {"width": 320, "height": 256}  # what is left of 1280 × 1024
LOW = {"width": 1280, "height": 256}
FRAMES = 50  # in which a window that shrinks is drawn anew
# Of nine points of what has the focus: at how many it can be seen.
SEEN = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const focused = document.activeElement, box = focused.getBoundingClientRect(), at = [0.1, 0.5, 0.9];
  return at.flatMap((x) => at.map((y) => [box.x + x * box.width, box.y + y * box.height]))
    .filter(([x, y]) => focused.contains(document.elementFromPoint(x, y))).length;
}"""
NAME = "() => document.activeElement.outerHTML.slice(0, 120)"
STOPS = """(editor) => [...editor.querySelectorAll("input:not([type=hidden]), textarea, select, summary")]
  .filter((stop) => stop.checkVisibility() && stop.type !== "radio").length"""
OPENERS = {
    "title": ".cell--head .cell__edit",
    "phase": ".phase__name .cell__edit",
    "doing": "[data-lane=doing] .cell__edit",
    "feeling": "[data-lane=feeling] .cell__edit",
    "contact": "[data-lane=contacts] .cell__add",
    "pain": "[data-lane=pains] .cell__add",
    "improvement": "[data-lane=improvements] .cell__add",
}


@pytest.fixture(params=[AT_400, LOW], ids=["320x256", "1280x256"])
def low(request, visit, editor_and_facilitator, journey) -> Page:
    page = visit(editor_and_facilitator[0], viewport=request.param, reduced_motion="reduce")
    page.goto(journey.get_absolute_url())
    return page


def hidden(page: Page) -> list[str]:
    """What has the focus, if fewer than three can be seen."""
    return [page.evaluate(NAME)] if page.evaluate(SEEN) < 3 else []


@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS)
def test_in_an_editor(low: Page, opener: str):
    low.locator(f"#map {opener}").nth(2).focus()
    found = hidden(low)
    low.keyboard.press("Enter")
    expect(editor(low).locator(":focus")).to_have_count(1)
    for _ in range(editor(low).evaluate(STOPS)):
        found += hidden(low)
        low.keyboard.press("Tab")
        if not editor(low).locator(":focus").count():
            break

    assert found == []


def test_on_the_way_to_the_map_and_through_it(low: Page):
    found = []
    for _ in range(22):
        low.keyboard.press("Tab")
        found += hidden(low)
    low.locator("#map .cell--head .cell__edit").nth(1).focus()
    for key in ["ArrowDown"] * 9 + ["ArrowRight"] * 3 + ["ArrowUp"] * 9 + ["x", "ArrowRight"]:
        low.keyboard.press(key)
        found += hidden(low)

    assert found == []


def test_after_a_change(low: Page, journey):
    low.locator("#map [data-lane=doing] .cell__edit").nth(2).press("Enter")
    editor(low).locator("textarea").first.fill("Ik wacht tot iemand belt.")
    low.keyboard.press("Control+Enter")
    expect(editor(low)).to_have_count(0)
    expect(low.locator("#change-said")).not_to_be_empty()

    found = hidden(low)
    for _ in range(12):
        low.keyboard.press("ArrowDown")
        found += hidden(low)
    assert found == []
    assert Step.objects.filter(phase__journey=journey, doing="Ik wacht tot iemand belt.").exists()


@pytest.mark.parametrize("opener", [OPENERS["title"], OPENERS["feeling"], OPENERS["contact"]])
def test_the_keyboard_of_a_phone_covers_nothing_that_is_typed(
    visit, editor_and_facilitator, journey, opener: str
):
    size = {"width": 320, "height": 640}
    phone = visit(editor_and_facilitator[0], viewport=size, has_touch=True, reduced_motion="reduce")
    phone.goto(journey.get_absolute_url())
    phone.locator(f"#map {opener}").first.tap()
    expect(editor(phone).locator(":focus")).to_have_count(1)
    phone.set_viewport_size(size | {"height": 330})

    assert any(not hidden(phone) for _ in range(FRAMES))
