"""What points at one person is found, and nothing else; the browser is held to the same cases."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organisations.personal_data import personal_data

CASES = json.loads((Path(__file__).parent / "personal_data.json").read_text())
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
WORDS = st.text(alphabet="abcdefghij ,?!\n", max_size=40)


def kinds(text: str) -> list[str]:
    return [found.kind for found in personal_data(text)]


def weighed(first: list[int]) -> int:
    return sum(weight * digit for weight, digit in zip(WEIGHTS, first, strict=False))


def check(first: list[int]) -> int:
    """The last digit; 10 where there is no such number."""
    return weighed(first) % 11


@st.composite
def bsns(draw) -> str:
    """Nine digits that pass the eleven-test, in the groups that people use."""
    # Next to nothing but zeros, as 000 000 012, adds up to nothing: no number that is given out.
    eight = st.lists(st.integers(0, 9), min_size=8, max_size=8)
    first = draw(eight.filter(lambda row: 0 < check(row) < 10 < weighed(row)))
    number = "".join(map(str, (*first, check(first))))
    a, b = draw(st.sampled_from([(3, 6), (4, 6), (9, 9)]))
    gap = draw(st.sampled_from([" ", ".", "-"]))
    return gap.join(part for part in (number[:a], number[a:b], number[b:]) if part)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_case_that_the_browser_knows_too(case):
    assert [[found.kind, found.text] for found in personal_data(case["text"])] == case["found"]


@given(WORDS, bsns(), WORDS)
def test_bsn_is_found_in_any_text_and_where_it_stands(before, number, after):
    text = f"{before} {number} {after}"
    (found,) = personal_data(text)
    assert (found.kind, text[found.start : found.end]) == ("bsn", number)


@given(WORDS, st.integers(10**8, 10**9 - 1), WORDS)
def test_number_that_fails_the_test_is_no_bsn(before, number, after):
    total = sum(w * int(d) for w, d in zip(WEIGHTS, str(number), strict=True))
    if total % 11:
        assert not personal_data(f"{before} {number} {after}")


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %m %Y", "%Y%m%d"]),
)
def test_date_is_no_personal_data(day, form):
    assert not personal_data(f"Op {day.strftime(form)} om 10:30 uur")


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_amount_is_no_personal_data(euros, cents):
    dotted = f"{euros:,}".replace(",", ".")
    for amount in (f"€ {dotted}", f"{dotted},{cents:02}", f"{dotted} euro", f"€{euros},-"):
        assert not personal_data(f"Het kost {amount} per jaar"), amount


@given(st.integers(1000, 9999), st.sampled_from(["AB", "zz"]), st.integers(1, 9999))
def test_postcode_with_a_house_number_is_left_alone(numbers, letters, house):
    assert not personal_data(f"{numbers} {letters} {house}")


@given(st.integers(0, 10**8 - 1), st.sampled_from(["06{}", "06-{}", "+316{}", "+31 6 {}", "+31 (0)6 {}"]))
def test_mobile_number_is_found(number, form):
    assert kinds(f"bel {form.format(f'{number:08}')}!") == ["phone"]


@given(st.integers(0, 10**10 - 1), st.booleans())
def test_account_is_found_by_its_check_digits(number, spaced):
    account = f"ABNA{number:010}"
    digits = "".join(str(int(character, 36)) for character in f"{account}NL00")
    iban = f"NL{98 - int(digits) % 97:02}{account}"
    wrong = f"NL{(98 - int(digits) % 97) % 97 + 1:02}{account}"
    shown = " ".join(iban[at : at + 4] for at in range(0, 18, 4)) if spaced else iban
    assert kinds(f"op {shown} gestort") == ["iban"]
    assert "iban" not in kinds(f"op {wrong} gestort")


@given(st.text(max_size=300))
def test_any_text_is_read_and_all_that_is_found_stands_in_it(text):
    for found in personal_data(text):
        assert text[found.start : found.end] == found.text
