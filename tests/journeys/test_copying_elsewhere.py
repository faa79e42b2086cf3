"""Steps or a lane are copied to another journey; this one stays as it is."""

import pytest

from journeys.changes import changing
from journeys.models import EvidenceAbout, Journey, Step
from journeys.models.step import StepSituation
from journeys.undoing import redo, undo
from tests import factories
from tests.journeys.editing import parsed


@pytest.fixture
def other(waterrijk) -> Journey:
    """Another life event, with one step “Ik bel”."""
    phase = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk, name="Straks")
    factories.StepFactory(phase=phase, title="ik bel", order=0)
    return phase.journey


@pytest.fixture
def pain(step):
    situation = factories.SituationFactory(life_event=step.phase.journey.life_event, name="ongehuwd")
    StepSituation.objects.create(organisation=step.organisation, step=step, situation=situation)
    pain = factories.PainFactory(step=step, text="Lang wachten", order=0)
    evidence = factories.EvidenceFactory(journey=step.phase.journey)
    factories.EvidenceAboutFactory(evidence=evidence, step=step, pain=None, order=0)
    return pain


@pytest.fixture
def address(url, other) -> str:
    return f"{url}keuze/andere-klantreis/{other.pk}/"


def titles(journey: Journey) -> list[str]:
    return list(Step.objects.filter(phase__journey=journey).order_by("order").values_list("title", flat=True))


def test_steps_go_to_a_place_of_choice(as_editor, step, pain, other, address):
    step.offset_days = -30
    step.save()
    first = other.phases.get()

    response = as_editor.post(f"{address}?stap={step.pk}", {"place": f"first-{first.pk}"}, follow=True)

    copy = first.steps.first()
    assert titles(other) == ["Ik bel", "ik bel"]
    assert [row.text for row in copy.pains.all()] == ["Lang wachten"]
    assert copy.offset_days is None
    link = parsed(response).select_one(".messages a")
    assert (link["href"], link.text) == (f"/klantreizen/{other.pk}/#s{copy.pk}-head", other.title)


def test_what_is_known_and_done_stays_behind(as_editor, step, pain, other, address):
    as_editor.post(f"{address}?stap={step.pk}", {"place": f"first-{other.phases.get().pk}"})

    assert EvidenceAbout.objects.count() == 1


def test_this_journey_does_not_change(as_editor, step, pain, other, address):
    journey = step.phase.journey
    journey.refresh_from_db()

    as_editor.post(f"{address}?stap={step.pk}", {"place": f"first-{other.phases.get().pk}"})

    before = journey.version
    journey.refresh_from_db()
    assert (journey.version, titles(journey)) == (before, ["Ik bel"])


def test_a_situation_that_is_not_known_there_is_told(as_editor, step, pain, other, address):
    assert "ongehuwd" in parsed(as_editor.get(f"{address}?stap={step.pk}")).text

    response = as_editor.post(
        f"{address}?stap={step.pk}", {"place": f"first-{other.phases.get().pk}"}, follow=True
    )

    assert "ongehuwd" in parsed(response).select_one(".messages").text
    assert not StepSituation.objects.filter(step__phase__journey=other).exists()


def test_a_situation_can_come_along(as_editor, step, pain, other, address):
    data = {"place": f"first-{other.phases.get().pk}", "add_situations": "on"}

    as_editor.post(f"{address}?stap={step.pk}", data)

    assert other.life_event.situation_names() == ["ongehuwd"]
    assert [str(row) for row in other.phases.get().steps.first().only_for.all()] == ["ongehuwd"]


def test_a_situation_that_came_along_goes_with_undo_and_comes_with_redo(
    as_editor, editor, step, pain, other, address
):
    data = {"place": f"first-{other.phases.get().pk}", "add_situations": "on"}
    as_editor.post(f"{address}?stap={step.pk}", data)

    undo(other, editor)
    assert other.life_event.situation_names() == []

    redo(other, editor)
    assert other.life_event.situation_names() == ["ongehuwd"]
    assert [str(row) for row in other.phases.get().steps.first().only_for.all()] == ["ongehuwd"]

    undo(other, editor)
    assert other.life_event.situation_names() == []


