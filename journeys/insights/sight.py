"""Time, and where in it we are in sight."""

from fractions import Fraction

from django.utils.translation import gettext as _

from journeys.figures import rounded
from journeys.insights.insight import (
    Insight,
    behind,
    count_of,
    days_in_words,
    no_steps,
    parts,
    share_in_words,
)
from journeys.moments import describe_roughly
from journeys.pictures import MapPicture


def of_sight(picture: MapPicture, anchor: str) -> list[Insight]:
    return [
        _length(picture, anchor),
        _first_contact(picture),
        _blind_days(picture),
        _blind_steps(picture),
        _gap_days(picture),
        _gap_steps(picture),
        _tail_days(picture),
        _tail_steps(picture),
    ]


def no_times() -> str:
    return _("Fill in when at least one step happens.")


def no_contact() -> str:
    return _("No step has a contact moment of ours yet.")


def too_few_contacts() -> str:
    return _("There are not yet two steps with contact with us.")


def _length(picture: MapPicture, anchor: str) -> Insight:
    span, meaning = picture.analysis.span, ""
    if span.start is not None:
        meaning = _from_until(rounded(span.start, 0), rounded(span.end, 0), anchor)
    return Insight(
        "length",
        _("How long the journey takes"),
        days_in_words(span.length),
        _("From the start of the first step to the end of the last one."),
        meaning,
        no_times(),
        picture.steps[:1],
    )


def _from_until(start: int, end: int, anchor: str) -> str:
    if start == end:
        return _("All of it %(moment)s.") % {"moment": describe_roughly(start, anchor)}
    at_anchor = anchor or _("the anchor moment")
    moments = [describe_roughly(day, anchor) if day else at_anchor for day in (start, end)]
    return _("From %(start)s until %(end)s.") % {"start": moments[0], "end": moments[1]}


def _first_contact(picture: MapPicture) -> Insight:
    first = picture.analysis.sight.first_contact
    step = None if first is None else picture.steps[first]
    meaning = _("It is step %(number)s of %(count)s.") % {
        "number": step.head.number if step else "",
        "count": len(picture.steps),
    }
    return Insight(
        "first_contact",
        _("First contact with us"),
        step and step.head.title,
        _("The first step with a contact moment of one of our own departments."),
        meaning if step else "",
        _("No step has a contact moment of ours. Is that so, or is it still missing on the map?"),
        behind(picture, "first_contact"),
    )


def _blind_days(picture: MapPicture) -> Insight:
    sight = picture.analysis.sight
    return Insight(
        "blind_days",
        _("Days out of sight"),
        days_in_words(sight.blind_days),
        _("From the real start to the first contact with us: then nobody thinks of us."),
        _share_of_days(picture),
        no_times() if picture.steps else no_steps(),
        behind(picture, "blind_days"),
        _strip(picture),
        todo=_("See what people go through in that time") if sight.blind_days else "",
        lens="outline",
    )


def _share_of_days(picture: MapPicture) -> str:
    """Of a journey that takes no time there is none."""
    sight = picture.analysis.sight
    if sight.blind_days is not None and sight.blind_days_share is None:
        return _(
            "What share of the journey that is, is not known yet: fill in when its other steps are, or how"
            " long they take."
        )
    return share_in_words(sight.blind_days_share, _("That is %(share)s of the whole journey."))


def _strip(picture: MapPicture) -> tuple:
    """The journey in three: before the first contact, from there on, and after the last."""
    sight, span = picture.analysis.sight, picture.analysis.span
    if not span.length:
        return ()
    if sight.first_contact is None:
        days = days_in_words(span.length)
        return parts([(_("without contact with us"), days, span.length, "blind")])
    tail = sight.tail_days or Fraction(0)
    between = span.length - sight.blind_days - tail
    return parts(
        [
            (_("before the first contact"), days_in_words(sight.blind_days), sight.blind_days, "blind"),
            (_("from the first to the last contact"), days_in_words(between), between, "own"),
            (_("after the last contact"), days_in_words(tail), tail, "blind"),
        ]
    )


def _blind_steps(picture: MapPicture) -> Insight:
    sight = picture.analysis.sight
    return Insight(
        "blind_steps",
        _("Steps out of sight"),
        str(sight.blind_steps),
        _("The number of steps before the first contact; all of them where there is no contact."),
        share_in_words(
            sight.blind_steps_share,
            _("That is %(share)s of the journey: %(steps)s in all.")
            % {"share": "%(share)s", "steps": count_of(picture)},
        ),
        steps=behind(picture, "blind_steps"),
    )


def _gap_days(picture: MapPicture) -> Insight:
    sight = picture.analysis.sight
    return Insight(
        "longest_gap_days",
        _("Longest gap in days"),
        days_in_words(sight.longest_gap_days),
        _("The longest time between the end of a step with contact and the start of the next one."),
        _between(picture, "longest_gap_days"),
        too_few_contacts() if sight.longest_gap_steps is None else no_times(),
        behind(picture, "longest_gap_days"),
    )


def _between(picture: MapPicture, figure: str) -> str:
    steps = behind(picture, figure)
    if len(steps) != 2:
        return ""
    return _("Between “%(one)s” and “%(two)s”.") % {"one": steps[0].head.title, "two": steps[1].head.title}


def _gap_steps(picture: MapPicture) -> Insight:
    count = picture.analysis.sight.longest_gap_steps
    return Insight(
        "longest_gap_steps",
        _("Longest gap in steps"),
        None if count is None else str(count),
        _("The largest number of steps between two steps with contact."),
        _between(picture, "longest_gap_steps"),
        too_few_contacts(),
        behind(picture, "longest_gap_steps"),
    )


def _tail_days(picture: MapPicture) -> Insight:
    sight = picture.analysis.sight
    return Insight(
        "tail_days",
        _("After the last contact, in days"),
        days_in_words(sight.tail_days),
        _("The time from the end of the last step with contact to the end of the journey."),
        missing=no_contact() if sight.first_contact is None else no_times(),
        steps=behind(picture, "tail_days"),
    )


def _tail_steps(picture: MapPicture) -> Insight:
    count = picture.analysis.sight.tail_steps
    return Insight(
        "tail_steps",
        _("After the last contact, in steps"),
        None if count is None else str(count),
        _("The number of steps after the last step with contact."),
        missing=no_contact(),
        steps=behind(picture, "tail_steps"),
    )
