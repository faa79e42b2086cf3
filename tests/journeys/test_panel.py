"""All of a step beside the map: at an address of its own, and following what changes."""

import pytest

from journeys.models import Step
from tests import factories
from tests.journeys.editing import HTMX, parsed
from tests.pages import links, page, texts

PANEL = HTMX | {"HX-Target": "div#panel"}


@pytest.fixture
def later(step) -> Step:
    return factories.StepFactory(phase=step.phase, title="Ik wacht", order=1)


def at(url: str, step: Step, cell: str = "", **more: str) -> dict[str, str]:
    """What htmx sends from a cell while the panel of a step is open."""
    target = {"HX-Target": f"div#{cell}"} if cell else {}
    return HTMX | target | more | {"HX-Current-URL": f"http://testserver{url}stappen/{step.pk}/"}


def drawn(response) -> set[str]:
    return {part["hx-target"] for part in parsed(response).select("hx-partial")}


def test_a_step_opens_beside_the_map(as_viewer, step, url, later):
    found = page(as_viewer, f"{url}stappen/{step.pk}/")

    assert found.select_one("#map") is not None
    assert texts(found.select("#panel-title")) == ["Stap 1 : Ik bel"]
    assert f"{url}stappen/{later.pk}/" in links(found.select_one("#panel-head"))


def test_no_id_is_there_twice(as_editor, step, url):
    factories.PainFactory(step=step)

    ids = [tag["id"] for tag in page(as_editor, f"{url}stappen/{step.pk}/").select("[id]")]

    assert len(ids) == len(set(ids))


def test_for_htmx_the_panel_comes_alone_with_its_address(as_editor, step, url, later):
    response = as_editor.get(f"{url}stappen/{step.pk}/", headers=PANEL)

    assert response.headers["HX-Push-Url"] == f"{url}stappen/{step.pk}/"
    assert parsed(response).select_one("#map") is None


def test_who_goes_back_gets_no_new_address(as_editor, step, url):
    response = as_editor.get(f"{url}stappen/{step.pk}/", headers=at(url, step) | PANEL)

    assert "HX-Push-Url" not in response.headers


def test_an_edit_in_the_panel_is_drawn_there_and_on_the_map(as_editor, step, url):
    response = as_editor.post(
        f"{url}stappen/{step.pk}/doen/",
        {"doing": "Anders"},
        headers=at(url, step, f"p{step.pk}-doing-editor"),
    )

    assert {f"#s{step.pk}-doing", f"#p{step.pk}-doing"} <= drawn(response)
    assert f"p{step.pk}-doing" in response.headers["HX-Trigger"]


def test_an_edit_on_the_map_is_drawn_in_the_panel_too(as_editor, step, url):
    response = as_editor.post(
        f"{url}stappen/{step.pk}/doen/",
        {"doing": "Anders"},
        headers=at(url, step, f"s{step.pk}-doing-editor"),
    )

    assert {f"#s{step.pk}-doing", f"#p{step.pk}-doing"} <= drawn(response)
    assert f'"s{step.pk}-doing"' in response.headers["HX-Trigger"]


def test_an_edit_elsewhere_leaves_the_cells_of_the_panel(as_editor, step, url, later):
    response = as_editor.post(
        f"{url}stappen/{later.pk}/doen/", {"doing": "Anders"}, headers=at(url, step, f"s{later.pk}-doing")
    )

    assert f"#s{later.pk}-doing" in drawn(response)
    assert not any(target.startswith("#p") and target[2].isdigit() for target in drawn(response))


def test_a_form_that_was_not_saved_draws_its_own_cell_again(as_editor, step, url):
    response = as_editor.get(
        f"{url}stappen/{step.pk}/?vak=doing", headers=at(url, step, f"p{step.pk}-doing-editor")
    )

    assert drawn(response) == {f"#p{step.pk}-doing"}


def test_the_panel_of_a_step_that_is_deleted_closes(as_editor, step, url, later):
    response = as_editor.post(
        f"{url}stappen/{step.pk}/verwijderen/", headers=at(url, step, f"p{step.pk}-head-editor")
    )

    assert response.headers["HX-Replace-Url"] == url
    assert parsed(response).select_one("hx-partial[hx-target='#panel']").text == ""


def test_a_viewer_reads_and_changes_nothing(as_viewer, step, url):
    factories.PainFactory(step=step)

    panel = page(as_viewer, f"{url}stappen/{step.pk}/").select_one(".step-panel__body")

    assert links(panel) == []


def test_a_stranger_finds_no_panel(as_stranger, step, url):
    assert as_stranger.get(f"{url}stappen/{step.pk}/").status_code == 404
    assert as_stranger.get(f"{url}stappen/{step.pk}/", headers=PANEL).status_code == 404
