"""Two people look at one journey: what one changes, the other sees, without a reload."""

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Journey, Step
from tests.browser.on_map import editor, field, title
from tests.browser.words import said

FIRST = "Ik doe een zwangerschapstest"
MINE, THEIRS = "Ik doe een test in bad", "Wij doen samen een test"


@pytest.fixture
def both(visit, editor_and_facilitator, journey) -> tuple[Page, Page]:
    """Both on the map of the same journey, and listening."""
    pages = tuple(visit(user) for user in editor_and_facilitator)
    for page in pages:
        open_and_listen(page, journey.get_absolute_url())
    return pages


def open_and_listen(page: Page, address: str) -> None:
    with page.expect_response("**/live/*"):
        page.goto(address)


def rename(journey: Journey, text: str, old: str = FIRST) -> None:
    """Written by someone elsewhere: an import, the administration, another machine."""
    step = Step.objects.get(phase__journey=journey, title=old)
    step.title = text
    step.save()


def test_a_change_shows_on_the_other_map(both):
    mine, theirs = both

    title(theirs, FIRST).click()
    field(theirs, "title").fill(THEIRS)
    editor(theirs).get_by_role("button", name=said("Save")).click()

    expect(title(mine, THEIRS)).to_be_visible()


def test_a_change_by_another_way_shows(both, journey):
    rename(journey, THEIRS)

    for page in both:
        expect(title(page, THEIRS)).to_be_visible()
