"""The map by the keyboard: one stop of the Tab key, and arrows, Home, End and the Page keys from there."""

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import ITEM
from tests.browser.on_map import announced, editor, field, phases, title, titles
from tests.browser.words import said

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"
DOING = "As experienced: what someone does"


@pytest.fixture
def steps(journey: Journey) -> list[Step]:
    return list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order"))


def opener(page: Page, step: Step, lane: str) -> Locator:
    return page.locator(f"#s{step.pk}-{lane} a").first


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def test_the_map_is_one_stop_of_the_tab_key(opened_map: Page):
    assert opened_map.locator(f":is({ITEM})[tabindex='0']").count() == 1
    title(opened_map, FIRST).focus()
    keys(opened_map, "ArrowDown", "Tab")

    expect(opened_map.locator(f":is({ITEM}):focus")).to_have_count(0)
    keys(opened_map, "Shift+Tab", "ArrowUp")
    expect(title(opened_map, FIRST)).to_be_focused()


def test_tab_goes_from_a_title_to_its_tools_and_arrows_pass_them_by(opened_map: Page, steps: list[Step]):
    head = opened_map.locator(f"#s{steps[0].pk}-head")
    title(opened_map, FIRST).focus()
    for tool in (".pick", ".cell__panel", ".cell__add--after"):
        keys(opened_map, "Tab")
        expect(head.locator(tool)).to_be_focused()
    keys(opened_map, "Tab")
    expect(opened_map.locator(f":is({ITEM}):focus")).to_have_count(0)
    assert opened_map.locator(f":is({ITEM})[tabindex='0']").count() == 1

    keys(opened_map, "Shift+Tab", "Shift+Tab", "ArrowRight")
    expect(opened_map.locator(f"#s{steps[1].pk}-head .cell__panel")).to_be_focused()
    keys(opened_map, "ArrowDown")
    expect(opener(opened_map, steps[1], "doing")).to_be_focused()


def test_the_tools_of_a_phase_stand_around_its_name(opened_map: Page, steps: list[Step]):
    head = opened_map.locator(f"#fase-{steps[0].phase_id}")
    title(opened_map, "In verwachting").focus()
    keys(opened_map, "Tab")
    expect(head.locator(".pick")).to_be_focused()
    keys(opened_map, "Shift+Tab", "Shift+Tab")
    expect(head.locator(".phase__fold")).to_be_focused()


def test_arrows_walk_through_lanes_and_columns(opened_map: Page, steps: list[Step]):
    title(opened_map, FIRST).focus()
    keys(opened_map, "ArrowDown")
    expect(opener(opened_map, steps[0], "doing")).to_be_focused()
    keys(opened_map, "ArrowRight", "ArrowRight")
    expect(opener(opened_map, steps[2], "doing")).to_be_focused()
    keys(opened_map, "End")
    expect(opener(opened_map, steps[-1], "doing")).to_be_focused()
    keys(opened_map, "ArrowRight", "Home", "ArrowLeft")
    expect(opener(opened_map, steps[0], "doing")).to_be_focused()


def test_a_column_is_walked_to_its_end_and_up_to_its_phase(opened_map: Page, steps: list[Step]):
    title(opened_map, SECOND).focus()
    items = opened_map.locator(f"#stap-{steps[1].pk}").get_by_role("link").count()
    keys(opened_map, *["ArrowDown"] * (items + 2))
    expect(opened_map.locator(f"#stap-{steps[1].pk}").get_by_role("link").last).to_be_focused()

    keys(opened_map, *["ArrowUp"] * (items + 2))
    expect(title(opened_map, "In verwachting")).to_be_focused()
    keys(opened_map, "ArrowDown")
    expect(title(opened_map, SECOND)).to_be_focused()


def test_page_keys_jump_over_phases(opened_map: Page, steps: list[Step]):
    title(opened_map, FIRST).focus()
    keys(opened_map, "PageDown")
    expect(title(opened_map, "Ik zie ons kind op de 20-wekenecho")).to_be_focused()
    keys(opened_map, "PageUp", "PageUp")
    expect(title(opened_map, FIRST)).to_be_focused()


