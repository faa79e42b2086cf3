"""What can be counted behind the counter: computed by hand, and bounds that always hold."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from journeys.behind_counter.numbers import numbers_of
from journeys.behind_counter.true_time import WIDTH, strip
from journeys.behind_counter.work import Work

DEPARTMENTS = st.sampled_from(("", "Balie", "Binnendienst", "Communicatie"))
SOME = st.none() | st.integers(0, 400)
WORK = st.lists(
    st.builds(
        Work,
        id=st.uuids().map(int),
        title=st.just("doet iets"),
        step=st.just(0),
        department=DEPARTMENTS,
        work_minutes=SOME,
        wait_days=SOME,
        awaited_by=st.none() | st.just(0),
    ),
    max_size=12,
)


def work(number: int, department: str = "", **more) -> Work:
    return Work(id=number, title=f"stap {number}", step=0, department=department, **more)


def test_waiting_is_a_share_of_all_time_by_day_and_by_night():
    numbers = numbers_of([work(1, wait_days=1, work_minutes=60), work(2, work_minutes=420)])

    assert numbers.waiting_share == Fraction(24 * 60, 24 * 60 + 480)


def test_a_share_is_not_known_where_work_or_waiting_is_not():
    assert numbers_of([]).waiting_share is None
    assert numbers_of([work(1, wait_days=3)]).waiting_share is None
    assert numbers_of([work(1, work_minutes=3)]).waiting_share is None
    assert numbers_of([work(1, work_minutes=0, wait_days=0)]).waiting_share is None


def test_the_longest_wait_is_the_first_of_equals():
    assert numbers_of([work(1, wait_days=2), work(2, wait_days=7), work(3, wait_days=7)]).longest.id == 2
    assert numbers_of([work(1, wait_days=0), work(2)]).longest is None


def test_the_busiest_hand_over_is_the_pair_that_comes_back_most():
    numbers = numbers_of(
        [work(1, "Balie"), work(2, "Archief"), work(3, "Balie"), work(4), work(5, "Archief")]
    )

    assert (numbers.busiest.giver, numbers.busiest.taker) == ("Balie", "Archief")
    assert [one.taker.id for one in numbers.busiest.handovers] == [2, 5]


def test_of_hand_overs_as_busy_the_one_that_is_waited_for_is_told():
    numbers = numbers_of([work(1, "Balie"), work(2, "Archief"), work(3, "Post", wait_days=3)])

    assert (numbers.busiest.giver, numbers.busiest.taker) == ("Archief", "Post")


def test_a_resident_waits_where_a_step_waits():
    numbers = numbers_of([work(1, wait_days=2, awaited_by=0), work(2, wait_days=5), work(3, awaited_by=0)])

    assert numbers.resident_wait_days == 2
    assert numbers_of([work(1, wait_days=5)]).resident_wait_days is None


@given(WORK)
def test_numbers_stay_within_their_bounds(some):
    numbers = numbers_of(some)

    assert len(numbers.handovers) < max(1, len(some))
    assert numbers.waiting_share is None or 0 <= numbers.waiting_share <= 1
    assert (numbers.resident_wait_days or 0) <= (numbers.wait_days or 0)
    if numbers.busiest:
        assert 1 <= len(numbers.busiest.handovers) <= len(numbers.handovers)


@given(WORK)
def test_true_time_fills_its_drawing_and_no_more(some):
    drawn = strip(some)

    total = sum((one.work_minutes or 0) + (one.wait_days or 0) for one in some)
    assert (drawn is None) == (total == 0)
    if drawn:
        assert abs(sum(float(piece.width) for piece in drawn.pieces) - WIDTH) < 1
        assert len(drawn.days) <= 14


def test_a_day_of_waiting_is_as_wide_as_24_hours_of_work():
    drawn = strip([work(1, wait_days=1, work_minutes=24 * 60), work(2, wait_days=2, awaited_by=0)])

    assert [(piece.kind, piece.x, piece.width) for piece in drawn.pieces] == [
        ("wait", "0.00", "250.00"),
        ("work", "250.00", "250.00"),
        ("resident", "500.00", "500.00"),
    ]
