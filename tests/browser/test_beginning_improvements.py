"""An improvement begins at a place where many pass by: what it addresses is ticked in one go."""

import pytest
from playwright.sync_api import Page, expect

from improvements.models import Improvement
from journeys.models import Step
from tests.browser.axe import findings
from tests.browser.hands import Hand
from tests.browser.words import said
from tests.factories import PainFactory
from touchpoints.models import Touchpoint

MANY = 12


@pytest.fixture
def place(page: Page, journey) -> Touchpoint:
    """Outside ours, with many pains at the step where people pass."""
    step = Step.objects.get(phase__journey=journey, title="Ik zoek een verloskundige")
    PainFactory.create_batch(MANY, step=step)
    midwife = step.encounters.first().touchpoint
    page.goto(f"/verbeteringen/nieuw/?contactmoment={midwife.pk}")
    return midwife


def tells(page: Page, ticked: int) -> None:
    boxes = page.locator("[name=addresses]")
    words = said("{ticked} of {all} ticked").format(ticked=ticked, all=boxes.count())
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
    expect(boxes.and_(page.locator(":checked"))).to_have_count(ticked)


def test_all_pains_are_unticked_and_ticked_in_one_go(hand: Hand, page: Page, place: Touchpoint):
    boxes = page.locator("[name=addresses]")
    hand.press(page.get_by_role("button", name=said("Untick all")))
    tells(page, 0)
    assert findings(page) == []

    hand.tick(boxes.first)
    tells(page, 1)
    hand.press(page.get_by_role("button", name=said("Tick all"), exact=True))
    tells(page, boxes.count())
    assert boxes.count() >= MANY


def test_what_is_refused_is_shown_at_the_field_and_what_was_ticked_stays(
    hand: Hand, page: Page, place: Touchpoint
):
    hand.press(page.get_by_role("button", name=said("Untick all")))
    hand.tick(page.locator("[name=addresses]").first)
    hand.press(page.get_by_role("button", name=said("Save")))

    expect(page.locator("[name=title]")).to_be_focused()
    tells(page, 1)


def test_who_comes_back_after_saving_makes_nothing_twice(hand: Hand, page: Page, place: Touchpoint):
    hand.write(page.locator("[name=title]"), "Kaart bij de verloskundige")
    hand.press(page.get_by_role("button", name=said("Save")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Kaart bij de verloskundige")
    page.go_back()
    hand.press(page.get_by_role("button", name=said("Save")))

    expect(page.get_by_text(said("This was saved already. Nothing was saved twice."))).to_be_visible()
    assert Improvement.objects.filter(title="Kaart bij de verloskundige").count() == 1
