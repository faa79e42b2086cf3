"""In English a day is read the same by who is used to Dutch."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format

FIFTH_OF_NOVEMBER = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("name", "words"), [("SHORT_DATE_FORMAT", "5 Nov 2026"), ("DATE_FORMAT", "5 November 2026")]
)
def test_the_day_stands_before_the_month(name, words):
    with translation.override("en"):
        assert date_format(FIFTH_OF_NOVEMBER, name) == words


def test_a_clock_has_24_hours():
    with translation.override("en"):
        moment = datetime(2026, 11, 5, 14, 25, tzinfo=UTC)
        assert date_format(moment, "DATETIME_FORMAT") == "5 November 2026 14:25"


@pytest.mark.parametrize("typed", ["5-11-2026", "5/11/2026", "2026-11-05", "5 Nov 2026"])
def test_a_day_that_is_typed_means_the_same(typed):
    with translation.override("en"):
        assert forms.DateField(localize=True).clean(typed) == FIFTH_OF_NOVEMBER
