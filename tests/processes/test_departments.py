"""Departments: known by name alone, what they have, where it hurts there, and to whom their work goes on."""

import pytest
from django.urls import reverse

from tests.factories import (
    AddressedPainFactory,
    ImprovementFactory,
    JourneyFactory,
    OwnEncounterFactory,
    PainFactory,
    PartyFactory,
    PhaseFactory,
    ProcessStepFactory,
    StepFactory,
)
from tests.pages import links, page, row_headers, texts

LIST = reverse("departments:department-list")


def address(key: str) -> str:
    return reverse("departments:department-page", args=[key])


@pytest.fixture
def phase(waterrijk):
    return PhaseFactory(journey__organisation=waterrijk)


def at_work(phase, *departments: str):
    """A step with a process step by each of these, one after the other."""
    step = StepFactory(phase=phase)
    for department in departments:
        ProcessStepFactory(step=step, department=department)
    return step


def figures(found) -> list[str]:
    return texts(found.select(".figures .figure__number"))


def test_party_of_ours_and_its_process_steps_are_one_whatever_case_and_team(as_viewer, waterrijk, phase):
    PartyFactory(organisation=waterrijk, kind="own", name="Burgerzaken")
    at_work(phase, "burgerzaken", " Burgerzaken  (balie) ")
    assert row_headers(page(as_viewer, LIST)) == ["Burgerzaken"]
    assert "balie" in page(as_viewer, address("burgerzaken")).select_one(".page-head").get_text()


def test_party_of_others_is_no_department(as_viewer, waterrijk, phase):
    PartyFactory(organisation=waterrijk, kind="partner", name="Ziekenhuis")
    at_work(phase, "Ziekenhuis", "Inkomen")
    assert row_headers(page(as_viewer, LIST)) == ["Inkomen"]
    hospital = waterrijk.parties.get()
    assert as_viewer.get(address("ziekenhuis")).url == hospital.get_absolute_url()
    assert as_viewer.get(address("onbekend")).status_code == 404


def test_page_shows_where_people_meet_it_and_what_it_takes_up(as_viewer, waterrijk, phase):
    party = PartyFactory(organisation=waterrijk, kind="own", name="Burgerzaken")
    meeting = OwnEncounterFactory(step=StepFactory(phase=phase), touchpoint__party=party)
    by_party = ImprovementFactory(journey=phase.journey, owner_party=party, owner="Burgerzaken")
    by_name = ImprovementFactory(journey=phase.journey, owner="burgerzaken")
    other = ImprovementFactory(journey=phase.journey, owner="Inkomen")
    found = page(as_viewer, address("burgerzaken"))
    assert meeting.touchpoint.get_absolute_url() in links(found.select_one("[aria-labelledby=has]"))
    owned = links(found.select_one("[aria-labelledby=improvements]"))
    assert owned == [by_party.get_absolute_url(), by_name.get_absolute_url()]
    assert other.get_absolute_url() not in owned


def test_pains_are_those_where_it_is_met_or_at_work_open_and_severe_first(as_viewer, waterrijk, phase):
    met, behind, elsewhere = StepFactory(phase=phase), at_work(phase, "Burgerzaken"), StepFactory(phase=phase)
    OwnEncounterFactory(step=met, touchpoint__party__name="Burgerzaken")
    solved = PainFactory(step=met, text="Bedacht", severity=3)
    AddressedPainFactory(improvement=ImprovementFactory(journey=phase.journey), pain=solved)
    PainFactory(step=behind, text="Licht", severity=1)
    PainFactory(step=behind, text="Zwaar", severity=3)
    PainFactory(step=elsewhere, text="Elders")
    found = page(as_viewer, address("burgerzaken"))
    assert texts(found.select("[aria-labelledby=pains] .card__text")) == ["Zwaar", "Licht", "Bedacht"]
    assert figures(found) == ["1", "1", "2", "0", "0"]


def test_handovers_are_counted_by_direction_with_their_steps(as_viewer, waterrijk, phase):
    at_work(phase, "Burgerzaken", "", "Inkomen")
    last = at_work(phase, "Inkomen", "Burgerzaken (balie)", "burgerzaken (BALIE)", "Burgerzaken (achter)")
    found = page(as_viewer, address("burgerzaken"))
    boxes = found.select("[aria-labelledby=handovers] .panel")
    to, from_, within = (texts(box.select("li > strong")) for box in boxes)
    assert (to, from_) == (["Inkomen"], ["Inkomen"])
    assert within[0].casefold() == "burgerzaken (balie) → burgerzaken (achter)"
    assert figures(found)[3] == "3"
    assert f"{phase.journey.get_absolute_url()}#stap-{last.pk}" in links(found)
    assert address("inkomen") in links(found)


def test_work_of_one_journey_is_not_handed_to_another(as_viewer, waterrijk, phase):
    at_work(phase, "Burgerzaken")
    at_work(PhaseFactory(journey=JourneyFactory(organisation=waterrijk)), "Inkomen")
    assert figures(page(as_viewer, address("inkomen")))[3] == "0"


def test_desired_journeys_do_not_count(as_viewer, waterrijk):
    desired = PhaseFactory(journey__organisation=waterrijk, journey__kind="to_be")
    at_work(desired, "Straks", "Burgerzaken")
    PartyFactory(organisation=waterrijk, kind="own", name="Burgerzaken")
    assert row_headers(page(as_viewer, LIST)) == ["Burgerzaken"]
    assert figures(page(as_viewer, address("burgerzaken")))[0] == "0"


@pytest.mark.parametrize("name", ["VTH / Omgeving", "Wat?", "100% zorg", "Sociaal domein"])
def test_name_may_hold_anything(as_viewer, phase, name):
    at_work(phase, name)
    found = page(as_viewer, LIST)
    assert row_headers(found) == [name]
    link = found.select_one("tbody th a")["href"]
    assert page(as_viewer, link).h1.get_text() == name


def test_another_way_of_writing_leads_to_the_same_address(as_viewer, phase):
    at_work(phase, "Burgerzaken")
    assert as_viewer.get(address("BURGERZAKEN (balie)")).url == address("burgerzaken")


def test_department_of_another_organisation_is_not_there(as_stranger, phase):
    at_work(phase, "Burgerzaken")
    assert as_stranger.get(address("burgerzaken")).status_code == 404
    assert not row_headers(page(as_stranger, LIST))


def test_pages_ask_no_more_of_the_database_with_more_rows(
    as_viewer, as_stranger, waterrijk, elsewhere, django_assert_max_num_queries
):
    for client, organisation, count in ((as_viewer, waterrijk, 1), (as_stranger, elsewhere, 12)):
        for number in range(count):
            phase = PhaseFactory(journey__organisation=organisation)
            step = at_work(phase, "Burgerzaken", f"Afdeling {number}")
            OwnEncounterFactory(step=step, touchpoint__party__name=f"Eigen {number}")
            pain = PainFactory(step=step)
            AddressedPainFactory(
                improvement=ImprovementFactory(journey=phase.journey, owner="Burgerzaken"), pain=pain
            )
        with django_assert_max_num_queries(11):
            page(client, LIST)
        with django_assert_max_num_queries(13):
            page(client, address("burgerzaken"))
