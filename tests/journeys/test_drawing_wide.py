"""The hartslag on the wall: what is out of sight, the window at the step, and words that never meet."""

from hypothesis import given
from hypothesis import strategies as st

from journeys.drawing_wide import BLIND_ROOM, BOTTOM, CONTACT_ROOM, TOP, WIDTH, height, wide_beat

FEELINGS = [2, 1, -1, -2, 0, 1]
SIGHT = [False, False, False, True, False, True]


def test_feelings_from_very_good_to_very_bad_fill_the_height():
    assert height(2) == TOP
    assert height(-2) == BOTTOM
    assert height(-1) == (TOP + 3 * BOTTOM) / 4


def test_each_stretch_out_of_sight_is_hatched():
    column = WIDTH / 6

    blind = wide_beat(FEELINGS, SIGHT).blind

    assert [(stretch.x, stretch.width) for stretch in blind] == [
        (0, round(3 * column, 1)),
        (round(4 * column, 1), round(column, 1)),
    ]


def test_first_contact_is_a_line_where_its_column_begins():
    assert wide_beat(FEELINGS, SIGHT).contact == WIDTH / 2
    assert wide_beat(FEELINGS, [False] * 6).contact is None


def test_only_known_feelings_have_a_face_and_the_step_shown_a_larger_one():
    points = wide_beat([2, None, -2], [True] * 3, current=2).points

    assert [(point.feeling, point.current) for point in points] == [(2, False), (-2, True)]
    assert points[1].radius > points[0].radius


def test_what_the_room_feels_stands_at_its_true_height():
    assert wide_beat(FEELINGS, SIGHT, 3, room=-1.5).room == height(-1.5)
    assert wide_beat(FEELINGS, SIGHT, 3).room is None


def test_a_journey_without_steps_is_an_empty_line():
    beat = wide_beat([], [])

    assert (beat.path, beat.points, beat.blind, beat.window) == ("", (), (), None)


@given(st.lists(st.booleans(), min_size=1, max_size=70), st.data())
def test_window_and_words_stay_on_the_wall_and_apart(in_sight, data):
    current = data.draw(st.integers(0, len(in_sight) - 1))

    beat = wide_beat([0] * len(in_sight), in_sight, current)

    window, shown = beat.window, beat.points[current].x
    assert 0 <= window.x <= shown <= window.end <= WIDTH
    taken = [(window.x, window.end)]
    if beat.contact_label is not None:
        start = beat.contact_label - (CONTACT_ROOM - 12 if beat.contact_grows == "end" else 0)
        taken.append((start, start + CONTACT_ROOM - 12))
    if beat.blind_label is not None:
        taken.append((beat.blind_label - BLIND_ROOM / 2, beat.blind_label + BLIND_ROOM / 2))
    for left, right in zip(sorted(taken), sorted(taken)[1:], strict=False):
        assert left[1] <= right[0] + 0.2
    assert all(start >= -0.2 and end <= WIDTH + 0.2 for start, end in taken)
