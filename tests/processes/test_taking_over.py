"""What happens behind the counter of another journey is taken over."""

import pytest

from journeys.models import Journey, Step
from tests import factories
from tests.pages import page, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(
        organisation=waterrijk, phase__journey__organisation=waterrijk, title="Wij doen aangifte", order=0
    )


@pytest.fixture
def other(waterrijk) -> Journey:
    """With one step of the same title, and one of another."""
    phase = factories.PhaseFactory(organisation=waterrijk, journey__organisation=waterrijk)
    for order, title in enumerate(("Wij doen aangifte", "Ik bel")):
        row = factories.StepFactory(phase=phase, title=title, order=order)
        factories.ProcessStepFactory(step=row, title=f"bij {title}", department="Burgerzaken", order=0)
    return phase.journey


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/achter-de-balie/overnemen/"


def work_at(step: Step) -> list[str]:
    return list(step.process_steps.values_list("title", flat=True))


def test_what_has_a_step_of_the_same_title_comes_along(as_editor, step, other, url):
    response = as_editor.post(url, {"other": other.pk, "rest": ""}, follow=True)

    assert work_at(step) == ["bij Wij doen aangifte"]
    assert "1 processtap overgenomen" in response.content.decode()
    assert response.redirect_chain[-1][0] == url.removesuffix("overnemen/")


def test_the_rest_goes_to_a_step_of_choice(as_editor, step, other, url):
    as_editor.post(url, {"other": other.pk, "rest": step.pk})

    assert work_at(step) == ["bij Wij doen aangifte", "bij Ik bel"]


def test_nothing_is_taken_over_twice(as_editor, step, other, url):
    for _time in range(2):
        as_editor.post(url, {"other": other.pk})

    assert len(work_at(step)) == 1


def test_only_journeys_with_work_are_offered(as_editor, step, other, url, elsewhere):
    factories.JourneyFactory(organisation=step.organisation)
    theirs = factories.StepFactory(phase__journey__organisation=elsewhere)
    factories.ProcessStepFactory(step=theirs)

    options = texts(page(as_editor, url).select("select[name=other] option"))

    assert [text for text in options if "processtap" in text] == [
        f"{other.title} · {other.persona} · 2 processtappen"
    ]


def test_another_organisations_journey_is_refused(as_editor, step, other, url, elsewhere):
    theirs = factories.StepFactory(phase__journey__organisation=elsewhere)
    factories.ProcessStepFactory(step=theirs)

    assert as_editor.post(url, {"other": theirs.phase.journey_id}).status_code == 422
    assert work_at(step) == []


def test_where_there_is_nothing_it_says_so(as_editor, url):
    assert "Nog geen andere klantreis" in page(as_editor, url).select_one("main").text
