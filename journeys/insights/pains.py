"""What hurts, where, and who can change it."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.analysis import PainFigures
from journeys.figures import INFLUENCES
from journeys.insights.insight import Insight, behind, parts
from journeys.models import Pain
from journeys.pictures import MapPicture

KINDS = {"ours": "own", "with_partners": "plan", "not_ours": "pain", "unknown": "unknown"}


def of_pains(picture: MapPicture) -> list[Insight]:
    return [
        _all(picture),
        _blind(picture),
        _open(picture),
        _influence(picture),
        _low_points(picture),
        _unwanted(picture),
    ]


def _all(picture: MapPicture) -> Insight:
    pains = picture.analysis.pains
    severities = Counter(pain.severity for pain in pains)
    pieces = [
        (str(label), str(severities[value]), severities[value], f"pain-{value}")
        for value, label in Pain.Severity.choices
    ]
    return Insight(
        "pains",
        _("Pains"),
        str(len(pains)),
        _("What hurts on the way. A heavy one weighs 3, a light one 1."),
        _weight(pains),
        steps=behind(picture, "pains"),
        parts=parts(pieces),
        todo="" if pains else _("Nothing hurts? Ask someone who went through it."),
        lens="" if pains else "journey-map",
    )


def _weight(pains: tuple[PainFigures, ...] | list[PainFigures]) -> str:
    weight = sum(pain.severity for pain in pains)
    return _("Together they weigh %(weight)s.") % {"weight": weight} if pains else ""


def _blind(picture: MapPicture) -> Insight:
    blind = [pain for pain in picture.analysis.pains if pain.blind]
    unaddressed = sum(pain.open for pain in blind)
    todo = ngettext(
        "For %(open)s of %(count)s pain out of sight nothing is planned yet",
        "For %(open)s of %(count)s pains out of sight nothing is planned yet",
        len(blind),
    ) % {"open": unaddressed, "count": len(blind)}
    return Insight(
        "blind_pains",
        _("Pains out of sight"),
        str(len(blind)),
        _("Pains at a step without contact with us. These we easily miss."),
        _weight(blind),
        steps=behind(picture, "blind_pains"),
        todo=todo if unaddressed else "",
        lens="pains",
        asked=(("groep", "beeld"), ("alleen", "open")),
    )


def _open(picture: MapPicture) -> Insight:
    pains = [pain for pain in picture.analysis.pains if pain.open]
    return Insight(
        "open_pains",
        _("Open pains"),
        str(len(pains)),
        _("Pains that no improvement addresses. Improvements that were dropped do not count."),
        _weight(pains),
        steps=behind(picture, "open_pains"),
        todo=_("See them together, and think of something") if pains else "",
        lens="pains",
        asked=(("alleen", "open"),),
    )


def _influence(picture: MapPicture) -> Insight:
    counts = Counter(pain.influence for pain in picture.analysis.pains)
    words = dict(Pain.Influence.choices) | {"unknown": _("not known yet")}
    pieces = [(str(words[key]), str(counts[key]), counts[key], KINDS[key]) for key in INFLUENCES]
    ours = counts["ours"] + counts["with_partners"]
    return Insight(
        "influence",
        _("Who can change it"),
        str(ours) if counts else None,
        _("How many pains we can ease ourselves or with partners; of the others someone else decides."),
        missing=_("There are no pains yet."),
        parts=parts(pieces),
        todo=ngettext(
            "Of %(count)s pain is not yet said who can change it",
            "Of %(count)s pains is not yet said who can change it",
            counts["unknown"],
        )
        % {"count": counts["unknown"]}
        if counts["unknown"]
        else "",
        lens="pains",
        asked=(("groep", "invloed"),),
    )


def _low_points(picture: MapPicture) -> Insight:
    feelings = any(step.feeling.feeling is not None for step in picture.steps)
    return Insight(
        "low_points",
        _("Low points"),
        str(len(picture.analysis.low_points)) if feelings else None,
        _("Where the heartbeat is low, and higher before and after it. Named by the step where it begins."),
        missing=_("No step has a feeling yet. Begin with how the first step feels."),
        steps=behind(picture, "low_points"),
    )


def _unwanted(picture: MapPicture) -> Insight:
    contacts = [contact for step in picture.steps for contact in step.contacts]
    return Insight(
        "unwanted_encounters",
        _("Unwanted contacts"),
        str(sum(contact.unwanted for contact in contacts)),
        _("How often someone meets an organisation without wanting to."),
        steps=behind(picture, "unwanted_encounters"),
    )
