"""What was dropped is shown apart, and can be taken up again."""

import pytest

from improvements.models import Improvement
from journeys.models import Pain, Step
from tests import factories
from tests.journeys.editing import HTMX
from tests.pages import links, page, soup, texts


@pytest.fixture
def step(waterrijk) -> Step:
    return factories.StepFactory(organisation=waterrijk, phase__journey__organisation=waterrijk, order=0)


@pytest.fixture
def pain(step) -> Pain:
    return factories.PainFactory(step=step, order=0)


@pytest.fixture
def url(step) -> str:
    return f"/klantreizen/{step.phase.journey_id}/"


@pytest.fixture
def dropped(step, pain) -> Improvement:
    improvement = factories.ImprovementFactory(
        journey=step.phase.journey, title="Een app voor alles", status="dropped"
    )
    factories.AddressedPainFactory(improvement=improvement, pain=pain)
    return improvement


def panel(client, step, url):
    return page(client, f"{url}stappen/{step.pk}/").select_one(f"#p{step.pk}-dropped")


def take_up(client, dropped, step, url, **headers):
    address = f"{url}verbeteringen/{dropped.pk}/oppakken/?stap={step.pk}"
    return client.post(address, headers=headers)


def test_the_panel_of_its_step_shows_it_folded(as_editor, as_viewer, dropped, step, url):
    shown = panel(as_editor, step, url)
    assert texts(shown.select("summary")) == ["1 vervallen verbetering"]
    assert not shown.select_one("details").has_attr("open")
    assert "Een app voor alles" in shown.text
    assert shown.select_one("form [name=csrfmiddlewaretoken]")
    looked_at = panel(as_viewer, step, url)
    assert "Een app voor alles" in looked_at.text
    assert not looked_at.select("form, a")


def test_another_step_and_the_map_do_not_show_it(as_editor, dropped, step, url):
    other = factories.StepFactory(phase=step.phase, order=1)
    assert panel(as_editor, other, url).text == ""
    assert "Een app voor alles" not in page(as_editor, url).select_one("#map").text


def test_taken_up_again_it_is_an_idea_at_its_step(as_editor, dropped, step, url):
    response = take_up(as_editor, dropped, step, url)

    dropped.refresh_from_db()
    assert dropped.status == "idea"
    assert response.url == f"{url}#s{step.pk}-improvements"
    assert "Een app voor alles" in page(as_editor, url).select_one(f"#s{step.pk}-improvements").text
    assert panel(as_editor, step, url).text == ""


def test_both_places_are_drawn_again(as_editor, dropped, step, url):
    shown = {"HX-Current-URL": f"http://testserver{url}stappen/{step.pk}/"}
    response = take_up(as_editor, dropped, step, url, **HTMX, **shown)
    drawn = {part["hx-target"] for part in soup(response).select("hx-partial")}
    assert {f"#{place}{step.pk}-improvements" for place in "sp"} | {f"#p{step.pk}-dropped"} <= drawn


def test_an_edit_of_something_else_leaves_the_fold_as_it_is(as_editor, dropped, step, url):
    shown = {"HX-Current-URL": f"http://testserver{url}stappen/{step.pk}/"}
    response = as_editor.post(f"{url}stappen/{step.pk}/doen/", {"doing": "Anders"}, headers=HTMX | shown)
    drawn = {part["hx-target"] for part in soup(response).select("hx-partial")}
    assert f"#p{step.pk}-doing" in drawn
    assert f"#p{step.pk}-dropped" not in drawn


def test_it_is_one_change_that_can_be_undone_and_twice_is_once(as_editor, dropped, step, url):
    for _ in range(2):
        take_up(as_editor, dropped, step, url)
    assert step.phase.journey.changes.count() == 1
    as_editor.post(f"{url}ongedaan/")
    dropped.refresh_from_db()
    assert dropped.status == "dropped"


def test_what_is_in_progress_stays_so(as_editor, dropped, step, url):
    Improvement.objects.update(status="doing")
    take_up(as_editor, dropped, step, url)
    dropped.refresh_from_db()
    assert dropped.status == "doing"


def test_one_without_a_pain_is_under_the_map_and_opens_there(as_editor, as_viewer, step, url):
    loose = factories.ImprovementFactory(journey=step.phase.journey, title="Los idee", status="dropped")
    shown = page(as_editor, url).select_one("#loose details")
    assert texts(shown.select("summary")) == ["1 vervallen verbetering zonder knelpunt"]
    assert links(shown) == [f"{url}verbeteringen/{loose.pk}/"]
    assert links(page(as_viewer, url).select_one("#loose details")) == []


def test_who_only_looks_or_is_a_stranger_takes_nothing_up(as_viewer, as_stranger, dropped, step, url):
    assert take_up(as_viewer, dropped, step, url).status_code == 403
    assert take_up(as_stranger, dropped, step, url).status_code == 404
    dropped.refresh_from_db()
    assert dropped.status == "dropped"
