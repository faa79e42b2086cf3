"""The point of the hartslag: dragged with the mouse or a finger, set with a key, or chosen in its cell."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.on_map import announced, drag, editor, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"


@pytest.fixture
def step(journey: Journey) -> Step:
    return Step.objects.get(phase__journey=journey, title=FIRST)


def face(page: Page, step: Step) -> Locator:
    return page.locator(f"#s{step.pk}-feeling .beat__face")


def test_the_point_is_dragged_and_the_line_follows(opened_map: Page, step: Step):
    Step.objects.filter(pk=step.pk).update(feeling=1)
    opened_map.reload()
    line = opened_map.locator(f"#s{step.pk}-feeling .beat__line")
    drawn = line.get_attribute("d")
    level = opened_map.locator(f"#s{step.pk}-feeling").bounding_box()["height"] * 0.18
    drag(opened_map, face(opened_map, step), 2 * level)

    expect(face(opened_map, step)).to_have_attribute("data-level", "-1")
    assert line.get_attribute("d") != drawn
    opened_map.mouse.up()
    announced(opened_map, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said("bad")))
    expect(face(opened_map, step)).to_have_attribute("data-level", "-1")
    expect(editor(opened_map)).to_have_count(0)
    step.refresh_from_db()
    assert step.feeling == -1


def test_escape_lets_the_point_go_back(opened_map: Page, step: Step):
    line = opened_map.locator(f"#s{step.pk}-feeling .beat__line")
    drawn = line.get_attribute("d")
    drag(opened_map, face(opened_map, step), 60)
    opened_map.keyboard.press("Escape")
    opened_map.mouse.up()

    expect(face(opened_map, step)).to_have_attribute("data-level", str(step.feeling))
    expect(line).to_have_attribute("d", drawn)
    assert Step.objects.get(pk=step.pk).feeling == step.feeling


def test_a_finger_drags_it_on_a_phone(visit, editor_and_facilitator, journey: Journey, step: Step):
    Step.objects.filter(pk=step.pk).update(feeling=0)
    page = visit(editor_and_facilitator[0], viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(journey.get_absolute_url())
    drag(page, face(page, step), -60)
    page.mouse.up()

    announced(page, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said("very good")))
    assert Step.objects.get(pk=step.pk).feeling == 2


def test_a_tap_on_the_pencil_on_a_phone_reaches_it(
    visit, editor_and_facilitator, journey: Journey, step: Step
):
    """The room around the face, for a finger that drags, lies over nothing else of the cell."""
    page = visit(editor_and_facilitator[0], viewport={"width": 320, "height": 740}, has_touch=True)
    page.goto(journey.get_absolute_url())
    page.get_by_role("link", name=said("Change the feeling at “%(title)s”", title=FIRST)).tap()

    expect(editor(page).get_by_role("heading", name=said("Heartbeat"))).to_be_visible()


@pytest.mark.parametrize(("key", "level", "words"), [("1", -2, "very bad"), ("5", 2, "very good")])
def test_a_number_sets_the_feeling_at_once(opened_map: Page, step: Step, key: str, level: int, words: str):
    Step.objects.filter(pk=step.pk).update(feeling=None)
    opened_map.reload()
    change = opened_map.get_by_role("link", name=said("Change the feeling at “%(title)s”", title=FIRST))
    change.focus()
    opened_map.keyboard.press(key)

    announced(opened_map, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said(words)))
    expect(face(opened_map, step)).to_have_attribute("data-level", str(level))
    expect(change).to_be_focused()
    assert Step.objects.get(pk=step.pk).feeling == level


def test_a_number_does_nothing_in_another_lane(opened_map: Page, step: Step):
    title(opened_map, FIRST).focus()
    opened_map.keyboard.press("1")

    expect(editor(opened_map)).to_have_count(0)
    assert Step.objects.get(pk=step.pk).feeling == step.feeling


def test_arrows_and_numbers_choose_in_the_editor(opened_map: Page, step: Step):
    Step.objects.filter(pk=step.pk).update(feeling=0)
    opened_map.reload()
    change = opened_map.get_by_role("link", name=said("Change the feeling at “%(title)s”", title=FIRST))
    change.focus()
    opened_map.keyboard.press("Enter")
    expect(editor(opened_map).get_by_role("radio", checked=True)).to_be_focused()
    opened_map.keyboard.press("ArrowUp")
    expect(editor(opened_map).get_by_role("radio", name=said("good"), exact=True)).to_be_checked()
    opened_map.keyboard.press("2")
    expect(editor(opened_map).get_by_role("radio", name=said("bad"), exact=True)).to_be_checked()
    opened_map.keyboard.press("Control+Enter")

    announced(opened_map, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said("bad")))
    expect(change).to_be_focused()
    assert Step.objects.get(pk=step.pk).feeling == -1


@pytest.mark.offline
def test_a_feeling_that_someone_else_changed_is_shown_first(page: Page, journey: Journey, step: Step):
    page.route(re.compile("/live/"), lambda route: route.abort())  # or the change would be seen by then
    page.goto(journey.get_absolute_url())
    Step.objects.filter(pk=step.pk).update(feeling=-2)
    page.get_by_role("link", name=said("Change the feeling at “%(title)s”", title=FIRST)).focus()
    page.keyboard.press("3")

    expect(editor(page)).to_contain_text(said("very bad"))
    assert Step.objects.get(pk=step.pk).feeling == -2


COVERED = """(face) => {
  const box = face.getBoundingClientRect();
  return !face.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


def test_the_form_lies_over_the_point(opened_map: Page, step: Step):
    face(opened_map, step).scroll_into_view_if_needed()
    opened_map.locator(f"#s{step.pk}-feeling .cell__edit").click()

    expect(editor(opened_map)).to_be_visible()
    assert face(opened_map, step).evaluate(COVERED)
