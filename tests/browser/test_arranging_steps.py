"""Adding, moving and deleting steps on the map."""

from playwright.sync_api import Page, expect

from tests.browser.hands import Hand
from tests.browser.on_map import announced, begin, delete, editor, field, press, save, title, titles
from tests.browser.words import said

FIRST, SECOND = "Ik doe een zwangerschapstest", "Ik zoek een verloskundige"
LAST_OF_PHASE, NEXT_PHASE = "Ik regel kraamzorg en opvang", "Ik zie ons kind op de 20-wekenecho"
NEW = "Ik vertel het mijn moeder"


def test_a_step_is_added_after_another(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    begin(hand, "Step after this one", "New step")
    expect(field(opened_map, "title")).to_be_focused()
    hand.write(field(opened_map, "title"), NEW)
    save(hand)

    expect(title(opened_map, NEW)).to_be_visible()
    announced(opened_map, said("Step added"))
    assert titles(opened_map)[:3] == [FIRST, NEW, SECOND]


def test_a_step_is_added_before_the_first(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, FIRST))
    begin(hand, "Step before this one", "New step")
    hand.write(field(opened_map, "title"), NEW)
    save(hand)

    expect(title(opened_map, NEW)).to_be_visible()
    assert titles(opened_map)[:2] == [NEW, FIRST]


def test_a_step_moves_left_and_right(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    press(hand, "Move left")
    expect(title(opened_map, SECOND)).to_be_focused()
    assert titles(opened_map)[:2] == [SECOND, FIRST]

    hand.press(title(opened_map, SECOND))
    press(hand, "Move right")
    expect(title(opened_map, SECOND)).to_be_focused()
    announced(opened_map, "Verplaatst: stap 2 van ")
    assert titles(opened_map)[:2] == [FIRST, SECOND]


def test_a_step_moves_into_the_next_phase(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, LAST_OF_PHASE))
    press(hand, "Move right")

    expect(title(opened_map, LAST_OF_PHASE)).to_be_focused()
    second = opened_map.locator("#map .phase").nth(1)
    expect(second.get_by_role("link", name=LAST_OF_PHASE, exact=True)).to_be_visible()
    assert titles(opened_map).index(LAST_OF_PHASE) + 1 == titles(opened_map).index(NEXT_PHASE)


def test_a_step_is_deleted_after_a_question(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    delete(hand, SECOND, "Delete this step")

    expect(title(opened_map, SECOND)).to_have_count(0)
    announced(opened_map, said("Step deleted: %(step)s", step=SECOND))
    assert SECOND not in titles(opened_map)
    expect(title(opened_map, FIRST)).to_be_focused()


def test_a_step_stays_when_the_question_is_cancelled(hand: Hand, opened_map: Page):
    hand.press(title(opened_map, SECOND))
    press(hand, "Delete this step")
    expect(editor(opened_map).get_by_role("button", name=said("Delete"))).to_be_visible()
    press(hand, "Cancel")

    expect(title(opened_map, SECOND)).to_be_focused()


def test_no_column_covers_what_adds_a_step_before_it(opened_map: Page):
    adds = opened_map.locator(".cell__add--after")
    adds.first.focus()
    uncovered = """add => {
        const { right, top, height } = add.getBoundingClientRect();
        return add.contains(document.elementFromPoint(right - 3, top + height / 2));
    }"""
    opened_map.wait_for_function(uncovered, arg=adds.first.element_handle())
