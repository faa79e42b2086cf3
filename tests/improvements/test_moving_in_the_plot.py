"""An improvement gets another place in the plot: saved as a change of its journey, and taken back."""

import pytest

from journeys.models import Change
from tests import factories
from tests.journeys.editing import HTMX
from tests.pages import soup


@pytest.fixture
def row(waterrijk):
    journey = factories.JourneyFactory(organisation=waterrijk, title="Wij krijgen een kind")
    return factories.ImprovementFactory(journey=journey, title="Kaart bij de echo", effort=4, effect=2)


def moved(client, row, *, seen=(4, 2), to=(1, 5), page="/verbeteringen/"):
    data = {"effort": to[0], "effect": to[1], "initial-effort": seen[0], "initial-effect": seen[1]}
    headers = HTMX | {"HX-Current-URL": f"http://testserver{page}"}
    return client.post(f"{row.get_absolute_url()}plaats/", data, headers=headers)


def test_it_is_saved_and_the_plan_drawn_again(as_editor, editor, row):
    response = moved(as_editor, row)

    row.refresh_from_db()
    assert (row.effort, row.effect) == (1, 5)
    change = Change.objects.get()
    assert (change.journey, change.user) == (row.journey, editor)
    drawn = soup(response)
    assert drawn.select_one(f".plot__cell[data-effort='1'][data-effect='5'] #punt-{row.pk}")
    assert "Meteen doen" in drawn.select_one(".plan-table__group").text
    assert f"punt-{row.pk}" in response["HX-Trigger"]


def test_the_history_of_the_journey_tells_it(as_editor, row):
    moved(as_editor, row)

    told = as_editor.get(f"{row.journey.get_absolute_url()}geschiedenis/").content.decode()
    assert "Kaart bij de echo" in told


def test_it_is_undone(as_editor, row):
    number = soup(moved(as_editor, row)).select_one("[name=wijziging]")["value"]

    as_editor.post(f"{row.get_absolute_url()}ongedaan/", {"wijziging": number}, headers=HTMX)

    row.refresh_from_db()
    assert (row.effort, row.effect) == (4, 2)
    again = as_editor.post(f"{row.get_absolute_url()}ongedaan/", {"wijziging": number}, headers=HTMX)
    assert "Er is niets meer" in soup(again).select_one(".change-bar__said").text


def test_it_loses_its_place(as_editor, row):
    drawn = soup(moved(as_editor, row, to=("", "")))

    row.refresh_from_db()
    assert (row.effort, row.effect) == (None, None)
    assert drawn.select_one(f".plot__unplaced #punt-{row.pk}")


def test_where_a_colleague_put_it_meanwhile_it_stays(as_editor, row):
    response = moved(as_editor, row, seen=(3, 3))

    row.refresh_from_db()
    assert (row.effort, row.effect) == (4, 2)
    assert "iemand anders" in soup(response).select_one(".change-bar__said").text


@pytest.mark.parametrize("to", [(0, 3), (6, 3), ("x", 3)])
def test_a_place_outside_the_plot_is_refused(as_editor, row, to):
    moved(as_editor, row, to=to)
    assert as_editor.post(f"{row.get_absolute_url()}plaats/", {"effort": to[0]}).status_code == 422

    row.refresh_from_db()
    assert (row.effort, row.effect) == (4, 2)


def test_the_plan_that_is_on_screen_is_drawn(as_editor, row, waterrijk):
    other = factories.ImprovementFactory(journey__organisation=waterrijk, organisation=waterrijk)
    journey_plan = f"{row.journey.get_absolute_url()}verbeteringen/"

    assert soup(moved(as_editor, row)).select_one(f"#punt-{other.pk}")
    assert not soup(moved(as_editor, row, seen=(1, 5), to=(2, 5), page=journey_plan)).select_one(
        f"#punt-{other.pk}"
    )
    filtered = moved(as_editor, row, seen=(2, 5), to=(3, 5), page="/verbeteringen/?status=klaar")
    assert not soup(filtered).select(".point")


def test_without_htmx_it_leads_to_the_improvement(as_editor, row):
    response = as_editor.post(f"{row.get_absolute_url()}plaats/", {"effort": 1, "effect": 1})

    assert response.url == row.get_absolute_url()


def test_a_viewer_moves_nothing_and_a_stranger_finds_nothing(as_viewer, as_stranger, row):
    assert moved(as_viewer, row).status_code == 403
    assert moved(as_stranger, row).status_code == 404
