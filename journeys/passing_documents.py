"""Journey documents with no more than what `places.py` computes from: who passes which touchpoint, when.

Five queries, and no model instance a row. The keys of touchpoints are the numbers of their rows; steps and
documents hold an `id`.
"""

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.querysets import JourneyQuerySet

STEP = "phases__steps"
MET = f"{STEP}__encounters__touchpoint"


def passing_documents(journeys: "JourneyQuerySet") -> list[dict]:
    """One of each journey, by title."""
    journeys = journeys.order_by("title", "pk")
    documents = {row[0]: _document(*row) for row in journeys.values_list("pk", "title", "persona__name")}
    encounters, only_for = defaultdict(list), defaultdict(list)
    known: dict[int, dict] = defaultdict(dict)
    for pk, step, key, *rest in _rows(journeys, MET, f"{STEP}__pk", MET, *TOUCHPOINT):
        encounters[step].append({"touchpoint": key})
        known[pk][key] = _touchpoint(key, *rest)
    situation = f"{STEP}__step_situations__situation__name"
    for _pk, step, name in _rows(journeys, situation, f"{STEP}__pk", situation):
        only_for[step].append(name)
    order = ("phases__order", f"{STEP}__order")
    for pk, step, title in _rows(journeys, STEP, STEP, f"{STEP}__title", order=order):
        drawn = {"id": step, "title": title, "only_for": only_for[step], "encounters": encounters[step]}
        documents[pk]["phases"][0]["steps"].append(drawn)
    for pk, document in documents.items():
        document["touchpoints"] = list(known[pk].values())
    return list(documents.values())


TOUCHPOINT = [f"{MET}__{name}" for name in ("name", "channel", "party__name", "party__kind")]


def _rows(journeys: "JourneyQuerySet", at: str, *fields: str, order: tuple[str, ...] = ()) -> list[tuple]:
    """The journey's number and these fields, of each row `at` the end of a path that is not empty."""
    found = journeys.filter(**{f"{at}__isnull": False}).order_by("pk", *order)
    return list(found.values_list("pk", *fields))


def _document(pk: int, title: str, persona: str) -> dict:
    return {
        "id": pk,
        "persona": {"name": persona},
        "journey": {"title": title},
        "phases": [{"steps": []}],
    }


def _touchpoint(key: int, name: str, channel: str, party: str, kind: str) -> dict:
    return {"key": key, "name": name, "channel": channel, "party": {"name": party, "kind": kind}}
