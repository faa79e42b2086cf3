"""What was done on the map is undone and done again, with the mouse and with the keyboard."""

from playwright.sync_api import Page, expect

from journeys.changes import changing
from journeys.models import Step
from tests.browser.hands import Hand, Mouse
from tests.browser.on_map import announced, field, save, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
BETTER = "Ik vermoed dat ik zwanger ben"


def rename(hand: Hand, page: Page) -> None:
    hand.press(title(page, FIRST))
    hand.write(field(page, "title"), BETTER)
    save(hand)
    expect(title(page, BETTER)).to_be_focused()


def button(page: Page, name: str):
    return page.get_by_role("button", name=said(name))


def test_a_change_is_undone_with_a_button_and_done_again(hand: Hand, opened_map: Page, journey):
    expect(button(opened_map, "Undo")).to_have_attribute("aria-disabled", "true")
    rename(hand, opened_map)

    hand.press(button(opened_map, "Undo"))
    expect(title(opened_map, FIRST)).to_be_focused()
    announced(opened_map, "Ongedaan gemaakt: titel gewijzigd bij stap 1")
    assert Step.objects.filter(phase__journey=journey, title=FIRST).exists()

    hand.press(button(opened_map, "Redo"))
    expect(title(opened_map, BETTER)).to_be_focused()


def test_control_z_undoes_and_control_y_does_it_again(hand: Hand, opened_map: Page):
    rename(hand, opened_map)

    opened_map.keyboard.press("Control+z")
    expect(title(opened_map, FIRST)).to_be_focused()

    opened_map.keyboard.press("Control+Shift+Z")
    expect(title(opened_map, BETTER)).to_be_focused()

    opened_map.keyboard.press("Control+z")
    expect(title(opened_map, FIRST)).to_be_focused()

    opened_map.keyboard.press("Control+y")
    expect(title(opened_map, BETTER)).to_be_focused()


def test_control_z_in_a_field_is_the_fields_own(page: Page, opened_map: Page):
    rename_and_stay = title(page, FIRST)
    rename_and_stay.click()
    field(page, "title").press("End")
    page.keyboard.type("!")
    page.keyboard.press("Control+z")

    expect(field(page, "title")).to_have_value(FIRST)


def test_control_z_works_beside_a_box_that_is_ticked(page: Page, opened_map: Page, journey):
    rename(Mouse(page), page)
    page.locator("#map .pick").first.check()
    page.keyboard.press("Control+z")

    expect(title(page, FIRST)).to_be_visible()


def test_pressed_three_times_quickly_three_changes_are_undone(page: Page, opened_map: Page, journey):
    steps = list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")[:3])
    before = [step.feeling for step in steps]
    for step in steps:
        page.locator(f"#s{step.pk}-feeling a").first.focus()
        page.keyboard.press("1")
        expect(page.locator(f"#s{step.pk}-feeling .beat__face")).to_have_attribute("data-level", "-2")
        announced(page, step.title)

    for _time in range(3):
        page.keyboard.press("Control+z")
    expect(button(page, "Undo")).to_have_attribute("aria-disabled", "true")
    assert feelings(steps) == before

    button(page, "Redo").dblclick()
    expect(page.locator(f"#s{steps[1].pk}-feeling .beat__face")).to_have_attribute("data-level", "-2")
    assert feelings(steps) == [-2, -2, before[2]]


def feelings(steps: list[Step]) -> list[int | None]:
    return [Step.objects.get(pk=step.pk).feeling for step in steps]


def test_what_someone_else_built_on_is_told_and_then_passed_by(page: Page, opened_map: Page, journey):
    steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
    first, second = steps[0], steps[1]
    for step in (first, second):
        page.locator(f"#s{step.pk}-feeling a").first.focus()
        page.keyboard.press("1")
        announced(page, step.title)
    with changing(journey, by=None):
        Step.objects.filter(pk=second.pk).update(feeling=0)

    page.keyboard.press("Control+z")
    expect(page.locator("#change-said")).to_contain_text(
        said("Undo once more to undo what you did before that.")
    )
    page.keyboard.press("Control+z")
    expect(page.locator(f"#s{first.pk}-feeling .beat__face")).to_have_attribute(
        "data-level", str(first.feeling)
    )
    assert feelings([first, second]) == [first.feeling, 0]


def test_undo_is_there_after_a_reload(hand: Hand, opened_map: Page):
    rename(hand, opened_map)
    opened_map.reload()

    hand.press(button(opened_map, "Undo"))

    expect(title(opened_map, FIRST)).to_be_visible()


def test_an_older_state_is_seen_and_brought_back(hand: Hand, opened_map: Page, journey):
    rename(hand, opened_map)
    hand.press(opened_map.get_by_role("link", name=said("History"), exact=True))
    expect(opened_map.get_by_role("heading", level=2)).to_have_count(1)
    lines = opened_map.locator(".history__line")
    expect(lines).to_have_count(2)
    expect(lines.first).to_contain_text("titel gewijzigd bij stap 1")

    hand.press(lines.last.get_by_role("link", name=said("See how it was")))
    expect(opened_map.get_by_role("heading", name=FIRST)).to_be_visible()
    hand.press(button(opened_map, "Bring this back"))

    expect(title(opened_map, FIRST)).to_be_visible()
    assert Step.objects.filter(phase__journey=journey, title=FIRST).exists()


def test_what_was_saved_is_no_longer_kept_as_unsaved(page: Page, opened_map: Page, journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    page.locator(f"#s{step.pk}-doing .cell__edit").click()
    page.locator("[data-editor] textarea").first.fill("Bij mijn zus")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#s{step.pk}-doing")).to_contain_text("Bij mijn zus")
    page.keyboard.press("Control+z")
    announced(page, "Ongedaan gemaakt: doen gewijzigd bij stap 1")

    page.reload()

    expect(page.get_by_text(said("Not saved yet"))).to_have_count(0)
