"""Two people on one map: what one wrote is never lost because the other had the form open."""

import pytest
from playwright.sync_api import expect

from journeys.models import Step
from tests.browser.hands import Hand, Keyboard, Mouse
from tests.browser.on_map import editor, field, press, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
MINE, THEIRS = "Ik doe een test in bad", "Wij doen samen een test"


def test_a_newer_text_of_someone_else_is_shown_before_it_is_replaced(visit, editor_and_facilitator, journey):
    mine, theirs = (visit(user) for user in editor_and_facilitator)
    for page, text in ((mine, MINE), (theirs, THEIRS)):
        page.goto(journey.get_absolute_url())
        title(page, FIRST).click()
        field(page, "title").fill(text)
    editor(theirs).get_by_role("button", name=said("Save")).click()
    expect(title(theirs, THEIRS)).to_be_visible()

    editor(mine).get_by_role("button", name=said("Save")).click()

    expect(field(mine, "title")).to_have_value(MINE)
    expect(editor(mine).locator(".theirs")).to_contain_text(THEIRS)
    assert Step.objects.filter(phase__journey=journey, title=THEIRS).exists()
    editor(mine).get_by_role("button", name=said("Save")).click()
    expect(title(mine, MINE)).to_be_visible()
    assert Step.objects.filter(phase__journey=journey, title=MINE).exists()


def test_what_someone_else_filled_in_is_not_emptied(visit, editor_and_facilitator, journey):
    mine, theirs = (visit(user) for user in editor_and_facilitator)
    for page, name, text in ((mine, "title", MINE), (theirs, "duration in days", "3")):
        page.goto(journey.get_absolute_url())
        title(page, FIRST).click()
        field(page, name).fill(text)
    editor(theirs).get_by_role("button", name=said("Save")).click()
    expect(editor(theirs)).to_have_count(0)

    editor(mine).get_by_role("button", name=said("Save")).click()

    expect(editor(mine)).to_have_count(0)
    assert Step.objects.get(phase__journey=journey, title=MINE).duration_days == 3


@pytest.fixture(params=[Mouse, Keyboard], ids=["mouse", "keyboard"])
def both_wrote(request, visit, editor_and_facilitator, journey) -> Hand:
    """The hand of the one who saved last, and was told."""
    mine, theirs = (visit(user) for user in editor_and_facilitator)
    for page, text in ((mine, MINE), (theirs, THEIRS)):
        page.goto(journey.get_absolute_url())
        title(page, FIRST).click()
        field(page, "title").fill(text)
    editor(theirs).get_by_role("button", name=said("Save")).click()
    expect(title(theirs, THEIRS)).to_be_visible()
    editor(mine).get_by_role("button", name=said("Save")).click()
    expect(editor(mine).locator(".theirs")).to_contain_text(THEIRS)
    return request.param(mine)


@pytest.mark.parametrize(
    ("choice", "text"), [("Take the other text", THEIRS), ("Keep mine", MINE)], ids=["theirs", "mine"]
)
def test_one_of_both_texts_is_chosen(both_wrote: Hand, journey, choice, text):
    press(both_wrote, choice)

    expect(title(both_wrote.page, text)).to_be_visible()
    expect(editor(both_wrote.page)).to_have_count(0)
    assert Step.objects.filter(phase__journey=journey, title=text).exists()


def test_who_wrote_the_other_text_is_told(both_wrote: Hand, facilitator):
    expect(both_wrote.page.locator(".theirs")).to_contain_text(str(facilitator))


def test_both_texts_are_mixed_by_hand(both_wrote: Hand, journey):
    both_wrote.write(field(both_wrote.page, "title"), "Wij doen samen een test in bad")
    press(both_wrote, "Save")

    expect(title(both_wrote.page, "Wij doen samen een test in bad")).to_be_visible()
