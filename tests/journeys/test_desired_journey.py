"""A desired journey is made from the current one; what differs is marked, and steps know their twins."""

from urllib.parse import quote

import pytest

from journeys.desiring import desire
from journeys.documents import document_of
from journeys.models import Encounter, Journey, Pain, Step
from tests import factories
from tests.pages import page, texts


@pytest.fixture
def journey(step) -> Journey:
    """“Ik bel” with two pains, one of which something is planned for; and “Ik kom langs”."""
    journey = step.phase.journey
    factories.PainFactory(step=step, text="Niemand neemt op")
    eased = factories.PainFactory(step=step, text="Lang wachten")
    factories.StepFactory(phase=step.phase, title="Ik kom langs", order=1)
    improvement = factories.ImprovementFactory(journey=journey)
    factories.AddressedPainFactory(improvement=improvement, pain=eased)
    return journey


@pytest.fixture
def desired(journey, editor) -> Journey:
    return desire(journey, title="Zoals gewenst", solved=[], by=editor)


def step_of(journey: Journey, title: str) -> Step:
    return Step.objects.get(phase__journey=journey, title=title)


def marks(client, journey: Journey) -> dict[str, str]:
    """What the map says of each step beside its twin."""
    cells = page(client, journey.get_absolute_url()).select("#map .cell--head")
    return {
        cell.select_one(".cell__title").text.split(":", 1)[1].strip(): " ".join(mark.text.split())
        for cell in cells
        if (mark := cell.select_one(".twin"))
    }


def test_one_step_makes_it_without_the_pains_that_are_solved(as_editor, journey, step):
    address = f"{journey.get_absolute_url()}gewenst/"
    form = page(as_editor, address).select_one("main form")
    solved = [box["value"] for box in form.select("input[name=solved][checked]")]
    assert [Pain.objects.get(pk=number).text for number in solved] == ["Lang wachten"]

    response = as_editor.post(address, {"title": "Zoals gewenst", "solved": solved})

    desired = Journey.objects.get(kind="to_be")
    assert response.headers["Location"] == desired.get_absolute_url()
    assert desired.based_on == journey
    assert texts(page(as_editor, desired.get_absolute_url()).select("#map .card--pain .card__text")) == [
        "Niemand neemt op"
    ]
    assert list(Pain.objects.filter(step__phase__journey=desired).values_list("order", flat=True)) == [0]
    assert journey.improvements.count() == 1


def test_it_holds_all_that_lies_at_the_steps(journey, step, editor, waterrijk):
    factories.make(Encounter, waterrijk, step=step)
    factories.FactFactory(step=step)
    factories.ProcessStepFactory(step=step)
    desired = desire(journey, title="x", solved=[], by=editor)

    mine, theirs = (document_of(Journey.objects.whole().get(pk=one.pk)) for one in (journey, desired))

    assert theirs["phases"] == mine["phases"]
    assert theirs["touchpoints"] == mine["touchpoints"]


def test_right_after_it_is_made_nothing_differs(as_viewer, journey, desired):
    assert marks(as_viewer, journey) == marks(as_viewer, desired) == {}


def test_what_is_added_dropped_and_changed_is_marked_on_both(as_viewer, journey, desired):
    Step.objects.filter(pk=step_of(desired, "Ik bel").pk).update(doing="Ik app", feeling=2)
    step_of(desired, "Ik kom langs").delete()
    factories.StepFactory(phase=desired.phases.get(), title="Ik krijg bericht", order=5)

    assert marks(as_viewer, desired) == {
        "Ik bel": "anders: doen, hartslag",
        "Ik krijg bericht": "nieuw: niet in de huidige reis",
    }
    assert marks(as_viewer, journey) == {
        "Ik bel": "anders: doen, hartslag",
        "Ik kom langs": "weg in de gewenste reis",
    }
    told = page(as_viewer, desired.get_absolute_url()).select_one("#compared")
    assert "1 nieuwe stap, 1 veranderd, 1 weg" in " ".join(told.summary.text.split())
    gone = step_of(journey, "Ik kom langs")
    assert f"{journey.get_absolute_url()}#stap-{gone.pk}" in [link["href"] for link in told.select("a")]


def test_a_step_with_another_title_is_still_the_twin(as_viewer, journey, desired):
    Step.objects.filter(phase__journey=desired).update(feeling=2)
    Step.objects.filter(pk=step_of(desired, "Ik bel").pk).update(title="Ik word gebeld")

    assert marks(as_viewer, desired)["Ik word gebeld"] == "anders: titel, hartslag"
    assert len(page(as_viewer, journey.get_absolute_url()).select(".beat__other")) == 2


