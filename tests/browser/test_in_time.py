"""A journey true to scale: zoomed, walked through, and changed in the panel beside it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import Hand
from tests.browser.on_map import announced, drag, field, save
from tests.browser.words import said

FIRST, EIGHTH = "Ik doe een zwangerschapstest", "Ik zoek uit hoe erkennen werkt"


@pytest.fixture
def in_time(page: Page, journey: Journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}op-tijd/")
    return page


def label(page: Page, title: str) -> Locator:
    return page.locator(".moment__label", has_text=title)


def point(page: Page, step: Step) -> Locator:
    return page.locator(f"#in-time [data-point='{step.pk}']")


def swipe(page: Page, target: Locator, by: float) -> None:
    """With a finger; the browser may take that for scrolling."""
    target.scroll_into_view_if_needed()
    box, hand = target.bounding_box(), page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 12):
        moved = {"type": "touchMove", "touchPoints": [{"x": x, "y": y + by * part / 11}]}
        hand.send("Input.dispatchTouchEvent", moved)
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def middle(page: Page, title: str) -> float:
    """Where the dot of a step stands on screen."""
    box = page.locator(".moment", has_text=title).locator(".moment__dot").bounding_box()
    return box["x"] + box["width"] / 2


def scale(page: Page) -> Locator:
    return page.locator(".zoom [aria-current]")


def test_plus_and_minus_zoom_around_the_step_with_the_focus(in_time: Page):
    label(in_time, EIGHTH).focus()
    for name in ("Years", "Months", "Weeks"):
        in_time.keyboard.press("+")
        expect(scale(in_time)).to_have_text(said(name))
    before = middle(in_time, EIGHTH)

    for key, name in (("+", "Days"), ("-", "Weeks")):
        in_time.keyboard.press(key)
        expect(scale(in_time)).to_have_text(said(name))
        assert middle(in_time, EIGHTH) == pytest.approx(before, abs=8)

    expect(label(in_time, EIGHTH)).to_be_focused()
    expect(in_time).to_have_url(re.compile(r"schaal=weken&midden=-?\d+$"))


def test_a_scale_is_chosen_and_undone_by_going_back(hand: Hand, in_time: Page):
    hand.press(in_time.get_by_role("link", name=said("Weeks"), exact=True))

    expect(scale(in_time)).to_have_text(said("Weeks"))
    expect(in_time).to_have_url(re.compile("schaal=weken"))
    in_time.go_back()
    expect(scale(in_time)).to_have_text(said("Whole journey"))


def test_a_step_opens_and_its_moment_moves_it(hand: Hand, in_time: Page, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    hand.press(label(in_time, FIRST))
    expect(in_time.locator("#panel-title")).to_be_focused()
    expect(in_time).to_have_url(re.compile(rf"/op-tijd/\?stap={step.pk}$"))

    hand.press(in_time.locator(f"#p{step.pk}-head .cell__edit"))
    hand.write(field(in_time, "When"), "50 weken voor geboorte")
    save(hand)

    expect(label(in_time, FIRST)).to_contain_text("50 weken")
    expect(in_time.locator(f"#p{step.pk}-head .cell__edit")).to_be_focused()
    step.refresh_from_db()
    assert step.offset_days == -350

    in_time.keyboard.press("Escape")
    expect(in_time.locator(".step-panel")).to_have_count(0)
    expect(label(in_time, FIRST)).to_be_focused()
    expect(in_time).to_have_url(re.compile("/op-tijd/$"))


def test_arrow_keys_walk_from_step_to_step(in_time: Page):
    label(in_time, FIRST).focus()
    in_time.keyboard.press("ArrowRight")
    expect(in_time.locator(":focus")).to_contain_text("2 ")
    in_time.keyboard.press("End")
    expect(in_time.locator(":focus")).to_contain_text("14 ")
    in_time.keyboard.press("Enter")
    expect(in_time.locator("#panel-title")).to_contain_text("14")


def test_a_step_made_in_the_panel_has_the_focus_and_goes_by_undo(in_time: Page):
    label(in_time, FIRST).press("Enter")
    expect(in_time.locator("#panel-title")).to_be_focused()
    in_time.locator(".step-panel .cell__add--after").press("Enter")
    expect(field(in_time, "Title")).to_be_focused()
    in_time.keyboard.type("Ik bel mijn zus")
    in_time.keyboard.press("Control+Enter")

    expect(label(in_time, "Ik bel mijn zus")).to_be_focused()
    expect(in_time.locator("[data-editor]")).to_have_count(0)
    in_time.keyboard.press("Control+z")
    expect(label(in_time, "Ik bel mijn zus")).to_have_count(0)
    expect(in_time.locator(".moment__label:focus")).to_have_count(1)


def test_the_point_of_the_hartslag_is_dragged(in_time: Page, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    Step.objects.filter(pk=step.pk).update(feeling=1)
    in_time.reload()
    drag(in_time, point(in_time, step), 44)
    in_time.mouse.up()

    words = {"step": FIRST, "feeling": said("bad")}
    announced(in_time, said("Feeling at “%(step)s”: %(feeling)s", **words))
    expect(point(in_time, step)).to_have_attribute("data-feeling", "-1")
    expect(label(in_time, FIRST)).to_contain_text(said("bad"))
    step.refresh_from_db()
    assert step.feeling == -1


def test_a_finger_drags_it_on_a_phone(visit, editor, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    Step.objects.filter(pk=step.pk).update(feeling=1)
    page = visit(editor, viewport={"width": 390, "height": 844}, has_touch=True)
    page.goto(f"{journey.get_absolute_url()}op-tijd/")
    swipe(page, point(page, step), 44)

    announced(page, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said("bad")))
    step.refresh_from_db()
    assert step.feeling == -1


def test_escape_lets_the_point_go_back(in_time: Page, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    drag(in_time, point(in_time, step), 60)
    in_time.keyboard.press("Escape")
    in_time.mouse.up()

    expect(point(in_time, step)).to_have_attribute("data-feeling", str(step.feeling))
    assert Step.objects.get(pk=step.pk).feeling == step.feeling


def test_a_key_sets_the_feeling_of_a_step(in_time: Page, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    label(in_time, FIRST).press("1")

    announced(in_time, said("Feeling at “%(step)s”: %(feeling)s", step=FIRST, feeling=said("very bad")))
    expect(point(in_time, step)).to_have_attribute("data-feeling", "-2")
    expect(label(in_time, FIRST)).to_be_focused()


@pytest.mark.offline
def test_a_feeling_that_someone_else_set_too_is_seen_before_it_is_lost(in_time: Page, journey: Journey):
    in_time.route(re.compile("/live/"), lambda route: route.abort())
    in_time.reload()
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    Step.objects.filter(pk=step.pk).update(feeling=0)
    label(in_time, FIRST).press("1")

    expect(in_time.locator(f"#p{step.pk}-feeling")).to_contain_text(said("neutral"))
    expect(in_time.locator("[data-editor]")).to_have_count(0)
    assert Step.objects.get(pk=step.pk).feeling == 0


def test_who_may_only_look_drags_nothing(visit, viewer, journey: Journey):
    page = visit(viewer)
    page.goto(f"{journey.get_absolute_url()}op-tijd/")
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    drag(page, point(page, step), 60)
    page.mouse.up()
    label(page, FIRST).press("1")
    expect(point(page, step)).to_have_attribute("data-feeling", str(step.feeling))


def test_undo_is_seen_at_once(hand: Hand, in_time: Page, journey: Journey):
    hand.press(label(in_time, FIRST))
    hand.press(in_time.locator(".step-panel .cell--head .cell__edit"))
    hand.write(field(in_time, "Title"), "Ik weet het al")
    save(hand)
    expect(label(in_time, "Ik weet het al")).to_be_visible()

    hand.press(in_time.get_by_role("button", name=said("Undo")))
    expect(label(in_time, FIRST)).to_be_visible()


@pytest.mark.parametrize("width", [320, 430])
def test_on_a_phone_only_the_drawing_scrolls_sideways(visit, editor, journey, width):
    phone = visit(editor, viewport={"width": width, "height": 740}, has_touch=True)
    phone.goto(f"{journey.get_absolute_url()}op-tijd/")

    assert phone.evaluate("document.documentElement.scrollWidth") == width
    assert phone.evaluate(
        "(region) => region.scrollWidth > region.clientWidth", phone.locator("#in-time").element_handle()
    )
    label(phone, FIRST).click()
    expect(phone.locator("#panel-title")).to_be_visible()


def test_lanes_hide_here_too(in_time: Page):
    in_time.locator("[data-lane-choice] summary").click()
    in_time.get_by_label(said("Heartbeat")).uncheck()

    expect(in_time.locator(".in-time__beat")).to_be_hidden()
    announced(in_time, said("1 lane hidden"))


def test_without_javascript_scale_and_step_are_plain_links(visit, viewer, journey):
    plain = visit(viewer, java_script_enabled=False)
    plain.goto(f"{journey.get_absolute_url()}op-tijd/")
    plain.get_by_role("link", name=said("Weeks"), exact=True).click()
    expect(scale(plain)).to_have_text(said("Weeks"))
    label(plain, FIRST).click()
    expect(plain.locator("#panel-title")).to_contain_text(FIRST)
