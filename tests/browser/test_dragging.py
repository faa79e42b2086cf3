"""Steps and phases are dragged to another place; buttons and keys do the same."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.on_map import announced, phases, title, titles

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"
ALONE = "Ik zie ons kind op de 20-wekenecho"


def head(page: Page, text: str) -> Locator:
    return page.locator("#map .cell--head").filter(has=page.get_by_role("link", name=text, exact=True))


def grip(place: Locator) -> tuple[float, float]:
    """Where a hand takes it up: beside the words."""
    box = place.bounding_box()
    return box["x"] + 12, box["y"] + 10


def carry(page: Page, what: Locator, to: Locator, side: float) -> None:
    """Take something up and hold it over another, at this share of its width."""
    page.mouse.move(*grip(what))
    page.mouse.down()
    box = to.bounding_box()
    page.mouse.move(box["x"] + box["width"] * side, box["y"] + 15, steps=8)


def test_a_step_is_dragged_behind_another(opened_map: Page):
    before = titles(opened_map)

    carry(opened_map, head(opened_map, FIRST), head(opened_map, before[2]), 0.8)
    expect(opened_map.locator("#map [data-drop=after]")).to_have_count(1)
    opened_map.mouse.up()

    announced(opened_map, "Verplaatst: stap 3 van ")
    expect(title(opened_map, FIRST)).to_be_focused()
    assert titles(opened_map) == [before[1], before[2], before[0], *before[3:]]
    expect(opened_map.locator("[data-drop], [data-dragged], [data-editor]")).to_have_count(0)


def test_a_step_is_dragged_to_the_start_of_the_next_phase(opened_map: Page):
    before = titles(opened_map)
    place = before.index(ALONE)

    carry(opened_map, head(opened_map, before[place - 1]), head(opened_map, ALONE), 0.1)
    opened_map.mouse.up()

    announced(opened_map, "fase Halverwege")
    assert titles(opened_map) == before
    assert (
        opened_map.locator("#map .phase").nth(1).locator("h3").first.inner_text().endswith(before[place - 1])
    )


def test_escape_stops_a_drag(opened_map: Page):
    before = titles(opened_map)

    carry(opened_map, head(opened_map, FIRST), head(opened_map, before[2]), 0.8)
    opened_map.keyboard.press("Escape")
    opened_map.mouse.up()

    expect(opened_map.locator("[data-drop], [data-dragged], [data-editor]")).to_have_count(0)
    assert titles(opened_map) == before


def test_dropping_a_step_where_it_was_asks_the_server_nothing(opened_map: Page):
    asked = []
    opened_map.on("request", lambda request: "plaats" in request.url and asked.append(request.url))

    carry(opened_map, head(opened_map, FIRST), head(opened_map, SECOND), 0.2)
    opened_map.mouse.up()
    opened_map.wait_for_timeout(300)

    assert asked == []
    expect(opened_map.locator("[data-editor]")).to_have_count(0)


def test_a_phase_is_dragged_by_its_name(opened_map: Page):
    before = phases(opened_map)
    heads = opened_map.locator("#map .phase__head")

    carry(opened_map, heads.nth(0), heads.nth(1), 0.9)
    opened_map.mouse.up()

    announced(opened_map, f"Verplaatst: fase {before[0]}, nummer 2 van ")
    assert phases(opened_map)[:2] == [before[1], before[0]]


def test_the_last_step_of_a_phase_is_not_dragged_out_of_it(opened_map: Page, journey):
    phase = journey.phases.all()[1]
    phase.steps.exclude(title=ALONE).delete()
    opened_map.reload()
    before = titles(opened_map)

    carry(opened_map, head(opened_map, ALONE), head(opened_map, SECOND), 0.8)
    opened_map.mouse.up()

    expect(opened_map.locator("#problem")).to_contain_text("een fase houdt er minstens één")
    assert titles(opened_map) == before


def test_a_step_moves_and_is_duplicated_with_keys(opened_map: Page):
    before = titles(opened_map)
    title(opened_map, FIRST).focus()

    opened_map.keyboard.press("Alt+ArrowRight")
    announced(opened_map, "Verplaatst: stap 2 van ")
    expect(title(opened_map, FIRST)).to_be_focused()
    opened_map.keyboard.press("d")
    announced(opened_map, "Gedupliceerd: stap 3 van ")

    assert titles(opened_map) == [before[1], FIRST, FIRST, *before[2:]]
    expect(title(opened_map, FIRST).nth(1)).to_be_focused()


def test_a_long_press_takes_a_step_up_with_a_finger(visit, editor, journey):
    page = visit(editor, has_touch=True, viewport={"width": 1024, "height": 768})
    page.goto(journey.get_absolute_url())
    before = titles(page)
    touch = page.context.new_cdp_session(page)
    head(page, FIRST).evaluate("(head) => head.scrollIntoView({ block: 'center', behavior: 'instant' })")
    x, y = grip(head(page, FIRST))
    box = head(page, before[2]).bounding_box()

    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    expect(page.locator("#map [data-dragged]")).to_have_count(1)
    for part in (0.3, 0.6, 1):
        point = {"x": x + (box["x"] + box["width"] * 0.8 - x) * part, "y": y}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    announced(page, "Verplaatst: stap 3 van ")
    assert titles(page)[2] == FIRST
