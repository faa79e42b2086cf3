"""A rule was checked: one press on the map, in the panel or in the list, and it is not stale any more."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.models import Fact, Journey
from tests.browser.hands import Hand
from tests.browser.on_map import announced
from tests.browser.words import said


def stale(journey: Journey) -> Fact:
    fact = Fact.objects.filter(step__phase__journey=journey).order_by("pk").first()
    fact.checked_on = timezone.localdate() - timedelta(days=400)
    fact.save()
    return fact


def checks(page: Page, within: str):
    return page.locator(within).get_by_role("button", name=said("Checked today"))


def test_on_the_map(hand: Hand, page: Page, journey: Journey):
    fact = stale(journey)
    page.goto(journey.get_absolute_url())
    cell = f"#s{fact.step_id}-facts"
    button = checks(page, cell).filter(has_text=fact.text)
    hand.press(button)
    expect(button).to_have_count(0)
    announced(page, said("Checked today: %(card)s", card=fact.text))
    expect(page.locator(f"{cell} :focus")).to_have_count(1)


def test_in_the_panel(hand: Hand, page: Page, journey: Journey):
    fact = stale(journey)
    page.goto(f"{journey.get_absolute_url()}stappen/{fact.step_id}/")
    button = checks(page, f"#p{fact.step_id}-facts").filter(has_text=fact.text)
    hand.press(button)
    expect(button).to_have_count(0)
    expect(page.locator(f"#p{fact.step_id}-facts :focus")).to_have_count(1)


def test_in_the_list_several_at_once(hand: Hand, page: Page, journey: Journey):
    fact = stale(journey)
    page.goto("/feiten/?staat=verouderd")
    box = page.get_by_role("checkbox", name=fact.text)
    hand.tick(box)
    hand.press(page.get_by_role("button", name=said("Chosen rules: checked today")))
    expect(page.locator("#messages")).to_contain_text("1")
    expect(box).to_have_count(0)
    hand.press(page.get_by_role("button", name=said("Undo what was checked last")))
    expect(box).to_have_count(1)
