"""What the journey rests on, and who was heard."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.figures import FINDING_KINDS, figures_of
from journeys.insights.insight import Insight, behind, no_steps, parts, percentage
from journeys.pictures import MapPicture
from journeys.route import listed
from personas.models import Finding

KINDS = {"resident": "own", "staff": "plan", "measured": "good", "desk": "unknown"}


def of_evidence(picture: MapPicture) -> list[Insight]:
    return [_steps(picture), _pains(picture), _findings(picture), _residents(picture)]


def _share(things: Sequence) -> str | None:
    known = sum(thing.evidence != "none" for thing in things)
    return percentage(Fraction(known, len(things))) if things else None


def _steps(picture: MapPicture) -> Insight:
    assumed = behind(picture, "evidence_steps_share")
    return Insight(
        "evidence_steps_share",
        _("Steps with evidence"),
        _share(picture.analysis.steps),
        _("Evidence is what residents or staff told, or what was measured. Desk research alone is none."),
        _kinds_in_words(picture),
        no_steps(),
        assumed,
        todo=ngettext(
            "%(count)s step is an assumption: who could tell more?",
            "%(count)s steps are assumptions: who could tell more?",
            len(assumed),
        )
        % {"count": len(assumed)}
        if assumed
        else "",
        lens="journey-map",
    )


def _kinds_in_words(picture: MapPicture) -> str:
    several = sum(step.evidence == "several" for step in picture.analysis.steps)
    if not several:
        return ""
    return ngettext(
        "Of %(count)s step there is evidence of several kinds.",
        "Of %(count)s steps there is evidence of several kinds.",
        several,
    ) % {"count": several}


def _pains(picture: MapPicture) -> Insight:
    return Insight(
        "evidence_pains_share",
        _("Pains with evidence"),
        _share(picture.analysis.pains),
        _("The share of pains about which there is evidence; the others are assumptions."),
        missing=_("There are no pains yet."),
        steps=behind(picture, "evidence_pains_share"),
    )


def _findings(picture: MapPicture) -> Insight:
    findings = listed(picture.analysis.document, "findings")
    counts = Counter(finding.get("kind") or "desk" for finding in findings)
    words = dict(Finding.Kind.choices)
    return Insight(
        "findings",
        _("Findings"),
        str(len(findings)),
        _("All that was heard, measured or read for this journey, by kind."),
        parts=parts([(str(words[key]), str(counts[key]), counts[key], KINDS[key]) for key in FINDING_KINDS]),
    )


def _residents(picture: MapPicture) -> Insight:
    count = figures_of(picture.analysis)["journey"]["residents"]
    return Insight(
        "residents",
        _("Residents heard"),
        str(count),
        _("The people behind the findings of residents; where their number is not known, one is counted."),
        todo=_("Go and talk with someone who went through this") if not count else "",
        lens="journey-map",
    )
