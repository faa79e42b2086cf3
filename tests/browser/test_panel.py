"""All of a step beside the map: opened, edited, walked through and closed."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import Hand
from tests.browser.on_map import editor, save
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"


@pytest.fixture
def step(journey) -> Step:
    return Step.objects.get(phase__journey=journey, title=FIRST)


def opener(page: Page, title: str = FIRST) -> Locator:
    return page.get_by_role("link", name=said("All of “%(title)s” in one place", title=title))


def panel(page: Page) -> Locator:
    return page.locator(".step-panel")


def test_a_panel_opens_takes_the_focus_and_gives_it_back(hand: Hand, opened_map: Page, step: Step):
    hand.press(opener(opened_map))

    expect(panel(opened_map)).to_contain_text(FIRST)
    expect(opened_map.locator("#panel-title")).to_be_focused()
    expect(opened_map).to_have_url(re.compile(rf"/stappen/{step.pk}/$"))

    opened_map.keyboard.press("Escape")
    expect(panel(opened_map)).to_have_count(0)
    expect(opener(opened_map)).to_be_focused()
    expect(opened_map).to_have_url(re.compile(rf"{step.phase.journey.get_absolute_url()}$"))


def test_a_second_step_opened_beside_the_first_gets_the_focus_back(hand: Hand, page: Page, journey: Journey):
    page.goto(f"{journey.get_absolute_url()}lijst/")
    one, other = (page.locator(".outline [data-panel]").nth(number) for number in (0, 2))
    title = page.locator("#panel-title")
    hand.press(one)
    expect(title).to_be_focused()
    shown = title.inner_text()

    hand.press(other)
    expect(title).not_to_have_text(shown)
    expect(title).to_be_focused()
    page.keyboard.press("Escape")
    expect(other).to_be_focused()


def test_what_is_typed_in_the_panel_shows_on_the_map(hand: Hand, opened_map: Page, step: Step):
    hand.press(opener(opened_map))
    hand.press(opened_map.locator(f"#p{step.pk}-doing .cell__edit"))
    hand.write(editor(opened_map).get_by_role("textbox").first, "Samen in de badkamer")
    save(hand)

    expect(panel(opened_map)).to_contain_text("Samen in de badkamer")
    expect(opened_map.locator(f"#s{step.pk}-doing")).to_contain_text("Samen in de badkamer")
    expect(opened_map.locator(f"#p{step.pk}-doing .cell__edit")).to_be_focused()


def test_steps_are_walked_through_in_the_panel(hand: Hand, opened_map: Page, journey: Journey):
    steps = list(Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")[:2])
    hand.press(opener(opened_map))
    hand.press(panel(opened_map).locator("[data-panel-go=later]"))

    expect(panel(opened_map)).to_contain_text(steps[1].title)
    expect(panel(opened_map).locator("[data-panel-go=later]")).to_be_focused()
    expect(opened_map).to_have_url(re.compile(rf"/stappen/{steps[1].pk}/$"))

    opened_map.go_back()
    expect(panel(opened_map)).to_contain_text(steps[0].title)
    opened_map.go_back()
    expect(panel(opened_map)).to_have_count(0)
    expect(opened_map.locator("#map")).to_be_visible()


def test_a_reload_keeps_map_and_panel(opened_map: Page, step: Step):
    opener(opened_map).click()
    expect(panel(opened_map)).to_be_visible()
    opened_map.reload()

    expect(panel(opened_map)).to_contain_text(FIRST)
    expect(opened_map.locator("#map")).to_be_visible()
    panel(opened_map).get_by_role("link", name=said("Close the panel")).click()
    expect(panel(opened_map)).to_have_count(0)


def test_on_a_phone_the_panel_covers_the_map(visit, editor, journey, step):
    phone = visit(editor, viewport={"width": 360, "height": 740})
    phone.goto(journey.get_absolute_url())
    opener(phone).click()

    expect(panel(phone)).to_be_visible()
    assert panel(phone).bounding_box()["width"] == 360
    expect(phone.locator("#map")).to_be_hidden()


def test_a_step_leads_to_its_twin_in_the_other_journey(hand: Hand, page: Page, example: list[Journey]):
    desired = next(journey for journey in example if journey.kind == Journey.Kind.TO_BE)
    step = Step.objects.get(phase__journey=desired, title="Ik ga naar de eerste afspraak")
    page.goto(f"{desired.get_absolute_url()}stappen/{step.pk}/")
    hand.press(panel(page).get_by_role("link", name=said("This step in the current journey")))

    expect(page).to_have_url(re.compile(rf"/klantreizen/{desired.based_on_id}/#stap-\d+$"))