def test_much_that_differs_is_told_in_brief_on_the_map_and_whole_in_the_panel(as_viewer, journey, desired):
    twin = step_of(desired, "Ik bel")
    Step.objects.filter(pk=twin.pk).update(title="Ik app", doing="Ik app", thinking="Fijn", feeling=2)
    twin.pains.all().delete()

    assert marks(as_viewer, desired)["Ik app"] == "anders: titel, doen en nog 3"
    panel = page(as_viewer, f"{desired.get_absolute_url()}stappen/{twin.pk}/").select_one(".step-panel .twin")
    assert "titel, doen, denken en nodig, hartslag, knelpunten" in panel.text


def test_a_copy_of_a_step_is_no_twin(as_viewer, journey, desired):
    step_of(desired, "Ik bel").duplicate()

    assert list(marks(as_viewer, desired).values()) == ["nieuw: niet in de huidige reis"]


def test_the_panel_of_a_step_leads_to_its_twin(as_viewer, journey, desired):
    twin = step_of(desired, "Ik bel")

    panel = page(as_viewer, f"{desired.get_absolute_url()}stappen/{twin.pk}/").select_one(".step-panel")

    address = f"{journey.get_absolute_url()}#stap-{step_of(journey, 'Ik bel').pk}"
    assert address in [link["href"] for link in panel.select("a")]


@pytest.mark.django_db(transaction=True)
def test_a_change_in_the_one_shows_on_the_other_although_its_map_is_remembered(as_viewer, journey, desired):
    assert marks(as_viewer, journey) == {}

    Step.objects.filter(pk=step_of(desired, "Ik bel").pk).update(doing="Ik app")
    assert marks(as_viewer, journey) == {"Ik bel": "anders: doen"}

    desired.delete()
    assert not page(as_viewer, journey.get_absolute_url()).select("#compared details")


@pytest.mark.django_db(transaction=True)
def test_a_desired_journey_that_is_made_later_shows_on_the_map(as_viewer, editor, journey):
    assert not page(as_viewer, journey.get_absolute_url()).select("#compared details")

    desire(journey, title="Zoals gewenst", solved=[], by=editor)

    assert page(as_viewer, journey.get_absolute_url()).select("#compared details")


def test_of_a_desired_journey_no_desired_one_is_made(as_editor, desired):
    assert as_editor.get(f"{desired.get_absolute_url()}gewenst/").status_code == 404


def test_a_pain_of_another_journey_is_refused(as_editor, journey, elsewhere):
    other = factories.make(Pain, elsewhere)

    response = as_editor.post(f"{journey.get_absolute_url()}gewenst/", {"title": "x", "solved": [other.pk]})

    assert response.status_code == 422
    assert Journey.objects.count() == 1 + 1  # and the one elsewhere


def test_a_journey_without_pains_asks_only_for_a_title(as_editor, step):
    address = f"{step.phase.journey.get_absolute_url()}gewenst/"

    assert not page(as_editor, address).select("input[name=solved]")
    assert as_editor.post(address, {"title": quote("Zo")}).status_code == 302


def test_a_viewer_makes_none(as_viewer, journey):
    assert as_viewer.post(f"{journey.get_absolute_url()}gewenst/", {"title": "x"}).status_code == 403


@pytest.mark.parametrize("steps", [3, 30])
def test_making_one_takes_as_many_queries_whatever_the_size(
    waterrijk, editor, steps, django_assert_max_num_queries
):
    journey = factories.JourneyFactory(organisation=waterrijk)
    phase = factories.PhaseFactory(journey=journey, order=0)
    for order in range(steps):
        factories.PainFactory(step=factories.StepFactory(phase=phase, order=order))

    with django_assert_max_num_queries(30):
        desire(journey, title="x", solved=[], by=editor)


def legend(client, address: str) -> set[str]:
    return {mark["data-mark"] for mark in page(client, address).select(".legend__mark")}


def test_the_legend_tells_the_heartbeat_now_from_the_desired_one(as_editor, journey, desired):
    Step.objects.filter(phase__journey__in=[journey, desired]).update(feeling=1, offset_days=0)
    lines, there = {"now", "wanted"}, desired.get_absolute_url()

    assert legend(as_editor, there) & lines == lines
    assert legend(as_editor, journey.get_absolute_url()) & lines == lines
    assert legend(as_editor, f"{there}op-tijd/") & lines == {"wanted"}
    assert legend(as_editor, f"{journey.get_absolute_url()}op-tijd/") & lines == {"now"}
    assert legend(as_editor, f"/vergelijken/?reis={journey.pk}&reis={desired.pk}") & lines == lines
    assert not legend(as_editor, f"/vergelijken/?reis={journey.pk}") & lines
