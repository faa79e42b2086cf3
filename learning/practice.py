"""A practice copy of the worked example: the journey as a municipality sees it before it asks.

It begins at the first contact with us; what came before, what helps and who can change what is for the
learner to find, with the lessons beside it.
"""

import json
from collections.abc import Mapping

from django.utils.translation import gettext as _

from exchange.importer import import_document
from exchange.worked_example import DOCUMENTS
from journeys.analysis import analyse
from journeys.models import Journey
from organisations.models import Organisation, User

EXAMPLE = "1-eerste-kind.json"


def practise(organisation: Organisation, by: User) -> Journey:
    """A new journey to practise on, stored as every import is."""
    example = json.loads((DOCUMENTS / EXAMPLE).read_bytes())
    return import_document(begun(example), organisation, by=by)


def begun(document: Mapping) -> dict:
    """The document from its first contact with us on, without goal, findings and improvements."""
    first = analyse(document).sight.blind_steps
    kept, count = [], 0
    for phase in document["phases"]:
        steps = [bare(step) for step in phase["steps"][max(first - count, 0) :]]
        count += len(phase["steps"])
        if steps:
            kept.append({**phase, "steps": steps})
    title = _("Practice journey: %(title)s") % {"title": document["journey"]["title"]}
    return {
        **document,
        "journey": {"title": title, "kind": Journey.Kind.AS_IS},
        "phases": kept,
        "improvements": [],
        "findings": [],
    }


def bare(step: Mapping) -> dict:
    """Without who can change what hurts there."""
    pains = [{name: pain[name] for name in pain if name != "influence"} for pain in step.get("pains", ())]
    return {**step, "pains": pains}
