"""The geometry of a comparison: true to time, one axis for all, and no word over another."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.comparing.labels import Board, Spot, shortened
from journeys.comparing.lines import DOT, Visited, lines_between, tracks_of
from journeys.comparing.picture import compared
from journeys.comparing.rows import HEIGHT, STOP
from journeys.comparing.scale import LEFT, MOST_TICKS, RIGHT, WIDTH, Scale, shared_scale, ticks_on
from journeys.comparing.travelled import Travelled, told_apart, travelled
from journeys.places import Place
from tests.documents import document, pain, step, touchpoint
from tests.strategies import life_event_documents

TIMES = st.integers(-(2**31), 2**31 - 1)
ANYWHERE = [touchpoint(f"{kind} {n}", kind) for kind in ("own", "partner", "network") for n in range(4)]
STEPS = st.builds(
    step,
    at=st.none() | st.integers(-400, 100),
    meets=st.none() | st.sampled_from([one["key"] for one in ANYWHERE]),
    feeling=st.none() | st.integers(-2, 2),
    pains=st.lists(st.builds(pain, severity=st.integers(1, 3)), max_size=2),
)
JOURNEYS = st.lists(
    st.lists(STEPS, max_size=40).map(lambda steps: document(*steps, touchpoints=ANYWHERE)),
    min_size=1,
    max_size=5,
)


def travel(number: int, of: dict) -> Travelled:
    rows = [[100 * at + place for place in range(60)] for at, _ in enumerate(of.get("phases") or ())]
    return travelled(number, of, rows, life_event=1)


def comparison(*documents: dict):
    journeys = told_apart([travel(number, of) for number, of in enumerate(documents)])
    return compared(journeys, [""] * len(journeys))


@given(JOURNEYS)
def test_words_never_lie_over_each_other(documents):
    for shown in comparison(*documents).shown:
        for one, other in combinations(shown.row.labels if shown.row else (), 2):
            assert not one.box.overlaps(other.box), (one, other)


@given(JOURNEYS)
def test_words_never_lie_over_contacts_and_stay_on_the_drawing(documents):
    for row in filter(None, (shown.row for shown in comparison(*documents).shown)):
        for label in row.labels:
            assert label.box.left >= 0
            assert label.box.right <= WIDTH
            for stop in row.stops:
                is_apart = label.box.right <= stop.x - STOP or label.box.left >= stop.x + STOP
                assert is_apart or label.box.bottom <= stop.y - STOP or label.box.top >= stop.y + STOP


@given(JOURNEYS)
def test_contacts_keep_their_order_and_never_touch(documents):
    for row in filter(None, (shown.row for shown in comparison(*documents).shown)):
        for line in {stop.y for stop in row.stops}:
            places = [stop.x for stop in row.stops if stop.y == line]
            assert all(later - earlier >= 2 * STOP for earlier, later in pairwise(places))


@given(JOURNEYS)
def test_every_contact_is_drawn(documents):
    for shown in comparison(*documents).shown:
        if shown.row:
            drawn = {place for stop in shown.row.stops for place in stop.places}
            assert drawn == {meeting.place for meeting in shown.journey.meetings}


@given(JOURNEYS)
def test_all_journeys_lie_on_the_same_axis(documents):
    found = comparison(*documents)
    for shown in found.shown:
        if shown.row:
            span = shown.journey.analysis.span
            assert shown.row.start == found.scale.across(float(span.start))
            assert LEFT <= shown.row.start <= shown.row.blind_until <= shown.row.end <= RIGHT


@given(life_event_documents())
def test_any_journeys_can_be_compared(documents):
    comparison(*documents[:5])


@given(st.lists(st.tuples(TIMES, TIMES), min_size=1, max_size=5))
def test_time_only_goes_to_the_right(pairs):
    spans = [(min(pair), max(pair)) for pair in pairs]
    scale = shared_scale(spans)
    days = sorted(day for span in spans for day in span)
    assert all(scale.across(one) <= scale.across(other) for one, other in pairwise(days))
    assert all(LEFT <= scale.across(day) <= RIGHT for day in days)
    ticks = ticks_on(scale).ticks
    assert len(ticks) <= MOST_TICKS + 1
    assert all(LEFT <= tick.x <= RIGHT for tick in ticks)


@pytest.mark.parametrize(
    ("low", "high", "unit"), [(-250, 100, "month"), (0, 7300, "year"), (-1, 1, "day"), (-40, 30, "week")]
)
def test_axis_counts_in_what_people_would(low, high, unit):
    assert ticks_on(Scale(low, high)).unit == unit


def test_an_anchor_far_away_is_not_on_the_axis():
    assert not shared_scale([(4000, 4100)]).shows_anchor
    assert shared_scale([(100, 300)]).shows_anchor
    assert shared_scale([]) is None


PLACES = st.builds(
    Visited,
    st.builds(Place, st.text(max_size=5), st.just("p"), st.just("app"), st.just("partner")),
    st.lists(st.floats(LEFT, RIGHT), min_size=1, max_size=4).map(lambda xs: tuple(sorted(xs))),
    st.text("abc ", min_size=1, max_size=50),
)


@given(st.lists(PLACES, max_size=12))
def test_places_under_the_rows_never_touch(visited):
    tracks, height = tracks_of(visited)
    boxes = [track.label.box for track in tracks]
    assert all(not one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.bottom <= height and box.left >= 0 and box.right <= WIDTH for box in boxes)
    for one, other in combinations(tracks, 2):
        if one.y == other.y:
            assert one.xs[-1] + DOT < other.xs[0] - DOT or other.xs[-1] + DOT < one.xs[0] - DOT


def test_a_line_goes_through_a_row_that_does_not_pass_there():
    place = Place("Echo", "Ziekenhuis", "on_location", "partner")
    lines = lines_between([place], [{place: (100.0, 139.0)}, {}, {place: (300.0, 139.0)}])
    assert [line.path for line in lines[1]] == [f"M100 0V{HEIGHT}"]
    assert lines[0][0].path.startswith("M100 148V")
    assert lines[2][0].path.endswith("300 130")


def test_a_touchpoint_of_one_journey_has_no_line():
    place = Place("Echo", "Ziekenhuis", "on_location", "partner")
    assert lines_between([place], [{place: (1.0, 2.0)}, None]) == [(), ()]


def test_a_word_without_room_is_left_out():
    board = Board()
    board.keep_free(500, 10, 600)
    assert board.put("own", "Balie", 12, [Spot(400, 10, "start")]) is None


def test_a_long_word_is_cut():
    assert shortened("Kraam\nzorgbureau", 7) == "Kraam…"
