"""Pains, low points and unwanted encounters."""

from hypothesis import given

from journeys.figures import figures
from tests.documents import document, pain, step
from tests.strategies import documents_with_situations


def figures_of(*steps: dict, **more) -> dict:
    return figures(document(*steps, **more))["journey"]


def low_points(*feelings: int | None) -> list[str]:
    steps = [{"title": str(number), "feeling": feeling} for number, feeling in enumerate(feelings)]
    return figures_of(*steps)["low_points"]


def test_pains_are_counted_and_weighed():
    found = figures_of(
        step(pains=[pain(severity=3), pain()]),
        step(meets="own", pains=[pain(severity=1), pain(severity=None)]),
    )
    assert (found["pains"], found["pain_weight"]) == (4, 8)
    assert (found["blind_pains"], found["blind_pain_weight"]) == (2, 5)


def test_a_pain_after_first_contact_can_be_blind():
    found = figures_of(step(meets="own"), step(meets="partner", pains=[pain(severity=3)]))
    assert (found["blind_pains"], found["blind_pain_weight"]) == (1, 3)


def test_a_pain_is_open_until_an_improvement_addresses_it():
    improvements = (
        {"title": "Folder", "addresses": ["a"]},
        {"title": "Weg", "addresses": ["b"], "status": "dropped"},
    )
    found = figures_of(step(pains=[pain("a"), pain("b", severity=3), pain()]), improvements=improvements)
    assert (found["open_pains"], found["open_pain_weight"]) == (2, 5)


def test_influence_is_counted_with_what_is_not_known():
    found = figures_of(
        step(pains=[pain(influence="ours"), pain(influence="not_ours"), pain(), pain(influence=None)]),
        step(pains=[pain(influence="with_partners"), pain(influence="not_ours")]),
    )
    assert found["influence"] == {"ours": 1, "with_partners": 1, "not_ours": 2, "unknown": 2}


def test_a_low_point_lies_between_higher_feelings():
    assert low_points(1, -1, 0, -2, -1) == ["1", "3"]


def test_a_run_of_equal_feelings_is_one_low_point_named_by_its_first_step():
    assert low_points(0, -1, -1, -1, 1) == ["1"]


def test_a_step_down_to_a_deeper_feeling_is_no_low_point():
    assert low_points(0, -1, -1, -2, -2, 0) == ["3"]


def test_the_ends_of_a_journey_can_be_low_points():
    assert low_points(-1, 0, -2) == ["0", "2"]


def test_a_journey_that_is_low_throughout_has_one_low_point():
    assert low_points(-2, -2) == ["0"]


def test_steps_without_a_known_feeling_do_not_part_a_run():
    assert low_points(1, -1, None, -1, None, 2) == ["1"]


def test_a_feeling_that_is_not_negative_is_no_low_point():
    assert low_points(2, 0, 1) == []


def test_unwanted_encounters_are_counted_each():
    met = [{"touchpoint": "own", "wanted": False}] * 2 + [
        {"touchpoint": "own"},
        {"touchpoint": "own", "wanted": None},
    ]
    assert figures_of(step(encounters=met), step(encounters=met[:1]))["unwanted_encounters"] == 3


@given(documents_with_situations())
def test_parts_of_the_pains_never_exceed_the_whole(chosen):
    found = figures(*chosen)["journey"]
    assert sum(found["influence"].values()) == found["pains"]
    for part in ("blind", "open"):
        assert 0 <= found[f"{part}_pains"] <= found["pains"]
        assert found[f"{part}_pains"] <= found[f"{part}_pain_weight"] <= 3 * found[f"{part}_pains"]
        assert found[f"{part}_pain_weight"] <= found["pain_weight"]
