"""The administration changes journeys in the one way that there is: locked, told, undone, in order."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from journeys.models import Change, Journey, LifeEvent, Pain, Phase, Situation, Step
from journeys.undoing import undo
from organisations.models import User
from personas.models import Finding
from tests import factories
from tests.journeys.test_two_writers import both_save, two_hands  # noqa: F401
from tests.organisations.admin_pages import address, no_rows

ROWS = no_rows("step_situations", "facts", "encounters", "pains")


@pytest.fixture
def journey(waterrijk) -> Journey:
    """A phase of the steps a, b and c, and a phase of the step d."""
    journey = factories.JourneyFactory(organisation=waterrijk)
    for order, titles in enumerate(["abc", "d"]):
        phase = factories.PhaseFactory(journey=journey, order=order, name=titles)
        for place, title in enumerate(titles):
            factories.StepFactory(phase=phase, title=title, order=place)
    return journey


def step(title: str) -> Step:
    return Step.objects.get(title=title)


def orders(rows) -> list[int]:
    return list(rows.values_list("order", flat=True))


def test_a_deleted_step_leaves_no_gap_and_comes_back_by_undo(as_administrator, administrator, journey):
    as_administrator.post(address(Step, "delete", step("b").pk), {"post": "yes"})

    assert orders(step("a").phase.steps) == [0, 1]
    undo(journey, administrator)
    assert orders(step("b").phase.steps) == [0, 1, 2]
    assert step("b").order == 1


def test_the_last_step_of_a_phase_takes_the_phase_along(as_administrator, journey):
    as_administrator.post(address(Step, "delete", step("d").pk), {"post": "yes"})

    assert [phase.name for phase in journey.phases.all()] == ["abc"]


def test_several_steps_at_once_leave_no_gap(as_administrator, journey):
    chosen = [step("a").pk, step("c").pk, step("d").pk]
    data = {"action": "delete_selected", "post": "yes", "_selected_action": chosen}

    as_administrator.post(address(Step, "changelist"), data)

    assert [(row.title, row.order) for row in Step.objects.all()] == [("b", 0)]
    assert journey.phases.count() == 1
    assert journey.changes.count() == 1


@pytest.mark.parametrize(("model", "words"), [(Step, "de enige stap van"), (Phase, "de enige fase van")])
def test_a_journey_keeps_a_step(as_administrator, journey, model, words):
    rows = {"action": "delete_selected", "_selected_action": list(model.objects.values_list("pk", flat=True))}

    asked = as_administrator.post(address(model, "changelist"), rows)
    as_administrator.post(address(model, "changelist"), {**rows, "post": "yes"})

    assert words in asked.content.decode()
    assert Step.objects.count() == 4


def test_a_card_on_the_page_of_its_step_leaves_no_gap(as_administrator, journey):
    first, going, last = [factories.PainFactory(step=step("a"), order=order) for order in range(3)]
    cards = {"pains-TOTAL_FORMS": "3", "pains-INITIAL_FORMS": "3", "pains-1-DELETE": "on"}
    for at, card in enumerate((first, going, last)):
        row = {"id": card.pk, "step": card.step_id, "text": card.text, "severity": card.severity}
        cards |= {f"pains-{at}-{name}": value for name, value in row.items()}

    as_administrator.post(address(Step, "change", step("a").pk), {"title": "a", **ROWS, **cards})

    assert list(Pain.objects.values_list("pk", "order")) == [(first.pk, 0), (last.pk, 1)]


CARDS = [
    factories.PainFactory,
    factories.FactFactory,
    factories.EncounterFactory,
    factories.ProcessStepFactory,
]


@pytest.mark.parametrize("make", CARDS)
def test_every_kind_of_card_goes_through_a_change(as_administrator, administrator, journey, make):
    rows = [make(step=step("a"), order=order) for order in range(2)]

    as_administrator.post(address(type(rows[0]), "delete", rows[0].pk), {"post": "yes"})

    rows[1].refresh_from_db()
    assert rows[1].order == 0
    assert list(journey.changes.values_list("user", "kind")) == [(administrator.pk, Change.Kind.EDIT)]


def test_evidence_leaves_no_gap(as_administrator, journey):
    rows = [factories.EvidenceFactory(journey=journey, order=order) for order in range(2)]

    as_administrator.post(address(type(rows[0]), "delete", rows[0].pk), {"post": "yes"})

    assert orders(journey.evidence) == [0]


def test_a_finding_that_a_journey_rests_on_stays_and_says_where(as_administrator, journey):
    evidence = factories.EvidenceFactory(journey=journey)
    page = address(Finding, "delete", evidence.finding_id)

    asked = as_administrator.get(page).content.decode()
    as_administrator.post(page, {"post": "yes"})
    chosen = {"action": "delete_selected", "post": "yes", "_selected_action": [evidence.finding_id]}
    as_administrator.post(address(Finding, "changelist"), chosen)

    assert "neem het daar eerst weg" in asked
    assert str(journey) in asked
    assert journey.evidence.get() == evidence


def test_a_finding_that_nothing_rests_on_goes(as_administrator, waterrijk):
    finding = factories.FindingFactory(organisation=waterrijk)

    as_administrator.post(address(Finding, "delete", finding.pk), {"post": "yes"})

    assert not Finding.objects.exists()


def test_findings_are_not_deleted_on_the_page_of_their_interview(as_administrator, waterrijk):
    finding = factories.FindingFactory(
        organisation=waterrijk, interview=factories.InterviewFactory(organisation=waterrijk)
    )

    found = as_administrator.get(address(type(finding.interview), "change", finding.interview_id))

    assert f'value="{finding.pk}"' in found.content.decode()
    assert "findings-0-DELETE" not in found.content.decode()


def without_first_situation(life_event) -> dict[str, str]:
    """What the page of a life event sends where its first situation is ticked to go."""
    data = {"name": life_event.name, "situations-INITIAL_FORMS": "2", "situations-TOTAL_FORMS": "2"}
    for at, situation in enumerate(life_event.situations.all()):
        row = {"id": situation.pk, "life_event": life_event.pk, "name": situation.name}
        data |= {f"situations-{at}-{name}": value for name, value in row.items()}
    return data | {"situations-0-DELETE": "on"}


@pytest.fixture
def situations(journey) -> list[Situation]:
    names = ["ongehuwd", "geen DigiD"]
    return [
        factories.SituationFactory(life_event=journey.life_event, name=name, order=order)
        for order, name in enumerate(names)
    ]


def test_a_situation_that_steps_are_only_for_stays_and_says_what_to_do(as_administrator, journey, situations):
    factories.StepSituationFactory(step=step("a"), situation=situations[0])
    page = address(LifeEvent, "change", journey.life_event_id)

    answer = as_administrator.post(page, without_first_situation(journey.life_event))

    assert "alleen voor “ongehuwd”" in answer.content.decode()
    assert step("a").only_for.get() == situations[0]


def test_a_situation_that_no_step_is_for_goes_without_a_gap(as_administrator, journey, situations):
    page = address(LifeEvent, "change", journey.life_event_id)

    as_administrator.post(page, without_first_situation(journey.life_event))

    assert [(one.name, one.order) for one in journey.life_event.situations.all()] == [("geen DigiD", 0)]


def test_nobody_is_deleted_so_that_what_they_own_stays_theirs(as_administrator, editor):
    page = address(User, "delete", editor.pk)

    assert as_administrator.post(page, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=editor.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_who_writes_there_and_who_writes_on_the_map_never_wait_for_each_other(
    two_hands: ThreadPoolExecutor,  # noqa: F811
    as_administrator,
    as_editor,
    journey,
):
    row = step("a")
    there = address(Step, "change", row.pk)
    here = f"{journey.get_absolute_url()}stappen/{row.pk}/denken/"
    for number in range(25):
        seen = {name: getattr(row, name) for name in ("title", "doing", "thinking", "needs", "designed")}
        seen |= {f"initial-{name}": text for name, text in seen.items()}
        sent = [
            (there, {**seen, **ROWS, "doing": f"beheer {number}"}),
            (here, {**seen, "thinking": f"kaart {number}"}),
        ]

        answers = both_save(two_hands, [as_administrator, as_editor], sent)

        assert [answer.status_code for answer in answers] == [302, 302]
        row.refresh_from_db()
        assert (row.doing, row.thinking) == (f"beheer {number}", f"kaart {number}")