def test_a_situation_that_is_used_by_now_stays_after_undo(
    as_editor, editor, facilitator, step, pain, other, address
):
    organisation, life_event = other.organisation, other.life_event
    elsewhere = factories.StepFactory(
        phase__journey__organisation=organisation, phase__journey__life_event=life_event
    )
    data = {"place": f"first-{other.phases.get().pk}", "add_situations": "on"}
    as_editor.post(f"{address}?stap={step.pk}", data)
    with changing(elsewhere.phase.journey, by=facilitator):
        factories.StepSituationFactory(step=elsewhere, situation=other.life_event.situations.get())

    undo(other, editor)

    assert other.life_event.situation_names() == ["ongehuwd"]


def test_a_situation_of_the_same_name_is_used(as_editor, step, pain, other, address):
    same = factories.SituationFactory(life_event=other.life_event, name="Ongehuwd")

    as_editor.post(f"{address}?stap={step.pk}", {"place": f"first-{other.phases.get().pk}"})

    assert list(other.phases.get().steps.first().only_for.all()) == [same]


def test_a_lane_goes_to_the_steps_of_the_same_title_once(as_editor, step, pain, other, address):
    for _time in range(2):
        as_editor.post(address, {"lane": "pains", "rest": ""})

    assert [row.text for row in other.phases.get().steps.get().pains.all()] == ["Lang wachten"]


@pytest.mark.parametrize(("chosen", "copied"), [(False, 1), (True, 2)])
def test_what_has_no_twin_stays_behind_or_goes_to_one_step(
    as_editor, step, pain, other, address, chosen, copied
):
    alone = factories.StepFactory(phase=step.phase, title="Ik wacht", order=1)
    factories.PainFactory(step=alone, text="Koud")
    target = other.phases.get().steps.get()

    response = as_editor.post(address, {"lane": "pains", "rest": target.pk if chosen else ""}, follow=True)

    assert target.pains.count() == copied
    assert str(copied) in parsed(response).select_one(".messages").text


@pytest.mark.parametrize("data", [{"lane": "x"}, {"lane": ""}, {"lane": "pains", "rest": "0"}])
def test_a_lane_that_is_none_is_refused(as_editor, step, address, data):
    assert as_editor.post(address, data).status_code == 422


def test_a_journey_is_searched_and_the_steps_stay_chosen(as_editor, step, url, other):
    page = parsed(as_editor.get(f"{url}keuze/andere-klantreis/?stap={step.pk}&zoek={other.title}"))

    assert page.select_one(f"a[href$='/andere-klantreis/{other.pk}/?stap={step.pk}']")
    assert page.select_one("input[type=hidden][name=stap]")["value"] == str(step.pk)
    assert not page.select(f"td a[href*='andere-klantreis/{step.phase.journey_id}/']")


def test_a_journey_of_elsewhere_or_the_same_is_not_found(as_editor, step, url, elsewhere):
    theirs = factories.JourneyFactory(organisation=elsewhere)

    for number in (theirs.pk, step.phase.journey_id, 0):
        address = f"{url}keuze/andere-klantreis/{number}/"
        assert as_editor.get(address).status_code == 404
        assert as_editor.post(address, {"lane": "pains"}).status_code == 404


def test_who_only_looks_or_is_a_stranger_copies_nothing(as_viewer, as_stranger, step, pain, other, address):
    assert as_viewer.post(address, {"lane": "pains"}).status_code == 403
    assert as_stranger.post(address, {"lane": "pains"}).status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_queries_do_not_grow_with_what_is_copied(
    as_editor, step, other, address, count, django_assert_max_num_queries
):
    rows = [factories.StepFactory(phase=step.phase, order=order) for order in range(1, count + 1)]
    for row in rows:
        factories.PainFactory(step=row)
    numbers = "&".join(f"stap={row.pk}" for row in rows)

    with django_assert_max_num_queries(60):
        as_editor.post(f"{address}?{numbers}", {"place": f"first-{other.phases.get().pk}"})
