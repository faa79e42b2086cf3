"""What is no journey document at all is refused with a reason."""

import json

import pytest

from exchange.validation import MAX_BYTES
from tests.exchange.broken import example, read, refused, step


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "This file is not JSON: see line 1, character 1."),
        (b'{\n  "format": }', "This file is not JSON: see line 2, character 13."),
        (b'{"format": "\xff"}', "This file is not UTF-8: see byte 13."),
        ('{"format": "é"}'.encode("utf-16"), "This file is not UTF-8: see byte 1."),
        (b"[" * 200_000, "This file holds lists within lists too deep to read."),
        (b'{"a":' * 200_000, "This file holds lists within lists too deep to read."),
        (b" " * (MAX_BYTES + 1), "This file is larger than 10 MB: split it up."),
        (b"[]", "Give an object, between curly brackets."),
        (b"NaN", "Give an object, between curly brackets."),
        (b"null", "Give an object, between curly brackets."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(raw, message):
    assert refused(raw) == {"$": message}


def test_a_file_of_ten_megabytes_is_read():
    raw = json.dumps(example()).encode()
    assert len(refused(b"{" + b" " * (MAX_BYTES - 2) + b"}")) == 8
    assert read(json.loads(raw.ljust(MAX_BYTES)))


def test_a_byte_order_mark_is_passed_over():
    assert len(refused(b"\xef\xbb\xbf{}")) == 8


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000, "-" + "9" * 5000, "1.5"]
)
def test_what_is_no_whole_number_is_refused_at_its_place(number):
    document = example()
    step(document)["offset_days"] = "here"
    raw = json.dumps(document).replace('"here"', number).encode()
    assert refused(raw) == {"$.phases[0].steps[0].offset_days": "Give a whole number, without quotes."}


def test_a_key_that_stands_twice_in_an_object_is_refused():
    raw = json.dumps(example()).replace('"lives_here": true', '"quote": "a", "quote": "b", "quote": "c"')
    assert refused(raw.encode()) == {"$.persona.quote": "This key stands here more than once: keep one."}


@pytest.mark.parametrize("escaped", ["\\u0000", "\\u0007", "\\u007f", "\\u0085", "\\ud800", "\\udc00\\ud800"])
def test_control_characters_and_half_characters_are_refused(escaped):
    raw = json.dumps(example()).replace('"Sanne"', f'"San{escaped}ne"')
    assert refused(raw.encode()) == {"$.persona.name": "Character 4 cannot be shown: take it out."}


def test_new_lines_tabs_and_emoji_are_text():
    document = example()
    step(document)["doing"] = "Regel één\r\n\tRegel twee 👶🏽"
    assert read(document) == document
