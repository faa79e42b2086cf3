"""Keys are unique in the document, and what points at a key finds it."""

import contextlib
import time

import pytest

from exchange.validation import InvalidDocument
from tests.exchange.broken import broken, example, read, refused, step

USED = "The key “{}” is used before: give each touchpoint, step and pain a key of its own."


def test_what_points_in_vain_is_told_at_its_place():
    def change(document):
        step(document, 1)["encounters"][0]["touchpoint"] = "laat"
        step(document, 1)["only_for"] = ["ongehuwd", "gehuwd"]
        document["improvements"][0].update(addresses=["erkenning", "laat"], lands_at=["balie", "laat"])
        document["findings"][0]["about"] = ["balie", "laat", "erkenning"]

    assert broken(change) == {
        "$.phases[1].steps[0].encounters[0].touchpoint": "No touchpoint has the key “laat”.",
        "$.phases[1].steps[0].only_for[1]": "The life event has no situation “gehuwd”.",
        "$.improvements[0].addresses[0]": "No pain has the key “erkenning”.",
        "$.improvements[0].lands_at[1]": "No touchpoint has the key “laat”.",
        "$.findings[0].about[0]": "No step or pain has the key “balie”.",
    }


@pytest.mark.parametrize(
    ("change", "path", "key"),
    [
        (lambda found: found["touchpoints"][1].update(key="spreekuur"), "$.touchpoints[1].key", "spreekuur"),
        (lambda found: step(found).update(key="spreekuur"), "$.phases[0].steps[0].key", "spreekuur"),
        (lambda found: step(found, 1).update(key="erkenning"), "$.phases[1].steps[0].key", "erkenning"),
        (
            lambda found: step(found, 1).update(pains=[{"text": "Au", "key": "laat"}]),
            "$.phases[1].steps[0].pains[0].key",
            "laat",
        ),
        (
            lambda found: step(found, 1).update(pains=[{"text": "Au", "key": "erkenning"}]),
            "$.phases[1].steps[0].pains[0].key",
            "erkenning",
        ),
    ],
)
def test_a_key_belongs_to_one_thing_in_the_whole_document(change, path, key):
    assert broken(change).get(path) == USED.format(key)


def test_a_key_may_be_odd():
    document = example()
    document["touchpoints"][1]["key"] = ""
    step(document, 1)["encounters"][0]["touchpoint"] = ""
    step(document)["key"] = " $.é👶"
    document["findings"][0]["about"] = [" $.é👶"]
    assert read(document) == document


def test_a_long_or_unprintable_key_is_shown_short_and_escaped():
    def change(document):
        document["improvements"][0]["addresses"] = ["k" * 65, "\u200b"]
        step(document, 1)["only_for"] = ["s" * 100]

    assert broken(change) == {
        "$.improvements[0].addresses[0]": "Use at most 64 characters: there are 65 now.",
        "$.improvements[0].addresses[1]": "No pain has the key “\\u200b”.",
        "$.phases[1].steps[0].only_for[0]": f"The life event has no situation “{'s' * 64}…”.",
    }


@pytest.mark.parametrize("rubbish", [None, 3, "x", [], {}, [3], ["x"], [[]], [{}], [None]])
@pytest.mark.parametrize("key", ["life_event", "touchpoints", "phases", "improvements", "findings"])
def test_references_in_rubbish_do_not_stop_the_reading(key, rubbish):
    document = example()
    document[key] = rubbish
    with contextlib.suppress(InvalidDocument):
        read(document)


def test_two_thousand_steps_are_read_and_one_more_is_refused():
    document = example()
    document["phases"][1]["steps"] += [{"title": f"Stap {number}"} for number in range(1997)]
    assert len(read(document)["phases"][1]["steps"]) == 1998
    document["phases"][1]["steps"].append({"title": "Te veel"})
    assert broken(lambda found: found.update(document)) == {
        "$.phases": "This journey has more than 2000 steps: split it up."
    }


def test_reading_takes_time_in_proportion_to_the_size():
    def seconds(count: int) -> float:
        document = example()
        document["phases"][1]["steps"] += [
            {"title": "Stap", "key": f"s{number}", "pains": [{"text": "Au", "key": f"p{number}"}]}
            for number in range(count)
        ]
        document["findings"] = [{"text": "Gehoord", "about": [f"s{number}"]} for number in range(count)]
        start = time.perf_counter()
        read(document)
        return time.perf_counter() - start

    assert min(seconds(1900) for _ in range(3)) < 25 * min(seconds(190) for _ in range(3))


def test_the_refusal_reads_as_a_list_of_places():
    with pytest.raises(ValueError, match=r"^\$\.format: This is missing") as refusal:
        read({key: value for key, value in example().items() if key != "format"})
    assert str(refusal.value) == "$.format: This is missing: fill it in."
    assert refused(b"{}")
