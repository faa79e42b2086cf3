"""Adding, naming, moving and deleting phases on the map."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand, Mouse
from tests.browser.on_map import announced, begin, delete, editor, field, phases, press, save, title, titles
from tests.browser.words import label, said

FIRST, SECOND = "In verwachting", "Halverwege"
NEW, STEP = "Voor de zwangerschap", "Ik wil graag een kind"


def test_a_phase_is_renamed(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    hand.write(field(opened_map, "name"), NEW)
    save(hand)

    expect(title(opened_map, NEW)).to_be_focused()
    assert phases(opened_map)[0] == NEW


def test_a_phase_shows_all_that_can_be_done_with_it(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    expect(editor(opened_map).locator(":focus")).to_have_count(1)
    hand.press(editor(opened_map).locator("summary"))
    expect(editor(opened_map).get_by_role("link", name=said("Delete this phase"))).to_be_visible()
    assert editor(opened_map).evaluate("(editor) => editor.scrollHeight <= editor.clientHeight")


def test_a_phase_is_added_with_its_first_step(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    begin(hand, "Phase after this one", "New phase")
    hand.write(field(opened_map, "name"), NEW)
    hand.write(field(opened_map, "First step"), STEP)
    save(hand)

    expect(title(opened_map, STEP)).to_be_visible()
    announced(opened_map, said("Phase added"))
    assert phases(opened_map)[:3] == [FIRST, NEW, SECOND]


def test_a_phase_without_a_first_step_is_refused(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    begin(hand, "Phase after this one", "New phase")
    hand.write(field(opened_map, "name"), NEW)
    press(hand, "Save")

    expect(field(opened_map, "First step")).to_be_focused()
    expect(field(opened_map, "First step")).to_have_attribute("aria-invalid", "true")
    expect(field(opened_map, "name")).to_have_value(NEW)


def test_a_phase_moves_with_its_steps(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    press(hand, "Move left")

    expect(title(opened_map, SECOND)).to_be_focused()
    announced(opened_map, f"Verplaatst: fase {SECOND}, nummer 1 van ")
    assert phases(opened_map)[:2] == [SECOND, FIRST]
    assert titles(opened_map)[0] == "Ik zie ons kind op de 20-wekenecho"


def test_a_phase_is_deleted_with_its_steps_after_a_question(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    delete(hand, SECOND, "Delete this phase")

    expect(title(opened_map, SECOND)).to_have_count(0)
    expect(title(opened_map, FIRST)).to_be_focused()
    assert phases(opened_map)[:2] == [FIRST, "Erkennen"]
    assert "Ik vertel het op mijn werk" not in titles(opened_map)


def test_the_corner_of_the_map_adds_phases_at_the_end(opened_map: Page):
    page, mouse, before = opened_map, Mouse(opened_map), phases(opened_map)
    for name in ("Later", "Veel later"):
        page.locator("#map .lanes__corner a").click()
        expect(field(page, "name")).to_be_focused()
        mouse.write(field(page, "name"), name)
        mouse.write(field(page, "First step"), f"Ik kijk terug: {name}")
        save(mouse)
        expect(title(page, name)).to_be_focused()

    assert phases(page) == [*before, "Later", "Veel later"]


def test_the_corner_saves_what_is_open_and_gives_the_focus_back(opened_map: Page):
    page, last = opened_map, phases(opened_map)[-1]
    title(page, FIRST).click()
    field(page, "name").fill(NEW)
    page.locator("#map .lanes__corner a").click()
    expect(editor(page).get_by_role("heading", name=said("New phase"))).to_be_visible()
    expect(title(page, NEW)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(editor(page)).to_have_count(0)
    expect(title(page, last)).to_be_focused()
    assert page.url.endswith(f"/klantreizen/{page.locator('#journey').get_attribute('data-journey')}/")


def test_a_page_of_its_own_begins_at_its_first_field(opened_map: Page):
    opened_map.goto(f"{opened_map.url}fasen/nieuw/")
    name = opened_map.get_by_label(label("name"))
    expect(name).to_be_focused()
    name.fill(NEW)
    opened_map.get_by_role("button", name=said("Save")).click()

    expect(opened_map.get_by_label(said("First step"))).to_be_focused()
