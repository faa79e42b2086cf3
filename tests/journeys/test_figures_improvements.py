"""What an improvement reaches: klantgericht (focused) or klantgedreven (driven)."""

import pytest
from hypothesis import given

from journeys.figures import figures
from tests.documents import document, pain, step
from tests.strategies import documents_with_situations

SEEN = step(
    meets="own",
    pains=[
        pain("ours", influence="ours"),
        pain("unknown"),
        pain("shared", influence="with_partners"),
        pain("theirs", influence="not_ours"),
    ],
)
UNSEEN = step(meets="partner", pains=[pain("blind", influence="ours")])


def reach(**improvement) -> str | None:
    found = document(SEEN, UNSEEN, improvements=({"title": "Verbetering", **improvement},))
    return figures(found)["improvements"][0]["reach"]


@pytest.mark.parametrize(
    ("addresses", "lands_at", "expected"),
    [
        ([], [], None),
        (["ours"], [], "focused"),
        (["unknown"], [], "focused"),
        ([], ["own"], "focused"),
        (["ours"], ["own"], "focused"),
        (["shared"], [], "driven"),
        (["theirs"], ["own"], "driven"),
        (["blind"], ["own"], "driven"),
        (["ours", "blind"], [], "driven"),
        (["ours"], ["partner"], "driven"),
        ([], ["own", "national"], "driven"),
        ([], ["network"], "driven"),
    ],
)
def test_reach_follows_from_pains_and_places(addresses, lands_at, expected):
    assert reach(addresses=addresses, lands_at=lands_at) == expected


def test_an_improvement_that_says_nothing_has_no_reach_yet():
    assert reach(addresses=None) is None


def test_a_dropped_improvement_is_listed_but_not_in_the_balance():
    found = figures(
        document(
            SEEN,
            UNSEEN,
            improvements=(
                {"title": "Folder", "addresses": ["blind"]},
                {"title": "App", "addresses": ["ours"], "status": "dropped"},
                {"title": "Formulier", "lands_at": ["own"], "status": "done"},
                {"title": "Idee", "status": None},
            ),
        )
    )
    assert found["improvements"] == [
        {"title": "Folder", "reach": "driven"},
        {"title": "App", "reach": "focused"},
        {"title": "Formulier", "reach": "focused"},
        {"title": "Idee", "reach": None},
    ]
    assert found["journey"]["balance"] == {"focused": 1, "driven": 1}


def test_pains_left_out_by_a_situation_give_no_reach():
    elsewhere = {**UNSEEN, "only_for": ["bevalt elders"]}
    improvements = (
        {"title": "Folder", "addresses": ["blind"]},
        {"title": "Ook", "addresses": ["blind", "ours"]},
    )
    found = document(SEEN, elsewhere, situations=("bevalt elders", "ongehuwd"), improvements=improvements)
    assert [item["reach"] for item in figures(found)["improvements"]] == ["driven", "driven"]
    assert [item["reach"] for item in figures(found, ["ongehuwd"])["improvements"]] == [None, "focused"]


@given(documents_with_situations())
def test_balance_counts_what_still_stands_and_has_a_reach(chosen):
    found, improvements = figures(*chosen), chosen[0]["improvements"]
    assert [item["title"] for item in found["improvements"]] == [item["title"] for item in improvements]
    standing = [
        item["reach"]
        for item, source in zip(found["improvements"], improvements, strict=True)
        if item["reach"] and source.get("status") != "dropped"
    ]
    assert sum(found["journey"]["balance"].values()) == len(standing)
