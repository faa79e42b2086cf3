"""Two people look at one journey: what one changes, the other sees, without a reload."""

import pytest
from playwright.sync_api import Page, expect

from journeys.models import Journey, Step
from tests.browser.axe import findings
from tests.browser.on_map import editor, field, title
from tests.browser.words import said
from touchpoints.models import Touchpoint

FIRST = "Ik doe een zwangerschapstest"
MINE, THEIRS = "Ik doe een test in bad", "Wij doen samen een test"


@pytest.fixture
def both(visit, editor_and_facilitator, journey) -> tuple[Page, Page]:
    """Both on the map of the same journey, and seeing that the other is there."""
    pages = tuple(visit(user) for user in editor_and_facilitator)
    for page in pages:
        page.goto(journey.get_absolute_url())
    for page in pages:
        expect(people(page)).to_have_count(2)
    return pages


def people(page: Page):
    return page.get_by_role("region", name=said("Who is here")).get_by_role("listitem")


def rename(journey: Journey, text: str, old: str = FIRST) -> None:
    """Written by someone elsewhere: an import, the administration, another machine."""
    step = Step.objects.get(phase__journey=journey, title=old)
    step.title = text
    step.save()


def type_title(page: Page, text: str) -> None:
    title(page, FIRST).click()
    field(page, "title").fill(text)


def save(page: Page) -> None:
    editor(page).get_by_role("button", name=said("Save")).click()


def test_a_change_shows_on_the_other_map_and_is_told(both, facilitator):
    mine, theirs = both

    type_title(theirs, THEIRS)
    save(theirs)

    expect(title(mine, THEIRS)).to_be_visible()
    expect(mine.locator("[data-newer]").filter(has_text=THEIRS).first).to_be_attached()
    expect(mine.locator("#announcer")).to_contain_text(str(facilitator))
    expect(theirs.locator("[data-newer]")).to_have_count(0)


def test_what_someone_is_typing_stays_and_the_cell_says_that_there_is_something_newer(both, journey):
    mine, theirs = both
    type_title(mine, MINE)
    type_title(theirs, THEIRS)
    save(theirs)

    expect(editor(mine).get_by_role("note")).to_be_visible()
    expect(field(mine, "title")).to_have_value(MINE)
    expect(field(mine, "title")).to_be_focused()
    save(mine)
    expect(editor(mine).locator(".theirs")).to_contain_text(THEIRS)


def test_the_rest_goes_on_around_an_open_editor(both, journey):
    mine, _theirs = both
    type_title(mine, MINE)
    other = Step.objects.filter(phase__journey=journey).exclude(title=FIRST).order_by("phase", "order")[1]

    Step.objects.get(pk=other.pk).delete()

    expect(mine.locator(f"#stap-{other.pk}")).to_have_count(0)
    expect(field(mine, "title")).to_have_value(MINE)
    expect(field(mine, "title")).to_be_focused()
    expect(editor(mine).get_by_role("note")).to_have_count(0)


def test_who_writes_again_in_the_cell_that_they_saved_keeps_the_focus(both, journey):
    mine, _theirs = both
    type_title(mine, MINE)
    save(mine)
    title(mine, MINE).click()
    field(mine, "title").fill("Ik doe nog een test")
    other = Step.objects.filter(phase__journey=journey).exclude(title=MINE).order_by("phase", "order")[1]

    rename(journey, THEIRS, old=other.title)

    expect(title(mine, THEIRS)).to_be_visible()
    expect(field(mine, "title")).to_have_value("Ik doe nog een test")
    expect(field(mine, "title")).to_be_focused()


def test_a_name_from_the_catalogue_shows(both, journey):
    mine, _theirs = both
    contact = Touchpoint.objects.filter(encounters__step__phase__journey=journey).first()

    contact.name = "De nieuwe balie"
    contact.save()

    expect(mine.locator("#map").get_by_text("De nieuwe balie").first).to_be_attached()


@pytest.mark.parametrize("lens", ["lijst", "op-tijd", "inzichten"])
def test_another_lens_shows_it_too(page: Page, journey, lens):
    page.goto(f"{journey.get_absolute_url()}{lens}/")
    expect(page.locator("#lens")).to_contain_text(FIRST)

    rename(journey, THEIRS)

    expect(page.locator("#lens")).to_contain_text(THEIRS)


def test_the_panel_shows_it_too(page: Page, journey):
    step = Step.objects.get(phase__journey=journey, title=FIRST)
    page.goto(f"{journey.get_absolute_url()}stappen/{step.pk}/")
    expect(page.locator("#panel-title")).to_contain_text(FIRST)

    rename(journey, THEIRS)

    expect(page.locator("#panel-title")).to_contain_text(THEIRS)


def test_the_overview_shows_a_new_title(page: Page, journey):
    page.goto("/")
    expect(page.locator("main")).to_contain_text(journey.title)

    journey.title = "Wij worden ouders"
    journey.save()

    expect(page.locator("main")).to_contain_text("Wij worden ouders")


def test_who_is_here_and_in_which_cell_is_said_in_words(both, editor, facilitator):
    mine, theirs = both
    title(theirs, FIRST).click()

    busy = people(mine).filter(has_text=str(facilitator))
    expect(busy.get_by_role("link")).to_contain_text(FIRST)
    expect(mine.locator(".here-cell")).to_contain_text(str(facilitator))
    assert findings(mine) == []
    busy.get_by_role("link").press("Enter")
    expect(title(mine, FIRST)).to_be_in_viewport()
    theirs.keyboard.press("Escape")
    expect(mine.locator(".here-cell")).to_have_count(0)


def test_who_closes_the_tab_is_gone(both):
    mine, theirs = both
    theirs.close()

    expect(mine.locator("#here")).to_be_hidden()


def test_marks_do_not_move_for_who_wants_that(visit, editor, journey):
    page = visit(editor, reduced_motion="reduce")
    page.goto(journey.get_absolute_url())
    expect(page.locator("#here li")).to_have_count(1)

    rename(journey, THEIRS)

    marked = page.locator("[data-newer]").first
    expect(marked).to_be_attached()
    expect(marked).to_have_css("animation-name", "none")


def test_a_membership_that_ends_ends_the_stream(both, facilitator, waterrijk, journey):
    mine, theirs = both
    facilitator.memberships.all().delete()

    expect(theirs.locator("#connection")).to_contain_text(
        said("Changes by others no longer show here. Load the page again.")
    )
    expect(mine.locator("#here")).to_be_hidden()


@pytest.mark.offline
def test_a_connection_that_dropped_is_told_and_catches_up(page: Page, journey):
    page.goto(journey.get_absolute_url())
    type_title(page, MINE)
    page.context.set_offline(True)
    expect(page.locator("#connection")).to_contain_text(said("No connection. What you type stays."))
    rename(journey, "Ik zoek een verloskundige in de buurt", "Ik zoek een verloskundige")

    page.context.set_offline(False)

    expect(page.locator("#connection")).to_contain_text(said("Connected again."))
    expect(title(page, "Ik zoek een verloskundige in de buurt")).to_be_visible()
    expect(field(page, "title")).to_have_value(MINE)
