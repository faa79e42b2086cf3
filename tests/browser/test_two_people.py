"""Two people on one map: what one wrote is never lost because the other had the form open."""

from playwright.sync_api import expect

from journeys.models import Step
from tests.browser.on_map import editor, field, title
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
    expect(editor(mine).locator(".field__error")).to_contain_text(THEIRS)
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
