"""The administration in a browser, under the same strict policy as every page."""

import pytest
from django.db.models import Model
from django.utils import timezone
from playwright.sync_api import Page, expect

from improvements.models import Improvement
from journeys.models import Evidence, Journey, LifeEvent, Phase, Step
from organisations.models import Invitation, Membership, User
from personas.models import Interview
from tests.browser.axe import findings
from tests.browser.words import said


@pytest.fixture
def desk(visit, administrator: User, example) -> Page:
    """A tab of the administrator, on the administration."""
    page = visit(administrator)
    page.goto("/beheer/")
    return page


def open_list(page: Page, where: str) -> None:
    page.goto(f"/beheer/{where}/")
    expect(page.locator("#changelist")).to_be_visible()


def test_a_list_is_searched_filtered_and_ordered(desk: Page):
    open_list(desk, "journeys/step")
    desk.locator("#searchbar").fill("aangifte")
    desk.locator("#searchbar").press("Enter")
    expect(desk.locator("#result_list tbody tr").first).to_be_visible()

    desk.goto("/beheer/journeys/step/?feeling__exact=-2")
    expect(desk.locator("#changelist-filter")).to_be_visible()
    desk.locator("#result_list thead a").first.click()
    expect(desk.locator("#result_list")).to_be_visible()


def test_a_list_fits_and_its_buttons_cover_nothing(desk: Page):
    for account in User.objects.all():
        User.objects.filter(pk=account.pk).update(
            last_login=timezone.now(), email=f"achternaam{account.email}"
        )
    open_list(desk, "organisations/user")
    table = desk.locator(".results")
    assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")
    words, buttons = (desk.locator(name).bounding_box() for name in (".explanation", ".object-tools"))
    assert buttons["y"] >= words["y"] + words["height"]


WITH_ROWS = [Journey, LifeEvent, Phase, Step, Evidence, Improvement, Interview]


@pytest.mark.parametrize("kind", WITH_ROWS)
def test_every_field_of_a_page_has_a_name(desk: Page, kind: type[Model]):
    row = kind.objects.first()
    action = f"{row.pk}/change" if row else "add"
    desk.goto(f"/beheer/{kind._meta.app_label}/{kind._meta.model_name}/{action}/")
    expect(desk.locator(".submit-row")).to_be_visible()
    expect(desk.locator(".select2-selection:not([aria-labelledby*=' '])")).to_have_count(0)
    assert findings(desk) == []


def test_a_choice_is_searched_and_saved(desk: Page, journey: Journey):
    other = journey.organisation.personas.exclude(pk=journey.persona_id).first()
    desk.goto(f"/beheer/journeys/journey/{journey.pk}/change/")

    desk.locator(".field-persona .select2-selection").click()
    desk.locator(".select2-search__field").fill(other.name)
    desk.locator(".select2-results__option", has_text=other.name).first.click()
    desk.locator("[name=_save]").click()

    expect(desk.locator(".success")).to_be_visible()
    journey.refresh_from_db()
    assert journey.persona == other


def test_rows_are_added_in_a_page(desk: Page, journey: Journey):
    phases = journey.phases.count()
    desk.goto(f"/beheer/journeys/journey/{journey.pk}/change/")

    desk.locator("#phases-group .add-row a").click()
    desk.locator(f"#id_phases-{phases}-name").fill("Nazorg")
    desk.locator("[name=_continue]").click()

    expect(desk.locator(".success")).to_be_visible()
    assert journey.phases.last().name == "Nazorg"


def test_a_step_with_all_that_lies_at_it_opens(desk: Page, journey: Journey):
    step = Step.objects.filter(phase__journey=journey, pains__isnull=False).first()
    desk.goto(f"/beheer/journeys/step/{step.pk}/change/")

    desk.locator("#encounters-group .add-row a").click()
    expect(desk.locator("#id_encounters-" + str(step.encounters.count()) + "-wanted")).to_be_visible()


def test_a_day_is_chosen_from_a_calendar(desk: Page):
    desk.goto("/beheer/journeys/fact/add/")

    desk.locator(".field-checked_on .date-icon").click()
    desk.locator(".calendarbox:visible td:not(.nonday) a").first.click()

    expect(desk.locator("#id_checked_on")).not_to_have_value("")


def test_history_and_the_question_before_deleting(desk: Page, journey: Journey):
    desk.goto(f"/beheer/journeys/journey/{journey.pk}/history/")
    expect(desk.locator("#change-history")).to_be_visible()

    desk.goto(f"/beheer/personas/persona/{journey.persona_id}/delete/")
    expect(desk.get_by_text(journey.title).first).to_be_visible()


def test_several_rows_are_chosen_for_one_action(desk: Page):
    open_list(desk, "touchpoints/product")
    desk.locator("#action-toggle").check()
    desk.locator("[name=action]").select_option("delete_selected")
    desk.locator(".actions button").first.click()

    expect(desk.locator("#content form [type=submit], #content .cancel-link").first).to_be_visible()


def test_a_new_row_is_made_in_a_window_beside_a_form(desk: Page):
    desk.goto("/beheer/journeys/journey/add/")
    with desk.expect_popup() as opened:
        desk.locator("#add_id_persona").click()
    window = opened.value
    window.locator("#id_name").fill("Samir")
    window.locator("[name=_save]").click()

    expect(desk.locator("#select2-id_persona-container")).to_contain_text("Samir")


def test_people_are_invited_and_their_role_changes(desk: Page, editor: User):
    open_list(desk, "organisations/user")
    expect(desk.locator("a[href$='/user/add/']")).to_have_count(0)
    desk.get_by_role("link", name=said("Invite"), exact=True).click()
    desk.locator("#id_email").fill("noor@waterrijk.example")
    desk.locator("[name=_save]").click()
    expect(desk.locator(".success").first).to_contain_text("noor@waterrijk.example")
    assert Invitation.objects.filter(email="noor@waterrijk.example").exists()

    desk.goto(f"/beheer/organisations/user/{editor.pk}/change/")
    desk.locator("#id_memberships-0-role").select_option(Membership.Role.VIEWER)
    desk.locator("[name=_save]").click()
    expect(desk.locator(".success")).to_be_visible()
    assert editor.memberships.get().role == Membership.Role.VIEWER


def test_it_looks_like_every_other_page(desk: Page):
    look = "(it) => { const s = getComputedStyle(it); return [s.fontFamily, s.color]; }"
    here = desk.locator("h1").evaluate(look)
    desk.locator("#user-tools a[href='/']").click()
    expect(desk).to_have_url("/")
    assert desk.locator("h1").evaluate(look) == here


@pytest.mark.parametrize("width", [320, 768])
def test_on_a_small_screen_everything_stays_in_it(desk: Page, width: int):
    desk.set_viewport_size({"width": width, "height": 640})
    for where in ("", "organisations/user/"):
        desk.goto(f"/beheer/{where}")
        back = desk.locator("#user-tools a[href='/']")
        expect(back).to_be_in_viewport(ratio=1)
        assert desk.evaluate("document.documentElement.scrollWidth") == width


def test_the_way_back_to_the_journeys(desk: Page):
    desk.locator("#user-tools a[href='/']").click()

    expect(desk).to_have_url("/")
