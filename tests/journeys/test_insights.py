"""The lenses on pains and on insights: every figure in words, and what to do next."""

import pytest

from exchange.exporter import all_figures
from exchange.importer import import_document
from journeys.around import figures_around
from journeys.figures import figures
from journeys.insights import insights_of
from journeys.journey_map import map_of
from journeys.models import Encounter, Journey, LifeEvent, Pain
from tests import factories
from tests.exchange.documents import of_size
from tests.factories import LifeEventFactory, TouchpointFactory
from tests.journeys.editing import parsed
from tests.pages import page, texts

GIVEN_TOGETHER = {  # in one insight with another figure
    "start",
    "end",
    "blind_days_share",
    "blind_steps_share",
    "pain_weight",
    "blind_pain_weight",
    "open_pain_weight",
}


@pytest.fixture
def journey(step) -> Journey:
    """“Ik bel” hurts a lot and is out of sight; at the counter hurts a little, and something is planned."""
    journey = step.phase.journey
    factories.PainFactory(step=step, text="Niemand neemt op", severity=3, influence=Pain.Influence.NOT_OURS)
    counter = factories.StepFactory(phase=step.phase, title="Ik sta aan de balie", order=1)
    own = factories.OwnTouchpointFactory(organisation=journey.organisation)
    factories.make(Encounter, journey.organisation, step=counter, touchpoint=own)
    eased = factories.PainFactory(step=counter, text="Lange rij", severity=1, influence=Pain.Influence.OURS)
    improvement = factories.ImprovementFactory(journey=journey, title="Op afspraak")
    factories.AddressedPainFactory(improvement=improvement, pain=eased)
    return journey


def shown(client, url: str, key: str):
    return page(client, f"{url}inzichten/").select_one(f"#{key}")


def test_every_figure_has_an_insight(waterrijk):
    journey = import_document(of_size(8), waterrijk, by=None)
    whole = Journey.objects.whole().get(pk=journey.pk)
    picture = map_of(whole)

    keys = {one.key for group in insights_of(picture, "geboorte") for one in group.insights}

    assert set(figures(picture.analysis.document)["journey"]) - GIVEN_TOGETHER == keys


def test_the_figures_of_the_life_event_are_those_of_the_command(as_viewer, waterrijk):
    event, midwife = (make(organisation=waterrijk) for make in (LifeEventFactory, TouchpointFactory))
    for kind in ("as_is", "as_is", "to_be"):
        journey = factories.JourneyFactory(organisation=waterrijk, life_event=event, kind=kind)
        step = factories.StepFactory(phase__journey=journey)
        factories.EncounterFactory(step=step, touchpoint=midwife)
    whole = Journey.objects.whole().get(pk=journey.pk)
    command = all_figures(whole, [])["life_event"]
    assert command["places"]
    assert command["shared_touchpoints"]

    assert figures_around(whole, []) == command
    url = journey.get_absolute_url()
    for key, found in command.items():
        insight = shown(as_viewer, url, key)
        assert insight.select_one(".insight__value").text == str(len(found))
        assert found[0]["name"] in insight.select_one(".insight__items").text
        assert insight.select_one(".insight__todo a")


def test_steps_after_the_last_contact_are_known_without_days(as_viewer, journey, url):
    after = factories.StepFactory(phase=journey.phases.get(), order=2)

    assert shown(as_viewer, url, "tail_steps").select_one(".insight__value").text == "1"
    assert str(after) in shown(as_viewer, url, "tail_steps").text
    assert shown(as_viewer, url, "tail_days").select_one(".insight__unknown")


def test_no_improvement_is_nought_and_says_what_to_do(as_viewer, step, url):
    found = shown(as_viewer, url, "balance")

    assert found.select_one(".insight__value").text == "0"
    assert "kies een knelpunt" in found.text


def test_a_figure_comes_with_what_it_means_and_the_steps_behind_it(as_viewer, journey, url, step):
    found = shown(as_viewer, url, "blind_steps")

    assert found.select_one(".insight__value").text == "1"
    assert "50%" in found.text
    assert [link["href"] for link in found.select("details a")] == [f"{url}inzichten/?stap={step.pk}"]


def test_a_figure_that_is_not_known_says_what_to_fill_in(as_viewer, journey, url):
    found = shown(as_viewer, url, "blind_days")

    assert not found.select_one(".insight__value")
    assert "Vul bij minstens één stap in" in found.text


