"""The headline figures of a journey with what they mean, in plain words."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from journeys.figures import rounded
from journeys.pictures import MapPicture, StepPicture


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure for the screen; `number` is None where it isn't known. `steps`: those behind it."""

    number: str | None
    words: str
    kind: str
    definition: str
    missing: str
    steps: tuple[StepPicture, ...] = ()


def whole(value: Fraction | None) -> str | None:
    return None if value is None else str(rounded(value, 0))


def percentage(share: Fraction | None) -> str | None:
    return None if share is None else f"{whole(share * 100)}%"


def behind(picture: MapPicture, figure: str) -> tuple[StepPicture, ...]:
    """The steps behind a figure, by its key in the JSON."""
    steps = picture.steps
    return tuple(steps[index] for index in picture.behind[figure])


def headline_figures(picture: MapPicture) -> list[Headline]:
    return [_gap(picture), _pains(picture), _open_pains(picture), _balance(picture), _evidence(picture)]


def blind_figure(picture: MapPicture) -> Headline:
    """The largest figure of the map: how long we are out of sight."""
    sight = picture.analysis.sight
    return Headline(
        number=whole(sight.blind_days),
        words=percentage(sight.blind_days_share) or "",
        kind="blind",
        definition=_(
            "Out of sight: from the real start to the first contact with us. In that time nobody thinks "
            "of us, and we do not see what people go through."
        ),
        missing=_("Fill in when the steps happen to know how long we are out of sight."),
        steps=behind(picture, "blind_days"),
    )


def _gap(picture: MapPicture) -> Headline:
    sight = picture.analysis.sight
    return Headline(
        number=whole(sight.longest_gap_days),
        words=_("days: longest gap between two contacts with us"),
        kind="blind",
        definition=_(
            "The longest time between the end of a step in which people meet us and the start of "
            "the next one."
        ),
        missing=_("There are not yet two steps with contact with us and a known time."),
        steps=behind(picture, "longest_gap_days"),
    )


def _pains(picture: MapPicture) -> Headline:
    pains = picture.analysis.pains
    blind = sum(pain.blind for pain in pains)
    return Headline(
        number=str(len(pains)),
        words=ngettext(
            "pain, of which %(blind)s out of sight", "pains, of which %(blind)s out of sight", len(pains)
        )
        % {"blind": blind},
        kind="pain",
        definition=_(
            "What hurts. Out of sight means: at a step without contact with us. These we easily miss."
        ),
        missing="",
        steps=behind(picture, "blind_pains"),
    )


def _open_pains(picture: MapPicture) -> Headline:
    count = sum(pain.open for pain in picture.analysis.pains)
    return Headline(
        number=str(count),
        words=ngettext("open pain: nothing planned yet", "open pains: nothing planned yet", count),
        kind="pain",
        definition=_("Pains that no improvement addresses. Improvements that were dropped do not count."),
        missing="",
        steps=behind(picture, "open_pains"),
    )


def _balance(picture: MapPicture) -> Headline:
    standing = [item.reach for item in picture.analysis.improvements if not item.dropped]
    driven, focused = standing.count("driven"), standing.count("focused")
    return Headline(
        number=f"{driven} / {focused}",
        words=_("improvements: customer-driven / customer-focused"),
        kind="plan",
        definition=_(
            "Customer-driven: it eases a pain out of sight, a pain that is not ours alone, or lands at a "
            "place where people already are. Customer-focused: it polishes our own product."
        ),
        missing="",
        steps=tuple(step for step in picture.steps if step.improvements),
    )


def _evidence(picture: MapPicture) -> Headline:
    steps = picture.analysis.steps
    known = sum(step.evidence != "none" for step in steps)
    return Headline(
        number=percentage(Fraction(known, len(steps))) if steps else None,
        words=_("of the steps has evidence, the rest is assumption"),
        kind="",
        definition=_(
            "Evidence is what residents or staff told, or what was measured. Desk research alone does not "
            "count: such a step is an assumption. Its line is dashed."
        ),
        missing=_("There are no steps yet."),
        steps=behind(picture, "evidence_steps_share"),
    )
