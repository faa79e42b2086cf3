"""Presenting a journey on the wall: by keys, by a presenter's remote, by clicking, and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Step
from tests.browser.axe import findings
from tests.browser.hands import Hand

SMALLEST = """() => Math.min(...[...document.querySelectorAll('.projected *')]
  .filter((one) => one.checkVisibility() && !one.closest('kbd, .visually-hidden')
    && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) *
    (one.ownerSVGElement?.getScreenCTM().a ?? 1)))"""
TALLER = "document.scrollingElement.scrollHeight > innerHeight"


@pytest.fixture
def presented(page: Page, journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}presenteren/")
    return page


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def first_of(journey) -> Step:
    return journey.phases.order_by("order").first().steps.order_by("order").first()


def titles_of(journey) -> list[str]:
    phases = journey.phases.order_by("order")
    return [step.title for phase in phases for step in phase.steps.order_by("order")]


def test_arrows_and_a_remote_walk_the_slides_each_with_its_own_address(presented, journey):
    titles = titles_of(journey)

    for key, shown in (
        ("PageDown", titles[0]),
        ("ArrowRight", titles[1]),
        ("PageUp", titles[0]),
        ("ArrowLeft", journey.title),
        ("End", titles[-1]),
        ("Home", journey.title),
        ("Space", titles[0]),
    ):
        presented.keyboard.press(key)
        expect(heading(presented)).to_have_text(shown)
        expect(presented).to_have_title(re.compile(re.escape(shown)))
    expect(presented).to_have_url(re.compile(r"/presenteren/stappen/\d+/$"))
    expect(presented.locator("#announcer")).to_have_text(titles[0])


def test_keys_pressed_quickly_are_all_followed(presented, journey):
    for _ in range(3):
        presented.keyboard.press("PageDown")

    expect(heading(presented)).to_have_text(titles_of(journey)[2])


def test_a_click_anywhere_goes_on_and_the_browser_goes_back(presented, journey):
    heading(presented).click()
    expect(heading(presented)).to_have_text(titles_of(journey)[0])

    presented.go_back()

    expect(heading(presented)).to_have_text(journey.title)


def test_escape_leads_back_to_the_step_on_the_map(presented, journey):
    presented.keyboard.press("PageDown")
    expect(heading(presented)).to_have_text(titles_of(journey)[0])

    presented.keyboard.press("Escape")

    expect(presented).to_have_url(re.compile(rf"{journey.get_absolute_url()}#stap-\d+$"))


def test_someone_starts_at_the_map_and_jumps_to_a_phase(hand: Hand, page: Page, journey):
    page.goto(journey.get_absolute_url())
    hand.press(page.get_by_role("link", name="Presenteren"))
    expect(heading(page)).to_have_text(journey.title)

    hand.press(page.get_by_role("navigation", name="Fasen").get_by_role("link", name="Erkennen"))

    expect(heading(page)).to_have_text("Ik hoor dat we moeten erkennen")
    expect(page.locator("[aria-current=step]")).to_have_text("Erkennen")


def test_without_javascript_the_slides_are_links(visit, viewer, journey):
    page = visit(viewer, java_script_enabled=False)
    page.goto(f"{journey.get_absolute_url()}presenteren/")

    page.locator("[rel=next]").click()
    expect(heading(page)).to_have_text(titles_of(journey)[0])
    page.locator("[rel=prev]").click()

    expect(heading(page)).to_have_text(journey.title)


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 720, 18), (1920, 1080, 27)])
def test_letters_are_readable_from_six_metres_and_the_slide_fits(
    visit, viewer, journey, width, height, least
):
    page = visit(viewer, viewport={"width": width, "height": height})
    page.goto(f"{journey.get_absolute_url()}presenteren/")

    for title in titles_of(journey):
        page.keyboard.press("PageDown")
        expect(heading(page)).to_have_text(title)
        assert page.evaluate(SMALLEST) >= least - 0.01, title
        assert not page.evaluate(TALLER), title


def test_what_others_change_shows_on_the_wall(presented, journey):
    step = first_of(journey)
    presented.keyboard.press("PageDown")
    expect(heading(presented)).to_have_text(step.title)
    expect(presented.locator("#announcer")).to_have_text(step.title)

    step.title = "Ik vermoed het"
    step.save()

    expect(heading(presented)).to_have_text("Ik vermoed het")
    expect(presented.locator("#announcer")).not_to_have_text("Ik vermoed het")


def test_a_step_that_is_deleted_meanwhile_leads_to_the_beginning(presented, journey):
    presented.keyboard.press("PageDown")
    step = first_of(journey)
    expect(heading(presented)).to_have_text(step.title)

    step.delete()

    expect(heading(presented)).to_have_text(journey.title)


@pytest.mark.offline
def test_a_wall_without_connection_says_so_and_catches_up(presented, journey):
    presented.context.set_offline(True)
    expect(presented.locator("#connection")).to_contain_text("Geen verbinding")
    assert findings(presented) == []
    journey.title = "Ons kind"
    journey.save()

    presented.context.set_offline(False)

    expect(heading(presented)).to_have_text("Ons kind")
    expect(presented.locator("#connection")).to_be_empty()
