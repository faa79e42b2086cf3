"""How figures are written down: rounded at the end, never -0, the same keys always."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.behind import steps_behind
from journeys.figures import analyse, figures, rounded
from tests.documents import document, pain, step
from tests.strategies import documents, documents_with_situations


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(1, 8), 2, 0.13),
        (Fraction(-1, 8), 2, -0.13),
        (Fraction(1, 200), 2, 0.01),
        (Fraction(-1, 200), 2, -0.01),
        (Fraction(10, 3), 2, 3.33),
        (Fraction(1999, 1000), 2, 2),
        (Fraction(1, 20000), 4, 0.0001),
        (Fraction(2, 3), 4, 0.6667),
    ],
)
def test_halves_are_rounded_away_from_zero(value, digits, expected):
    assert rounded(value, digits) == expected


def test_a_small_negative_number_is_written_as_zero():
    assert json.dumps(rounded(Fraction(-1, 1000), 2)) == "0"


def test_differences_are_taken_before_rounding():
    found = figures(document(step(at=0), step(), step(meets="own"), step(at=1, meets="own")))["journey"]
    assert (found["blind_days"], found["longest_gap_days"]) == (0.67, 0.33)
    assert found["blind_days_share"] == 0.6667


def test_keys_that_a_screen_adds_change_nothing():
    plain = document(step("Stap", 3, "own", key="s", pains=[pain("p")]))
    marked = json.loads(json.dumps(plain))
    marked["phases"][0]["steps"][0].update(id=7, version=2)
    marked["phases"][0]["steps"][0]["pains"][0]["id"] = 8
    assert figures(marked) == figures(plain)
    assert analyse(marked).steps[0].step["id"] == 7


def test_left_out_lists_are_as_good_as_empty_ones():
    bare = {
        "life_event": {"name": "verhuizen"},
        "persona": {"name": "Sanne"},
        "journey": {"title": "Klantreis", "kind": "as_is"},
        "phases": [{"name": "Alles", "steps": [{"title": "Stap", "pains": None, "encounters": None}]}],
    }
    assert figures(bare) == figures(document(step("Stap")))


def test_steps_behind_a_figure_are_named():
    found = steps_behind(
        analyse(
            document(
                step(at=0, pains=[pain(), pain()]),
                step(at=5, meets="own", feeling=-1),
                step(at=6, feeling=1, encounters=[{"touchpoint": "partner", "wanted": False}]),
                step(at=30, meets="own", pains=[pain()]),
                step(at=31),
            )
        )
    )
    assert found["blind_days"] == (0,)
    assert found["first_contact"] == (1,)
    assert found["pains"] == (0, 3)
    assert found["blind_pains"] == (0,)
    assert found["longest_gap_days"] == (1, 3)
    assert found["tail_days"] == (4,)
    assert found["low_points"] == (1,)
    assert found["unwanted_encounters"] == (2,)


@given(documents_with_situations())
def test_figures_are_plain_json_without_negative_zero(chosen):
    found = figures(*chosen)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert all(str(step["time"]) not in ("-0", "-0.0") for step in found["steps"])


@given(st.fractions(min_value=-1000, max_value=1000), st.sampled_from((2, 4)))
def test_rounding_moves_a_value_by_half_a_unit_at_most(value, digits):
    exact = Fraction(str(rounded(value, digits)))
    assert abs(exact - value) <= Fraction(1, 2 * 10**digits)
    assert rounded(-value, digits) == -rounded(value, digits)


@given(documents())
def test_figures_do_not_change_the_document(found):
    before = json.dumps(found)
    figures(found)
    assert json.dumps(found) == before
