"""People type moments as they say them."""

import contextlib

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from journeys.moments import FARTHEST, UnclearMoment, describe_moment, describe_roughly, parse_moment


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20 weken voor de geboorte", -140),
        ("20 weeks before birth", -140),
        ("3 dagen na de geboorte", 3),
        ("3 dagen erna", 3),
        ("Een week later", 7),
        ("half jaar ervoor", -183),
        ("1,5 week voor", -10),
        ("9 maanden vóór de bevalling", -274),
        ("-252", -252),
        ("dag −252", -252),
        ("+3", 3),
        ("12", 12),
        ("+2 weken", 14),
        ("geboorte", 0),
        ("De geboorte", 0),
        ("op de dag van de geboorte", 0),
        ("  20   weken voor  ", -140),
    ],
)
def test_a_moment_is_understood(text, days):
    assert parse_moment(text, "geboorte") == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ergens in mei",
        "20 weken",
        "drie weken",
        "voor de geboorte",
        "1000000 weken voor",
        "3 stuks na",
        "-",
    ],
)
def test_an_unclear_moment_is_refused(text):
    with pytest.raises(UnclearMoment):
        parse_moment(text, "geboorte")


@pytest.mark.parametrize("language", ["nl", "en"])
@given(days=st.integers(-FARTHEST, FARTHEST))
def test_what_the_screen_says_is_understood_again(language, days):
    with translation.override(language):
        assert parse_moment(describe_moment(days, "geboorte"), "geboorte") == days


@given(text=st.text(max_size=60))
@example(text="²W")
def test_no_text_breaks_it(text):
    with contextlib.suppress(UnclearMoment):
        assert abs(parse_moment(text, "geboorte")) <= FARTHEST


def test_long_ago_is_told_roughly():
    with translation.override("en"):
        assert describe_roughly(-252, "birth") == "36 weeks before birth"
        assert describe_roughly(-170, "birth") == "24 weeks before birth"
        assert describe_roughly(-3653, "birth") == "10 years before birth"
        assert describe_roughly(365, "birth") == describe_roughly(366, "birth") == "1 year after birth"
        assert describe_roughly(371, "birth") == "53 weeks after birth"
        assert describe_roughly(3, "birth") == "3 days after birth"
