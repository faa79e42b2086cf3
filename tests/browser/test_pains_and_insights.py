"""Pains in groups, and figures in words: looked through, and acted upon."""

import re

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Journey, Step
from tests.browser.hands import Hand
from tests.browser.on_map import editor, save
from tests.browser.words import said


@pytest.fixture
def insights(page: Page, journey: Journey) -> Page:
    page.goto(f"{journey.get_absolute_url()}inzichten/")
    return page


def test_an_insight_leads_to_the_pains_and_those_are_grouped(hand: Hand, insights: Page):
    hand.press(
        insights.locator("#open_pains").get_by_role(
            "link", name=said("See them together, and think of something")
        )
    )
    expect(insights).to_have_url(re.compile(r"/knelpunten/\?alleen=open$"))
    expect(insights.locator(".pains__one")).to_have_count(2)

    hand.press(insights.get_by_role("link", name=said("how heavy it is"), exact=True))
    expect(insights.get_by_role("link", name=said("how heavy it is"), exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    expect(insights.locator(".pains__one")).to_have_count(2)


def test_the_steps_behind_a_figure_open_beside_it(hand: Hand, insights: Page, journey: Journey):
    first = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order").first()
    hand.press(insights.locator("#blind_days summary"))
    hand.press(insights.locator("#blind_days").get_by_role("link", name=first.title))
    expect(insights.locator("#panel-title")).to_be_focused()

    hand.press(insights.locator(f"#p{first.pk}-doing .cell__edit"))
    hand.write(editor(insights).get_by_role("textbox").first, "Samen in de badkamer")
    save(hand)
    expect(insights.locator(".step-panel")).to_contain_text("Samen in de badkamer")


def test_a_step_that_leaves_the_route_leaves_the_focus_on_the_page(page: Page, journey: Journey):
    step = Step.objects.get(phase__journey=journey, title="Wij gaan naar de voorlichtingsavond")
    page.goto(f"{journey.get_absolute_url()}inzichten/?situatie=ongehuwd&stap={step.pk}")
    page.locator(f"#p{step.pk}-head .cell__edit").click()
    editor(page).get_by_label("geen DigiD").check()
    editor(page).get_by_role("button", name=said("Save")).click()

    expect(page.locator(".step-panel")).to_have_count(0)
    expect(page.locator("#lens :focus")).to_have_count(1)
