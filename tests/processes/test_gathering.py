"""Who must be at the table: departments and partners behind the pains, each with why, and an invitation."""

import pytest

from journeys.models import Step
from tests import factories
from tests.pages import page, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk, phase__journey__organisation=waterrijk, title="Wij doen aangifte", order=0
    )


@pytest.fixture
def pain(step):
    return factories.PainFactory(step=step, text="Wij moeten terugkomen")


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/aan-tafel/"


def guests(found) -> dict[str, list[str]]:
    """By name and kind, why."""
    cards = found.select(".gathering__guest")
    return {texts([card.select_one("h3")])[0]: texts(card.select(".gathering__why li")) for card in cards}


def met(step: Step, name: str, kind: str, touchpoint: str = "Balie") -> None:
    party = factories.PartyFactory(organisation=step.organisation, name=name, kind=kind)
    place = factories.TouchpointFactory(organisation=step.organisation, party=party, name=touchpoint)
    factories.EncounterFactory(step=step, touchpoint=place)


def test_who_works_behind_a_pain_and_whom_people_meet_there_comes(as_viewer, step, pain, url):
    factories.ProcessStepFactory(step=step, title="Maakt de akte", department="Burgerzaken (balie)")
    met(step, "Ziekenhuis", "partner", "Afdeling geboorte")
    met(step, "Oma", "network")

    assert guests(page(as_viewer, url)) == {
        "Burgerzaken (balie) van ons": ["doet “Maakt de akte” bij “Wij doen aangifte”"],
        "Ziekenhuis partner": ["mensen komen er bij “Afdeling geboorte”, bij “Wij doen aangifte”"],
    }


def test_who_does_what_a_step_waits_for_comes_too(as_viewer, step, pain, url):
    other = factories.StepFactory(phase=step.phase, title="Ons kind is geboren", order=1)
    factories.ProcessStepFactory(step=other, title="Stuurt bericht", department="Post", awaited_by=step)

    assert guests(page(as_viewer, url)) == {
        "Post van ons": ["doet “Stuurt bericht” bij “Ons kind is geboren”"]
    }


def test_where_nothing_hurts_nobody_is_asked(as_viewer, step, url):
    factories.ProcessStepFactory(step=step, department="Burgerzaken")

    found = page(as_viewer, url)

    assert not guests(found)
    assert "Er zijn hier nog geen knelpunten" in found.select_one("main").text


def test_where_nobody_is_known_it_says_what_to_fill_in(as_viewer, pain, url):
    assert "Nog niemand is bekend" in page(as_viewer, url).select_one("main").text


def test_who_has_most_to_do_with_it_comes_first(as_viewer, step, pain, url):
    other = factories.StepFactory(phase=step.phase, order=1)
    factories.PainFactory(step=other)
    for one in (step, other):
        factories.ProcessStepFactory(step=one, department="Post")
    factories.ProcessStepFactory(step=step, department="Archief", order=1)

    assert list(guests(page(as_viewer, url))) == ["Post van ons", "Archief van ons"]


def test_an_improvement_brings_its_owner_and_where_it_lands(as_viewer, step, pain):
    owner = factories.PartyFactory(organisation=step.organisation, name="Communicatie", kind="own")
    place = factories.OwnTouchpointFactory(organisation=step.organisation, name="Website")
    improvement = factories.ImprovementFactory(
        journey=step.phase.journey, title="Stuur een kaart", owner_party=owner, owner=owner.name
    )
    factories.AddressedPainFactory(improvement=improvement, pain=pain)
    factories.LandingFactory(improvement=improvement, touchpoint=place)
    factories.ProcessStepFactory(step=step, title="Maakt de akte", department="Burgerzaken")

    found = page(as_viewer, f"/verbeteringen/{improvement.pk}/aan-tafel/")

    assert guests(found) == {
        "Burgerzaken van ons": ["doet “Maakt de akte” bij “Wij doen aangifte”"],
        "Communicatie van ons": ["pakt de verbetering op"],
        f"{place.party.name} van ons": ["de verbetering landt bij “Website”"],
    }
    assert f"/verbeteringen/{improvement.pk}/aan-tafel/" in str(
        page(as_viewer, improvement.get_absolute_url()).select_one("main")
    )


def test_the_invitation_is_ready_to_copy(as_viewer, step, pain, url):
    factories.ProcessStepFactory(step=step, title="Maakt de akte", department="Burgerzaken")

    found = page(as_viewer, url)
    text = found.select_one("textarea").text

    assert "- Wij moeten terugkomen" in text
    assert "- Burgerzaken: doet “Maakt de akte” bij “Wij doen aangifte”." in text
    assert f"http://testserver/klantreizen/{step.phase.journey_id}/" in text
    mail = next(link["href"] for link in found.select("main a") if link["href"].startswith("mailto:"))
    assert "Maakt%20de%20akte" in mail


def test_a_very_long_invitation_has_to_be_copied(as_viewer, step, pain, url):
    for number in range(40):
        department = f"Afdeling {number} met een lange naam"
        factories.ProcessStepFactory(step=step, department=department, order=number)

    mail = [link["href"] for link in page(as_viewer, url).select("main a") if "mailto:" in link["href"]]

    assert all(len(one) < 2000 for one in mail)


@pytest.mark.parametrize("count", [1, 30])
def test_a_table_takes_as_many_queries_whatever_its_size(
    as_viewer, step, url, count, django_assert_num_queries
):
    for number in range(count):
        row = factories.StepFactory(phase=step.phase, order=number + 1)
        factories.PainFactory(step=row)
        factories.ProcessStepFactory(step=row, department=f"Afdeling {number}")
        met(row, f"Partij {number}", "partner")
    as_viewer.get(url)

    with django_assert_num_queries(8):
        as_viewer.get(url)


def test_a_stranger_finds_no_table(as_stranger, url):
    assert as_stranger.get(url).status_code == 404
