"""What an administrator writes lands in the own organisation, in order, with its history."""

import pytest
from bs4 import BeautifulSoup

from journeys.models import Journey, LifeEvent, Pain, Phase, Step
from organisations.models import Membership
from personas.models import Persona
from tests import factories
from tests.conftest import signed_in
from tests.organisations.admin_pages import address, no_rows
from touchpoints.models import Touchpoint


def test_a_new_row_belongs_to_the_organisation_at_hand(as_administrator, waterrijk):
    as_administrator.post(
        address(Persona, "add"), {"name": "Noor", "lives_here": "unknown", "needs": "rust\neen lijst, kort"}
    )

    noor = Persona.objects.get()
    assert noor.organisation == waterrijk
    assert noor.needs == ["rust", "een lijst, kort"]


def test_a_name_that_is_taken_here_is_told_and_elsewhere_is_no_matter(as_administrator, waterrijk, elsewhere):
    factories.PersonaFactory(organisation=waterrijk, name="Noor")
    factories.PersonaFactory(organisation=elsewhere, name="Farah")

    taken = as_administrator.post(address(Persona, "add"), {"name": "Noor", "lives_here": "unknown"})
    free = as_administrator.post(address(Persona, "add"), {"name": "Farah", "lives_here": "unknown"})

    assert taken.context["errors"]
    assert free.status_code == 302


def test_new_rows_in_a_page_come_last_in_order(as_administrator, waterrijk):
    event = factories.LifeEventFactory(organisation=waterrijk, name="Verhuizen")
    factories.SituationFactory(life_event=event, order=4)

    as_administrator.post(
        address(LifeEvent, "change", event.pk),
        {
            "name": "Verhuizen",
            "situations-TOTAL_FORMS": "3",
            "situations-INITIAL_FORMS": "1",
            "situations-0-id": event.situations.get().pk,
            "situations-0-life_event": event.pk,
            "situations-0-name": "huurt",
            "situations-1-life_event": event.pk,
            "situations-1-name": "koopt",
            "situations-2-life_event": event.pk,
            "situations-2-name": "woont in",
        },
    )

    rows = event.situations.values_list("name", "order", "organisation")
    assert list(rows) == [
        ("huurt", 4, waterrijk.pk),
        ("koopt", 5, waterrijk.pk),
        ("woont in", 6, waterrijk.pk),
    ]


def test_a_card_is_added_behind_the_others_and_raises_the_version(as_administrator, waterrijk, administrator):
    step = factories.make(Step, waterrijk)
    factories.PainFactory(step=step, order=7)
    # It is raised once in a transaction, and a test is one.
    Journey.objects.update(version_transaction=None)
    before = Journey.objects.get().version

    as_administrator.post(address(Pain, "add"), {"step": step.pk, "text": "wachten", "severity": "3"})

    pain = Pain.objects.get(text="wachten")
    assert pain.order == 8
    assert Journey.objects.get().version > before
    context = pain.events.get().pgh_context.metadata
    assert (context["user"], context["journey"]) == (administrator.pk, step.phase.journey_id)


def test_a_step_stays_in_its_phase(as_administrator, waterrijk):
    step = factories.make(Step, waterrijk)
    other = factories.PhaseFactory(journey=step.phase.journey, order=99)
    rows = no_rows("step_situations", "facts", "encounters", "pains")

    as_administrator.post(address(Step, "change", step.pk), {"title": "Ik bel", "phase": other.pk, **rows})

    changed = Step.objects.get()
    assert (changed.title, changed.phase_id) == ("Ik bel", step.phase_id)


def test_what_is_in_use_is_not_deleted(as_administrator, waterrijk):
    journey = factories.JourneyFactory(organisation=waterrijk)

    page = as_administrator.post(address(Persona, "delete", journey.persona_id), {"post": "yes"})

    assert page.status_code == 200
    assert journey.title in page.content.decode()
    assert Persona.objects.exists()


def test_what_is_in_use_says_where(as_administrator, waterrijk):
    journey = factories.JourneyFactory(organisation=waterrijk)
    step = factories.StepFactory(phase__journey=journey, title="Ik doe aangifte")
    touchpoint = factories.EncounterFactory(step=step).touchpoint

    for page in (
        as_administrator.get(address(Touchpoint, "delete", touchpoint.pk)),
        as_administrator.post(
            address(Touchpoint, "changelist"),
            {"action": "delete_selected", "_selected_action": [touchpoint.pk]},
        ),
    ):
        told = BeautifulSoup(page.content, "html.parser").select_one("#content").get_text()
        assert "Ik doe aangifte" in told
        assert "kan nog niet weg" in told


def test_several_rows_are_deleted_at_once(as_administrator, waterrijk, elsewhere):
    journey = factories.JourneyFactory(organisation=waterrijk)
    ours = [factories.PhaseFactory(journey=journey, order=order) for order in range(3)]
    theirs = factories.make(Phase, elsewhere)

    chosen = [ours[0].pk, ours[1].pk, theirs.pk]
    as_administrator.post(
        address(Phase, "changelist"),
        {"action": "delete_selected", "post": "yes", "_selected_action": chosen},
    )

    assert list(Phase.objects.values_list("pk", "order")) == [(ours[2].pk, 0), (theirs.pk, theirs.order)]


def test_history_tells_who_changed_what(as_administrator, administrator, waterrijk):
    administrator.first_name = "Bente"
    administrator.save()
    persona = factories.PersonaFactory(organisation=waterrijk, name="Noor")
    as_administrator.post(
        address(Persona, "change", persona.pk), {"name": "Noor de Wit", "lives_here": "true"}
    )

    page = BeautifulSoup(as_administrator.get(address(Persona, "history", persona.pk)).content, "html.parser")
    latest = page.select("#change-history tbody tr")[0].get_text(" ", strip=True)

    assert "Bente" in latest
    assert "Noor de Wit" in latest


def test_history_does_not_name_people_of_elsewhere(as_administrator, waterrijk, stranger, elsewhere):
    factories.MembershipFactory(user=stranger, organisation=waterrijk, role=Membership.Role.ADMINISTRATOR)
    visitor = signed_in(stranger)
    visitor.post("/organisatie/wissel/", {"organisation": waterrijk.pk})
    visitor.post(address(Persona, "add"), {"name": "Noor", "lives_here": "unknown"})
    stranger.memberships.filter(organisation=waterrijk).delete()

    page = as_administrator.get(address(Persona, "history", Persona.objects.get().pk)).content.decode()

    assert "Noor" in page
    assert stranger.email not in page


@pytest.mark.parametrize(
    "path", ["../settings.css", "https://elders.example/x.css", "niets.css", "js/map.js"]
)
def test_a_style_sheet_that_is_not_there_is_refused(as_administrator, waterrijk, path):
    page = as_administrator.post(
        f"/beheer/organisations/organisation/{waterrijk.pk}/change/", {"name": "Waterrijk", "theme_css": path}
    )

    assert page.context["adminform"].form.errors["theme_css"]
