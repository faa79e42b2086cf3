"""Adding, naming, moving and deleting phases on the map."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import announced, begin, editor, field, phases, press, save, title, titles
from tests.browser.words import said

FIRST, SECOND = "In verwachting", "Halverwege"
NEW, STEP = "Voor de zwangerschap", "Ik wil graag een kind"


def test_a_phase_is_renamed(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    hand.write(field(opened_map, "name"), NEW)
    save(hand)

    expect(title(opened_map, NEW)).to_be_focused()
    assert phases(opened_map)[0] == NEW


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
    press(hand, "Delete this phase")
    expect(editor(opened_map)).to_contain_text(said("Delete “%(what)s”?", what=SECOND))
    press(hand, "Delete")

    expect(title(opened_map, SECOND)).to_have_count(0)
    expect(title(opened_map, FIRST)).to_be_focused()
    assert phases(opened_map)[:2] == [FIRST, "Erkennen"]
    assert "Ik vertel het op mijn werk" not in titles(opened_map)
