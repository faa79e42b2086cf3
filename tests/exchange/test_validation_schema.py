"""Each break of the schema is told with its path and a sentence."""

import pytest
from django.utils import translation

from tests.exchange.broken import broken, example, read, refused, step


def test_unknown_keys_are_refused_with_their_path():
    def change(document):
        document["extra"] = {"inner": 1}
        step(document)["Odd key"] = 1
        step(document)["id"] = 3
        document["persona"]['"'] = 1
        document["persona"]["é\u200b"] = 1
        document["persona"][""] = 1
        document["persona"]["k" * 100] = 1

    assert broken(change) == dict.fromkeys(
        (
            "$.extra",
            '$.phases[0].steps[0]["Odd key"]',
            "$.phases[0].steps[0].id",
            '$.persona["\\""]',
            '$.persona["\\u00e9\\u200b"]',
            '$.persona[""]',
            f'$.persona["{"k" * 64}…"]',
        ),
        "This key is unknown: take it out.",
    )


def test_an_unknown_key_of_half_a_character_is_shown_escaped():
    assert '$["\\ud800"]' in refused(b'{"\\ud800": 1}')


def test_what_is_missing_is_told_at_its_place():
    def change(document):
        del (
            document["findings"],
            document["persona"]["name"],
            step(document)["title"],
            document["phases"][1]["steps"],
        )

    assert broken(change) == dict.fromkeys(
        ("$.findings", "$.persona.name", "$.phases[0].steps[0].title", "$.phases[1].steps"),
        "This is missing: fill it in.",
    )


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("title", 3, "Give a text, between quotes."),
        ("title", None, "Give a text, between quotes."),
        ("title", " \n\u00a0", "Fill in a text: only spaces is not enough."),
        ("title", "x" * 301, "Use at most 300 characters: there are 301 now."),
        ("doing", "x" * 10_001, "Use at most 10000 characters: there are 10001 now."),
        ("key", "x" * 65, "Use at most 64 characters: there are 65 now."),
        ("feeling", "blij", "Give a whole number, without quotes."),
        ("feeling", True, "Give a whole number, without quotes."),
        ("feeling", 3, "Give a whole number from -2 to 2."),
        ("duration_days", -1, "Give a whole number from 0 to 2147483647."),
        ("offset_days", 2**31, "Give a whole number from -2147483648 to 2147483647."),
        ("offset_days", -(2**31) - 1, "Give a whole number from -2147483648 to 2147483647."),
        ("pains", {}, "Give a list, between square brackets."),
        ("only_for", "ongehuwd", "Give a list, between square brackets."),
    ],
)
def test_a_wrong_value_of_a_step_is_told(key, value, message):
    assert broken(lambda document: step(document).update({key: value})) == {
        f"$.phases[0].steps[0].{key}": message
    }


@pytest.mark.parametrize(
    ("part", "key", "value", "message"),
    [
        ("persona", "digital_skill", 6, "Give a whole number from 1 to 5."),
        ("persona", "lives_here", 1, "Give true or false, without quotes."),
        ("persona", "needs", ["Rust", " "], None),
        ("journey", "kind", "as-is", "Choose one of these: as_is, to_be."),
        ("life_event", "motive", "other", "Choose one of these: achieve, troubled, idea."),
        ("life_event", "situations", ["ongehuwd", 3], None),
    ],
)
def test_a_wrong_value_elsewhere_is_told(part, key, value, message):
    path = f"$.{part}.{key}" if message else f"$.{part}.{key}[1]"
    errors = broken(lambda document: document[part].update({key: value}))
    assert list(errors) == [path]
    assert message is None or errors[path] == message


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "0000-01-01", "20260131", "2026-1-31", "2026-01-31\n", ""]
)
def test_a_date_must_exist(day):
    errors = broken(lambda document: document["improvements"][0].update(follow_up=day))
    assert errors == {
        "$.improvements[0].follow_up": "Give a date that exists, as year-month-day: 2026-01-31."
    }


def test_a_leap_day_exists():
    document = example()
    document["improvements"][0]["follow_up"] = "2028-02-29"
    assert read(document) == document


def test_another_format_is_refused():
    errors = broken(lambda document: document.update(format="leefwereld-journey/2"))
    assert errors == {"$.format": "Choose one of these: leefwereld-journey/1, leefwereld-journey/1.1."}


def test_all_errors_are_told_at_once():
    def change(document):
        document["format"] = "x"
        document["life_event"]["motive"] = "x"
        step(document)["feeling"] = 7
        step(document, 0, 1)["encounters"].append({"touchpoint": "nergens"})
        document["touchpoints"].append(document["touchpoints"][0])
        document["findings"][0]["on"] = "gisteren"

    assert set(broken(change)) == {
        "$.format",
        "$.life_event.motive",
        "$.phases[0].steps[0].feeling",
        "$.phases[0].steps[1].encounters[1].touchpoint",
        "$.touchpoints[2].key",
        "$.findings[0].on",
    }


def test_messages_follow_the_language_of_the_user(monkeypatch):
    asked = []
    monkeypatch.setattr("exchange.messages._", lambda text: asked.append(text) or "Vul dit in.")
    with translation.override("nl"):
        assert set(refused(b"{}").values()) == {"Vul dit in."}
    assert "This is missing: fill it in." in asked
