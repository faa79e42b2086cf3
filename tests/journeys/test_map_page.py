"""The map shows a journey, where we are out of sight in it, and what hurts there."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import Resolver404, resolve
from django.utils import timezone

from journeys.models import Journey
from tests import factories


@pytest.fixture
def journey(waterrijk) -> Journey:
    """A test at home, a midwife, and the counter."""
    journey = factories.JourneyFactory(organisation=waterrijk, title="Ons eerste kind")
    phase = factories.PhaseFactory(journey=journey, name="In verwachting", order=0)
    for order, (title, days) in enumerate(
        [("Ik doe een test", -250), ("Ik bel", None), ("Wij doen aangifte", 0)]
    ):
        factories.StepFactory(phase=phase, title=title, offset_days=days, order=order)
    return journey


@pytest.fixture
def steps(journey) -> list:
    return list(journey.phases.get().steps.all())


@pytest.fixture
def counter(steps):
    """The municipality comes into view at the last step."""
    return factories.OwnEncounterFactory(step=steps[2])


def shown(client, journey, query: str = "") -> BeautifulSoup:
    response = client.get(f"/klantreizen/{journey.pk}/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def column(page: BeautifulSoup, step) -> BeautifulSoup:
    return page.find(id=f"stap-{step.pk}")


def test_the_steps_stand_in_their_order(as_viewer, journey, steps):
    page = shown(as_viewer, journey)

    assert [found["id"] for found in page.select(".step")] == [f"stap-{step.pk}" for step in steps]


def test_steps_before_the_first_contact_are_out_of_sight(as_viewer, journey, steps, counter):
    page = shown(as_viewer, journey)

    assert [column(page, step).has_attr("data-blind") for step in steps] == [True, True, False]
    assert column(page, steps[2]).has_attr("data-first-contact")


def test_the_largest_figure_is_how_long_we_are_out_of_sight(as_viewer, journey, counter):
    assert shown(as_viewer, journey).select_one(".blind-figure__number").text == "250"


def test_a_journey_without_times_says_what_is_missing(as_viewer, journey, steps):
    for step in steps:
        step.offset_days = None
        step.save()

    page = shown(as_viewer, journey)

    assert page.select_one(".blind-figure__unknown")
    assert page.select_one(".map__question")
    assert not page.select_one(".ribbon")


def test_an_estimated_moment_says_so(as_viewer, journey, steps):
    moment = column(shown(as_viewer, journey), steps[1]).select_one(".cell__moment").text

    assert "geschat" in moment or "estimated" in moment


def test_pains_and_improvements_stand_at_their_step(as_viewer, journey, steps):
    pain = factories.PainFactory(step=steps[1], text="Niemand vertelt het")
    improvement = factories.ImprovementFactory(journey=journey, title="Kaart bij de verloskundige")
    factories.AddressedPainFactory(improvement=improvement, pain=pain)

    found = column(shown(as_viewer, journey), steps[1])

    assert "Niemand vertelt het" in found.select_one("[data-lane=pains]").text
    assert "Kaart bij de verloskundige" in found.select_one("[data-reach=driven]").text


def test_a_dropped_improvement_is_not_on_the_map(as_viewer, journey, steps):
    pain = factories.PainFactory(step=steps[1])
    improvement = factories.ImprovementFactory(journey=journey, title="Ander idee", status="dropped")
    factories.AddressedPainFactory(improvement=improvement, pain=pain)

    assert "Ander idee" not in shown(as_viewer, journey).text


def test_an_improvement_without_a_pain_is_listed_below(as_viewer, journey):
    factories.ImprovementFactory(journey=journey, title="Los idee")

    assert "Los idee" in shown(as_viewer, journey).find(id="loose").text


def test_a_rule_checked_over_a_year_ago_is_stale(as_viewer, journey, steps):
    today = timezone.localdate()
    factories.FactFactory(step=steps[2], text="Oud", checked_on=today - timedelta(days=366))
    factories.FactFactory(step=steps[2], text="Vers", checked_on=today - timedelta(days=365))

    stale = column(shown(as_viewer, journey), steps[2]).select(".card--fact[data-stale]")

    assert [card.select_one(".card__text").text for card in stale] == ["Oud"]


def test_an_unwanted_contact_says_so_in_words(as_viewer, journey, steps):
    factories.EncounterFactory(step=steps[0], wanted=False)

    assert column(shown(as_viewer, journey), steps[0]).select_one(".chip__note")


def test_the_desired_line_is_drawn_where_steps_are_twins(as_viewer, journey, steps):
    desired = factories.JourneyFactory(
        organisation=journey.organisation, life_event=journey.life_event, based_on=journey, kind="to_be"
    )
    phase = factories.PhaseFactory(journey=desired, order=0)
    for order, step in enumerate(steps):
        factories.StepFactory(phase=phase, title=step.title, feeling=2, order=order)

    page = shown(as_viewer, journey)

    assert all(column(page, step).select_one(".beat__other") for step in steps)


def test_a_step_without_a_feeling_leaves_the_desired_line_of_the_others(as_viewer, journey, steps):
    desired = factories.JourneyFactory(
        organisation=journey.organisation, life_event=journey.life_event, based_on=journey, kind="to_be"
    )
    phase = factories.PhaseFactory(journey=desired, order=0)
    for order, (step, feeling) in enumerate(zip(steps, [2, None, 1], strict=True)):
        factories.StepFactory(phase=phase, title=step.title, feeling=feeling, order=order)

    assert len(shown(as_viewer, journey).select(".beat__other")) == 3


def test_a_situation_shows_its_own_route(as_viewer, journey, steps):
    situation = factories.SituationFactory(life_event=journey.life_event, name="ongehuwd")
    other = factories.SituationFactory(life_event=journey.life_event, name="getrouwd")
    factories.StepSituationFactory(step=steps[1], situation=situation)

    assert column(shown(as_viewer, journey), steps[1])
    assert column(shown(as_viewer, journey, "?situatie=ongehuwd"), steps[1])
    assert not column(shown(as_viewer, journey, f"?situatie={other.name}"), steps[1])


def test_an_unknown_situation_is_not_found(as_viewer, journey):
    assert as_viewer.get(f"/klantreizen/{journey.pk}/?situatie=bestaat+niet").status_code == 404


def test_a_journey_without_steps_asks_where_it_begins(as_editor, waterrijk):
    empty = factories.JourneyFactory(organisation=waterrijk)
    factories.PhaseFactory(journey=empty, name="Begin", order=0)

    page = shown(as_editor, empty)

    assert page.select_one(".map__question")
    assert page.select_one("#phases .cell__add")


def test_text_of_people_is_escaped(as_viewer, journey, steps):
    steps[0].doing = "<script>alert(1)</script>"
    steps[0].save()

    assert not column(shown(as_viewer, journey), steps[0]).find("script")


def test_a_viewer_sees_no_way_to_change(as_viewer, journey, steps):
    factories.PainFactory(step=steps[0])

    assert not shown(as_viewer, journey).select("#phases a[href]:not([data-panel])")


def test_every_link_on_an_editors_map_leads_somewhere(as_editor, journey, steps, counter):
    factories.PainFactory(step=steps[0])
    factories.FactFactory(step=steps[0])
    links = {link["href"] for link in shown(as_editor, journey).select(".map a[href^='/']")}

    assert len(links) > 15
    for link in links:
        try:
            resolve(link.split("?")[0])
        except Resolver404:
            pytest.fail(f"{link} leads nowhere")
        assert as_editor.get(link).status_code == 200, link


@pytest.mark.django_db(transaction=True)
def test_a_change_shows_at_once_although_the_map_is_cached(as_viewer, journey, steps):
    shown(as_viewer, journey)
    steps[0].title = "Ik doe nog een test"
    steps[0].save()

    assert "Ik doe nog een test" in shown(as_viewer, journey).text


@pytest.mark.django_db(transaction=True)
def test_a_change_of_the_desired_journey_shows_on_the_current_one(as_viewer, journey, steps):
    desired = factories.JourneyFactory(
        organisation=journey.organisation, life_event=journey.life_event, based_on=journey, kind="to_be"
    )
    phase = factories.PhaseFactory(journey=desired, order=0)
    twins = [
        factories.StepFactory(phase=phase, title=step.title, feeling=2, order=order)
        for order, step in enumerate(steps)
    ]
    before = column(shown(as_viewer, journey), steps[0]).select_one(".beat__other")["d"]

    twins[0].feeling = -2
    twins[0].save()
    assert column(shown(as_viewer, journey), steps[0]).select_one(".beat__other")["d"] != before

    desired.delete()
    assert not shown(as_viewer, journey).select(".beat__other")


def test_another_organisations_journey_does_not_exist(as_stranger, journey):
    assert as_stranger.get(f"/klantreizen/{journey.pk}/").status_code == 404
