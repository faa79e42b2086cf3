"""A chosen situation shows its route and nothing else."""

import copy

import pytest
from hypothesis import given

from journeys.figures import UnknownSituation, analyse, figures, life_event_figures
from tests.documents import document, pain, step
from tests.strategies import documents_with_situations

ROUTE = document(
    step("Voor wie trouwt", 0, only_for=["gehuwd"], pains=[pain(severity=3)]),
    step("Voor iedereen", 10, only_for=[]),
    step("Voor beiden", None, "own", only_for=["gehuwd", "ongehuwd"]),
    step("Erkenning", 30, only_for=["ongehuwd"]),
    situations=("gehuwd", "ongehuwd", "geen DigiD"),
)


def titles(*situations: str) -> list[str]:
    return [item["title"] for item in figures(ROUTE, situations)["steps"]]


def test_without_a_situation_every_step_counts():
    assert titles() == ["Voor wie trouwt", "Voor iedereen", "Voor beiden", "Erkenning"]


def test_a_situation_keeps_the_steps_for_everyone_and_its_own():
    assert titles("gehuwd") == ["Voor wie trouwt", "Voor iedereen", "Voor beiden"]
    assert titles("geen DigiD") == ["Voor iedereen"]


def test_several_situations_keep_the_steps_of_each():
    assert titles("gehuwd", "ongehuwd") == titles()


def test_steps_left_out_influence_no_time():
    assert [item["time"] for item in figures(ROUTE)["steps"]] == [0, 10, 20, 30]
    assert [item["time"] for item in figures(ROUTE, ["gehuwd"])["steps"]] == [0, 10, 10]


def test_steps_left_out_influence_no_count():
    found = figures(ROUTE, ["ongehuwd"])["journey"]
    assert (found["start"], found["pains"], found["blind_steps"]) == (10, 0, 1)


def test_a_step_keeps_its_place_in_the_document():
    assert [item.place for item in analyse(ROUTE, ["ongehuwd"]).steps] == [(0, 1), (0, 2), (0, 3)]


def test_an_unknown_situation_is_refused():
    with pytest.raises(UnknownSituation) as refused:
        figures(ROUTE, ["gehuwd", "verweduwd", "gescheiden", "verweduwd"])
    assert refused.value.names == ("verweduwd", "gescheiden")


def test_an_unknown_situation_is_refused_over_a_life_event_too():
    with pytest.raises(UnknownSituation):
        life_event_figures([ROUTE], ["verweduwd"])


def test_a_life_event_without_journeys_refuses_nothing():
    assert life_event_figures([], ["gehuwd"]) == {"places": [], "shared_touchpoints": []}


@given(documents_with_situations())
def test_choosing_a_situation_equals_cutting_the_other_steps_out(chosen):
    found, situations = chosen
    cut = copy.deepcopy(found)
    for phase in cut["phases"]:
        phase["steps"] = [
            item
            for item in phase["steps"]
            if not situations or not item.get("only_for") or set(item["only_for"]) & set(situations)
        ]
    _cut_references(cut)
    assert figures(found, situations) == figures(cut)


def _cut_references(found: dict) -> None:
    pains = {
        item.get("key")
        for phase in found["phases"]
        for cut_step in phase["steps"]
        for item in cut_step.get("pains") or ()
    }
    for improvement in found["improvements"]:
        improvement["addresses"] = [key for key in improvement.get("addresses") or () if key in pains]
