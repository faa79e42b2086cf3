"""First contact, the blind span, gaps and tail."""

from hypothesis import given

from journeys.figures import analyse, figures
from tests.documents import document, step
from tests.strategies import documents


def figures_of(*steps: dict) -> dict:
    return figures(document(*steps))["journey"]


def test_a_journey_to_the_counter_is_counted_by_hand():
    found = figures_of(
        step("Test", -252),
        step("Verloskundige", -210, "partner"),
        step("Echo", meets="partner"),
        step("Erkenning", -70, "own", duration_days=1),
        step("Geboorte", 0, "partner", duration_days=2),
        step("Aangifte", 3, "own"),
        step("Cadeau", 28, duration_days=7),
    )
    assert found["start"] == -252
    assert found["end"] == 35
    assert found["length"] == 287
    assert found["first_contact"] == "Erkenning"
    assert found["blind_steps"] == 3
    assert found["blind_steps_share"] == 0.4286
    assert found["blind_days"] == 182
    assert found["blind_days_share"] == 0.6341
    assert found["longest_gap_days"] == 72
    assert found["longest_gap_steps"] == 1
    assert found["tail_days"] == 32
    assert found["tail_steps"] == 1


def test_without_own_contact_all_of_the_journey_is_blind():
    found = figures_of(step(at=0, meets="partner"), step(at=10, meets="network", duration_days=5))
    assert found["first_contact"] is None
    assert (found["blind_steps"], found["blind_steps_share"]) == (2, 1)
    assert (found["blind_days"], found["blind_days_share"]) == (15, 1)
    assert (found["tail_days"], found["tail_steps"]) == (None, None)
    assert (found["longest_gap_days"], found["longest_gap_steps"]) == (None, None)


def test_own_contact_at_the_start_leaves_no_blind_span():
    found = figures_of(step(at=0, meets="own"), step(at=10))
    assert (found["blind_steps"], found["blind_steps_share"]) == (0, 0)
    assert (found["blind_days"], found["blind_days_share"]) == (0, 0)


def test_an_unwanted_own_encounter_is_in_sight():
    met = {"title": "Brief", "encounters": [{"touchpoint": "own", "wanted": False}]}
    assert figures(document(met))["steps"][0]["in_sight"] is True


def test_one_own_encounter_among_others_is_in_sight():
    met = {"title": "Balie", "encounters": [{"touchpoint": "partner"}, {"touchpoint": "own"}]}
    assert figures(document(met))["steps"][0]["in_sight"] is True


def test_a_step_out_of_sight_after_first_contact_is_no_blind_step_but_out_of_sight():
    found = figures(document(step(at=0, meets="own"), step(at=1)))
    assert found["journey"]["blind_steps"] == 0
    assert found["steps"][1]["in_sight"] is False


def test_without_known_times_steps_are_counted_and_days_are_not_known():
    found = figures_of(step(), step(meets="own"), step(), step(meets="own"), step())
    assert [found[key] for key in ("start", "end", "length", "blind_days", "blind_days_share")] == [None] * 5
    assert (found["longest_gap_days"], found["tail_days"]) == (None, None)
    assert (found["blind_steps"], found["blind_steps_share"]) == (1, 0.2)
    assert (found["longest_gap_steps"], found["tail_steps"]) == (1, 1)


def test_a_journey_on_one_day_has_no_share_of_days():
    found = figures_of(step(at=4), step(at=4, meets="own"))
    assert (found["length"], found["blind_days"], found["blind_days_share"]) == (0, 0, None)


def test_an_empty_journey_gives_nothing_rather_than_zero():
    found = figures_of()
    assert found["blind_steps"] == 0
    assert found["first_contact"] is None
    unknown = ("start", "end", "length", "blind_steps_share", "blind_days", "blind_days_share", "tail_steps")
    assert [found[key] for key in unknown] == [None] * 7


def test_longest_gap_in_days_and_in_steps_may_be_different_gaps():
    found = analyse(
        document(
            step(at=0, meets="own"),
            step(at=1),
            step(at=2),
            step(at=3, meets="own"),
            step(at=40, meets="own"),
        )
    ).sight
    assert (found.longest_gap_days, found.longest_gap_days_between) == (37, (3, 4))
    assert (found.longest_gap_steps, found.longest_gap_steps_between) == (2, (0, 3))


def test_a_gap_that_the_earlier_step_outlasts_is_no_gap():
    found = figures_of(step(at=0, meets="own", duration_days=30), step(at=10, meets="own"))
    assert (found["longest_gap_days"], found["longest_gap_steps"]) == (0, 0)
    assert found["tail_days"] == 20


def test_end_is_the_largest_end_not_that_of_the_last_step():
    found = figures_of(step(at=0, meets="own"), step(at=1, duration_days=100), step(at=20))
    assert (found["end"], found["tail_days"], found["tail_steps"]) == (101, 101, 2)


@given(documents())
def test_blind_steps_and_the_rest_are_all_steps(found):
    analysis = analyse(found)
    blind = [item for item in analysis.steps if item.before_first_contact]
    rest = [item for item in analysis.steps if not item.before_first_contact]
    assert len(blind) == analysis.sight.blind_steps
    assert [*blind, *rest] == list(analysis.steps)
    assert not any(item.in_sight for item in blind)
    assert not rest or rest[0].is_first_contact


@given(documents())
def test_days_add_up_to_the_length_of_the_journey(found):
    analysis = analyse(found)
    span, sight = analysis.span, analysis.sight
    if span.length is None:
        assert sight.blind_days is sight.tail_days is sight.longest_gap_days is None
        return
    assert 0 <= sight.blind_days <= span.length
    if sight.first_contact is None:
        assert sight.blind_days == span.length
    else:
        assert sight.blind_days + (span.end - analysis.steps[sight.first_contact].time) == span.length
        assert sight.blind_days + sight.tail_days + (sight.longest_gap_days or 0) <= span.length
