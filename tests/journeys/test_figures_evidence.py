"""What is known by evidence, and what is an assumption."""

import pytest
from hypothesis import given

from journeys.figures import analyse, figures
from tests.documents import document, finding, pain, step
from tests.strategies import documents_with_situations


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], "none"),
        (["desk", "desk"], "none"),
        ([None], "none"),
        (["resident"], "single"),
        (["staff", "staff", "staff"], "single"),
        (["measured", "desk"], "single"),
        (["resident", "staff"], "several"),
        (["resident", "staff", "measured", "measured"], "several"),
    ],
)
def test_evidence_counts_kinds_not_number(kinds, expected):
    found = document(step(key="s"), findings=[finding(kind, "s") for kind in kinds])
    assert figures(found)["steps"][0]["evidence"] == expected


def test_evidence_of_a_pain_is_not_that_of_its_step():
    found = analyse(document(step(key="s", pains=[pain("p")]), findings=[finding("resident", "p")]))
    assert found.steps[0].evidence == "none"
    assert found.pains[0].evidence == "single"


def test_evidence_of_a_step_is_not_that_of_its_pains():
    found = analyse(document(step(key="s", pains=[pain("p")]), findings=[finding("resident", "s")]))
    assert found.steps[0].evidence == "single"
    assert found.pains[0].evidence == "none"


def test_a_step_without_a_key_is_an_assumption():
    assert figures(document(step(), findings=[finding("resident")]))["steps"][0]["evidence"] == "none"


def test_shares_are_rounded_half_away_from_zero_to_four_decimals():
    steps = [step(key=str(number), pains=[pain(f"p{number}")] if number < 6 else []) for number in range(7)]
    found = figures(document(*steps, findings=[finding("staff", "0", "1", "p0"), finding("desk", "2", "p1")]))
    assert found["journey"]["evidence_steps_share"] == 0.2857
    assert found["journey"]["evidence_pains_share"] == 0.1667


def test_without_steps_or_pains_there_is_no_share():
    found = figures(document())["journey"]
    assert (found["evidence_steps_share"], found["evidence_pains_share"]) == (None, None)
    found = figures(document(step(pains=[pain()])))["journey"]
    assert (found["evidence_steps_share"], found["evidence_pains_share"]) == (0, 0)


def test_findings_and_residents_are_all_of_the_journey():
    found = document(
        step(key="s", only_for=["ongehuwd"]),
        situations=("ongehuwd", "bevalt elders"),
        findings=[
            finding("resident", "s", people=4),
            finding("resident", people=0),
            finding("resident", people=None),
            finding("resident"),
            finding("staff", people=9),
            finding(None),
        ],
    )
    for situations in ((), ("bevalt elders",)):
        journey = figures(found, situations)["journey"]
        assert journey["findings"] == {"resident": 4, "staff": 1, "measured": 0, "desk": 1}
        assert journey["residents"] == 6


@given(documents_with_situations())
def test_shares_lie_between_nothing_and_all(chosen):
    journey = figures(*chosen)["journey"]
    shares = [value for key, value in journey.items() if key.endswith("_share") and value is not None]
    assert all(0 <= share <= 1 for share in shares)
    assert sum(journey["findings"].values()) == len(chosen[0]["findings"])
