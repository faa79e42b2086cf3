"""An interview beside a journey: lines of its notes become findings about steps and pains."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from journeys.changes import changing
from journeys.evidence import PAIN, STEP, link, place
from journeys.models import Journey, Pain
from journeys.pictures import MapPicture
from organisations.models import User
from personas.models import Finding, Interview
from personas.passages import Line, draw_from, found_in, lines_of

NEW = "new"  # a pain that isn't there yet: `new-3` is at step 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A step or a pain here that a finding is about; `name` as `evidence.place` says it."""

    name: str
    step: int
    number: int
    title: str
    pain: str


@dataclass(frozen=True, slots=True)
class Use:
    """A finding that was drawn from a line, with where it is used in this journey and in others."""

    finding: Finding
    here: tuple[Spot, ...]
    elsewhere: tuple[Journey, ...]


@dataclass(frozen=True, slots=True)
class ReadLine:
    line: Line
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`others`: the other journeys that rest on this interview."""

    lines: tuple[ReadLine, ...]
    others: tuple[Journey, ...]

    @property
    def used(self) -> int:
        """How many lines became a finding."""
        return sum(bool(one.uses) for one in self.lines)


def read(interview: Interview, journey: Journey, picture: MapPicture) -> Reading:
    """The lines of an interview, each with what it became."""
    spots, uses, others = spots_of(picture), defaultdict(list), {}
    for passage in interview.passages.with_places():
        use = use_of(passage.finding, journey, spots)
        uses[passage.mark].append(use)
        others |= {other.pk: other for other in use.elsewhere}
    lines = tuple(ReadLine(line, tuple(uses[line.mark])) for line in lines_of(interview.notes))
    return Reading(lines, tuple(sorted(others.values(), key=str)))


def spots_of(picture: MapPicture) -> dict[str, Spot]:
    """Every step and pain of a journey, by its name."""
    spots = {}
    for step in picture.steps:
        at = (step.id, step.head.number, step.head.title)
        names = [(place(step.id, None), ""), *((place(None, pain.id), pain.text) for pain in step.pains)]
        spots |= {name: Spot(name, *at, pain) for name, pain in names}
    return spots


def use_of(finding: Finding, journey: Journey, spots: dict[str, Spot]) -> Use:
    """Of a finding that was loaded `with_places()`."""
    evidence = finding.evidence.all()
    about = [row for one in evidence if one.journey_id == journey.pk for row in one.evidence_about.all()]
    names = [place(row.step_id, row.pain_id) for row in about]
    here = tuple(spots[name] for name in names if name in spots)
    return Use(finding, here, tuple(one.journey for one in evidence if one.journey_id != journey.pk))


def put_down(
    interview: Interview,
    journey: Journey,
    *,
    text: str,
    about: str,
    pain: str,
    marks: Sequence[str],
    by: User,
) -> Finding:
    """What was said becomes a finding about `about`: a step, a pain, or a new pain that `pain` says."""
    kind, _, number = about.partition("-")
    with transaction.atomic(), changing(journey, by=by) as locked:
        finding = found_in(interview, text)
        if kind == NEW:
            hurts = Pain(organisation=locked.organisation, step_id=int(number), text=pain or text)
            hurts.place_last()
            about = place(None, hurts.pk)
        link(finding, locked, add=[about], remove=[], by=by)
        draw_from(interview, finding, marks)
    return finding


def places_to_choose(steps: Sequence) -> list[tuple[str, str]]:
    """Of steps that `steps_of()` gave: each step, its pains, and a new pain there, by name."""
    names = []
    for step in steps:
        names += [
            f"{STEP}-{step.pk}",
            f"{NEW}-{step.pk}",
            *(f"{PAIN}-{pain.pk}" for pain in step.loaded_pains),
        ]
    return [(name, name) for name in names]