def test_a_figure_that_is_not_known_says_just_what_is_missing(as_viewer, journey, url):
    def missing(key: str) -> str:
        return shown(as_viewer, url, key).text

    assert "Er zijn nog geen twee stappen met contact met ons." in missing("longest_gap_days")
    assert "Vul bij minstens één stap in" in missing("tail_days")
    assert "Er is nog geen processtap" in missing("process_wait_days")


def test_a_journey_that_takes_no_time_says_what_its_share_needs(as_viewer, journey, url):
    journey.phases.get().steps.update(offset_days=4)
    found = shown(as_viewer, url, "blind_days").text
    assert "Welk deel van de reis dat is, is nog niet bekend" in found


def test_process_steps_without_days_are_asked_for_those(as_viewer, step, url):
    factories.ProcessStepFactory(step=step)
    assert (
        "Vul bij de processtappen in hoe lang ze wachten" in shown(as_viewer, url, "process_wait_days").text
    )


def test_a_journey_that_is_never_in_sight_is_not_said_to_be_before_the_first_contact(as_viewer, step, url):
    type(step).objects.filter(pk=step.pk).update(offset_days=-10, duration_days=9)
    found = shown(as_viewer, url, "blind_days").text
    assert "zonder contact met ons" in found
    assert "voor het eerste contact" not in found


@pytest.mark.parametrize(
    ("day", "takes", "words"),
    [
        (0, 0, "Alles op de dag van de geboorte."),
        (0, 12, "Van de geboorte tot 12 dagen na de geboorte."),
        (-5, 5, "Van 5 dagen voor de geboorte tot de geboorte."),
    ],
)
def test_the_length_is_told_from_day_to_day(as_viewer, step, url, day, takes, words):
    type(step).objects.filter(pk=step.pk).update(offset_days=day, duration_days=takes)
    LifeEvent.objects.update(anchor="de geboorte")
    assert words in " ".join(shown(as_viewer, url, "length").text.split())


def test_pains_out_of_sight_with_nothing_planned_ask_for_it(as_viewer, journey, url):
    [todo] = shown(as_viewer, url, "blind_pains").select(".insight__todo a")

    assert "1 van 1" in " ".join(todo.text.split())
    assert todo["href"].startswith(f"{url}knelpunten/?")
    assert texts(page(as_viewer, todo["href"]).select(".pains__text")) == ["Niemand neemt op"]


def test_an_empty_journey_says_of_everything_that_it_is_not_known(as_viewer, waterrijk):
    empty = factories.JourneyFactory(organisation=waterrijk)

    found = page(as_viewer, f"{empty.get_absolute_url()}inzichten/")

    assert len(found.select(".insight__unknown")) >= 8
    assert "None" not in found.select_one("#lens").text


def test_pains_stand_under_who_can_change_them(as_viewer, journey, url):
    found = page(as_viewer, f"{url}knelpunten/")

    assert texts(found.select(".pains__heading")) == ["van ons", "niet van ons"]
    assert texts(found.select(".pains__text")) == ["Lange rij", "Niemand neemt op"]
    assert "Op afspraak" in found.select(".pains__plan")[0].text
    assert texts(found.select(".pains__open")) == ["nog niets bedacht"]


@pytest.mark.parametrize(
    ("grouping", "headings"),
    [
        ("ernst", ["ernstig", "licht"]),
        ("beeld", ["buiten beeld bij ons", "in beeld bij ons"]),
        ("x", ["van ons", "niet van ons"]),
    ],
)
def test_pains_are_grouped_as_the_address_says(as_viewer, journey, url, grouping, headings):
    assert texts(page(as_viewer, f"{url}knelpunten/", groep=grouping).select(".pains__heading")) == headings


def test_only_what_has_nothing_planned_can_be_shown(as_viewer, journey, url):
    found = page(as_viewer, f"{url}knelpunten/", alleen="open", groep="ernst")

    assert texts(found.select(".pains__text")) == ["Niemand neemt op"]
    assert all("alleen=open" in link["href"] for link in found.select(".lens-tools p:first-child a"))


def test_where_everything_is_planned_that_is_said(as_viewer, journey, url):
    Pain.objects.filter(text="Niemand neemt op").delete()

    found = page(as_viewer, f"{url}knelpunten/", alleen="open")

    assert "Voor elk knelpunt" in found.select_one("#lens").text


def test_a_dropped_improvement_leaves_its_pain_open(as_viewer, journey, url):
    journey.improvements.update(status="dropped")

    assert len(page(as_viewer, f"{url}knelpunten/").select(".pains__open")) == 2


def test_a_journey_without_pains_is_asked_about_them(as_viewer, step, url):
    assert parsed(as_viewer.get(f"{url}knelpunten/")).select_one(f"#lens a[href='{url}']")
