"""A pain comes from a process step, an improvement changes one: influence and owner follow from there."""

import pytest
from django.core.exceptions import ValidationError

from journeys.changes import changing
from journeys.copying import duplicate_steps
from journeys.copying_elsewhere import copy_lane
from journeys.desiring import desire
from journeys.documents import document_of
from journeys.models import Journey, Pain, Step
from journeys.undoing import undo
from processes.models import ProcessStep
from tests import factories
from tests.journeys.editing import HTMX
from tests.pages import page, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk, phase__journey__organisation=waterrijk, title="Wij doen aangifte", order=0
    )


@pytest.fixture
def row(step) -> ProcessStep:
    return factories.ProcessStepFactory(step=step, title="Maakt de akte", department="Burgerzaken", order=0)


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


def new_pain(client, url: str, row: ProcessStep, **more) -> Pain:
    typed = {"text": "Ik wacht", "severity": 2, "influence": "", "process_step": row.pk} | more
    assert client.post(f"{url}stappen/{row.step_id}/knelpunten/nieuw/", typed).status_code == 302
    return Pain.objects.get()


@pytest.mark.parametrize(
    ("kind", "influence"),
    [("own", "ours"), ("partner", "with_partners"), ("national", "not_ours"), (None, "ours")],
)
def test_influence_follows_from_the_department(as_editor, row, url, kind, influence):
    if kind:
        factories.PartyFactory(organisation=row.organisation, name="Burgerzaken", kind=kind)

    assert new_pain(as_editor, url, row).influence == influence


def test_influence_that_is_filled_in_stays(as_editor, row, url):
    assert new_pain(as_editor, url, row, influence="not_ours").influence == "not_ours"


def test_a_department_that_is_not_known_tells_nothing(as_editor, row, url):
    ProcessStep.objects.update(department="")

    assert new_pain(as_editor, url, row).influence is None


def test_a_pain_is_begun_on_the_card_and_shows_there(as_editor, row, url):
    card = page(as_editor, f"{url}achter-de-balie/").select_one(".swim__card")
    begin = card.select_one(".cell__add")["href"]
    chosen = page(as_editor, begin).select_one("[name=process_step] [selected]")
    assert chosen["value"] == str(row.pk)

    asked = HTMX | {
        "HX-Target": f"td#k{row.pk}-processes",
        "HX-Current-URL": f"http://testserver{url}achter-de-balie/",
    }
    typed = {"text": "Ik wacht", "severity": 2, "process_step": row.pk}
    response = as_editor.post(begin, typed, headers=asked)

    assert f'"k{row.pk}-processes"' in response.headers["HX-Trigger"]
    assert "Ik wacht" in page(as_editor, f"{url}achter-de-balie/").select_one(".swim__card").text


@pytest.mark.parametrize("number", ["0", "x", "9" * 30])
def test_an_odd_process_step_begins_a_pain_at_the_step(as_editor, row, url, number):
    found = page(as_editor, f"{url}stappen/{row.step_id}/knelpunten/nieuw/?processtap={number}")

    assert not found.select("[name=process_step] [selected]:not([value=''])")


def test_a_process_step_of_another_journey_is_refused(row, waterrijk):
    other = factories.StepFactory(organisation=waterrijk, phase__journey__organisation=waterrijk)
    with pytest.raises(ValidationError):
        factories.PainFactory.build(
            organisation=waterrijk, step=other, process_step=row, order=0
        ).full_clean()


def test_an_owner_follows_from_the_department(as_editor, row, url):
    party = factories.PartyFactory(organisation=row.organisation, name="Burgerzaken", kind="own")
    as_editor.post(
        f"{url}verbeteringen/nieuw/", {"title": "Sneller", "process_step": row.pk, "status": "idea"}
    )

    made = row.organisation.improvements.get()
    assert (made.owner_party, made.owner) == (party, "Burgerzaken")
    assert "Maakt de akte" in page(as_editor, made.get_absolute_url()).select_one("#landt").text
    assert "Sneller" in page(as_editor, f"{url}achter-de-balie/").select_one(".swim__card").text


def test_an_owner_that_is_filled_in_stays(as_editor, row, url):
    typed = {"title": "Sneller", "process_step": row.pk, "status": "idea", "owner": "Communicatie"}
    as_editor.post(f"{url}verbeteringen/nieuw/", typed)

    assert row.organisation.improvements.get().owner == "Communicatie"


def test_what_an_improvement_changes_comes_to_the_table(as_viewer, row):
    improvement = factories.ImprovementFactory(journey=row.step.phase.journey, process_step=row)

    found = page(as_viewer, f"/verbeteringen/{improvement.pk}/aan-tafel/")

    assert texts(found.select(".gathering__why li")) == ["de verbetering verandert “Maakt de akte”"]


def whole(journey: Journey) -> dict:
    return document_of(Journey.objects.whole().get(pk=journey.pk))


def test_undo_brings_a_process_step_back_with_what_pointed_at_it(row, editor):
    journey = row.step.phase.journey
    factories.PainFactory(step=row.step, process_step=row, order=0)
    factories.ImprovementFactory(journey=journey, process_step=row)
    before = whole(journey)
    with changing(journey, by=editor):
        ProcessStep.objects.get().remove()
    assert Pain.objects.get().process_step is None

    undo(journey, editor)

    assert whole(journey) == before


def test_copies_of_pains_come_from_copies_of_process_steps(row, step, editor):
    factories.PainFactory(step=step, process_step=row, order=0)
    with changing(step.phase.journey, by=editor):
        [copy] = duplicate_steps([step])
    desired = desire(step.phase.journey, title="Straks", solved=[], by=editor)

    assert copy.pains.get().process_step == copy.process_steps.get()
    for pain in Pain.objects.filter(step__phase__journey=desired):
        assert pain.process_step.step == pain.step


def test_pains_that_are_copied_alone_come_from_nowhere(row, step, waterrijk, editor):
    factories.PainFactory(step=step, process_step=row, order=0)
    other = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk)
    there = factories.StepFactory(phase=other, title=step.title, order=0)
    with changing(other.journey, by=editor):
        copy_lane("pains", step.phase.journey, other.journey)

    assert there.pains.get().process_step is None