def test_hidden_columns_are_passed_over(opened_map: Page, steps: list[Step]):
    opened_map.locator(f"#stap-{steps[1].pk}").evaluate("step => { step.hidden = true; }")
    title(opened_map, FIRST).focus()
    keys(opened_map, "ArrowRight")
    expect(title(opened_map, steps[2].title)).to_be_focused()


def test_the_stop_survives_what_is_drawn_again(opened_map: Page, steps: list[Step]):
    opener(opened_map, steps[2], "doing").focus()
    keys(opened_map, "Enter")
    expect(field(opened_map, DOING)).to_be_focused()
    opened_map.keyboard.type("Nog iets")
    keys(opened_map, "Control+Enter")

    expect(editor(opened_map)).to_have_count(0)
    expect(opener(opened_map, steps[2], "doing")).to_be_focused()
    assert opened_map.locator(f":is({ITEM})[tabindex='0']").count() == 1


def test_on_a_phone_the_arrows_walk_too(opened_map: Page, steps: list[Step]):
    opened_map.set_viewport_size({"width": 390, "height": 844})
    title(opened_map, FIRST).focus()
    keys(opened_map, "ArrowRight", "ArrowDown")
    expect(opener(opened_map, steps[1], "doing")).to_be_focused()


def test_a_step_and_a_phase_are_moved_with_alt_and_an_arrow(opened_map: Page):
    title(opened_map, FIRST).focus()
    keys(opened_map, "Alt+ArrowRight")
    count = len(titles(opened_map))
    place = {"number": 2, "count": count, "phase": "In verwachting"}
    words = said("step %(number)s of %(count)s, phase %(phase)s", **place)
    announced(opened_map, f"{said('Moved')}: {words}")
    expect(title(opened_map, FIRST)).to_be_focused()
    assert titles(opened_map)[:2] == [SECOND, FIRST]

    title(opened_map, "Halverwege").focus()
    keys(opened_map, "Alt+ArrowLeft")
    expect(opened_map.locator("#map h2").first).to_have_text("Halverwege")
    expect(title(opened_map, "Halverwege")).to_be_focused()
    assert phases(opened_map)[:2] == ["Halverwege", "In verwachting"]


def test_a_key_pressed_three_times_works_three_times(opened_map: Page):
    first = titles(opened_map)[:1]
    title(opened_map, FIRST).focus()
    keys(opened_map, *["Alt+ArrowRight"] * 3)

    expect(opened_map.locator("#map h3.cell__title .cell__edit").nth(3)).to_have_text(FIRST)
    assert titles(opened_map)[3:4] == first


def test_delete_asks_about_the_step_the_phase_or_the_card_in_focus(opened_map: Page, steps: list[Step]):
    for link, what in (
        (title(opened_map, SECOND), SECOND),
        (title(opened_map, "Halverwege"), "Halverwege"),
        (opener(opened_map, steps[0], "contacts"), steps[0].encounters.get().words),
    ):
        link.focus()
        keys(opened_map, "Delete")
        question = editor(opened_map).get_by_role("heading", name=said("Delete “%(what)s”?", what=what))
        expect(question).to_be_visible()
        keys(opened_map, "Escape")
        expect(link).to_be_focused()


def test_n_makes_a_step_and_o_opens_one(opened_map: Page, steps: list[Step]):
    opener(opened_map, steps[0], "doing").focus()
    keys(opened_map, "n")
    expect(editor(opened_map).get_by_role("heading", name=said("New step"))).to_be_visible()
    keys(opened_map, "Escape")
    expect(opener(opened_map, steps[0], "doing")).to_be_focused()
    keys(opened_map, "o")
    expect(opened_map.get_by_role("heading", name=FIRST).first).to_be_visible()
    expect(opened_map).to_have_url(f"{opened_map.url.split('/klantreizen')[0]}{_panel(steps[0])}")


def _panel(step: Step) -> str:
    return f"{step.phase.journey.get_absolute_url()}stappen/{step.pk}/"


def test_keys_are_letters_again_in_a_field(opened_map: Page):
    title(opened_map, FIRST).click()
    expect(field(opened_map, "title")).to_be_focused()
    keys(opened_map, "Control+a", "n", "o", "?")

    expect(field(opened_map, "title")).to_have_value("no?")
