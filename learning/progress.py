"""How far someone is, how far the team is, and what the journey beside it says."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from journeys.analysis import Analysis
from journeys.models import Journey
from journeys.remembered import drawn_lately
from learning.checks import Looked, looked_at
from learning.lessons import BY_NAME, LESSONS, Lesson
from learning.models import Learner, LessonDone, SetAside
from organisations.models import Membership, Organisation


@dataclass(frozen=True, slots=True)
class Line:
    """A lesson in the list. `team`: how many colleagues did it; `open`: how many questions a journey asks."""

    lesson: Lesson
    done: bool
    team: int
    open: int | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`next`: the lesson to go on with; None when all are done. `begun`: whether a lesson was ever opened."""

    lines: tuple[Line, ...]
    done: int
    team: int
    next: Lesson | None
    begun: bool

    @property
    def all(self) -> int:
        return len(self.lines)


def done_by(learner: Learner) -> Collection[str]:
    """Slugs; of a lesson that is no more too."""
    return set(learner.lessons_done.values_list("lesson", flat=True))


def done_in(organisation: Organisation) -> dict[str, list[str]]:
    """By the slug of a lesson, the addresses of colleagues who did it, in the order of the alphabet."""
    rows = LessonDone.objects.filter(
        organisation=organisation, learner__person__memberships__organisation=organisation
    ).order_by("learner__person__email")
    found: dict[str, list[str]] = {lesson.slug: [] for lesson in LESSONS}
    for slug, email in rows.values_list("lesson", "learner__person__email"):
        found.get(slug, []).append(email)
    return found


def analysis_of(journey: Journey | None) -> Analysis | None:
    """What is computed of it, whole: every situation. And how many personas go through the life event."""
    if journey is None:
        return None
    analysis = drawn_lately(journey.pk, ())[1].analysis
    personas = Journey.objects.filter(life_event=journey.life_event_id).count_personas()
    life_event = {**analysis.document["life_event"], "personas": personas}
    return replace(analysis, document={**analysis.document, "life_event": life_event})


def progress_of(learner: Learner, organisation: Organisation) -> Progress:
    done, team = done_by(learner), done_in(organisation)
    analysis = analysis_of(learner.journey)
    lines = tuple(
        Line(
            lesson,
            lesson.slug in done,
            len(team[lesson.slug]),
            None if analysis is None else open_in(lesson, analysis),
        )
        for lesson in LESSONS
    )
    size = organisation.memberships.count()
    count, after = sum(line.done for line in lines), go_on_with(learner, done)
    return Progress(lines, count, size, after, begun=bool(learner.lesson))


def go_on_with(learner: Learner, done: Collection[str]) -> Lesson | None:
    """The lesson that was opened last; once that is done, the first after it that isn't."""
    last = BY_NAME.get(learner.lesson, LESSONS[0])
    after = [*LESSONS[last.number - 1 :], *LESSONS[: last.number - 1]]
    return next((lesson for lesson in after if lesson.slug not in done), None)


def open_in(lesson: Lesson, analysis: Analysis) -> int:
    return Counter(check.holds(analysis) for check in lesson.checks)[False]


def questions_of(lesson: Lesson, journey: Journey | None) -> list[Looked]:
    analysis = analysis_of(journey)
    return list(looked_at(lesson.checks, analysis, journey)) if analysis else []


def missing_of(journey: Journey, person: int, checks: Iterable) -> tuple[list[Looked], list[Looked]]:
    """What a journey asks still, and of that what this person put aside."""
    aside = SetAside.objects.of(person, journey)
    found = [one for one in looked_at(checks, analysis_of(journey), journey, aside) if one.answer is False]
    return [one for one in found if not one.aside], [one for one in found if one.aside]


def team_of(organisation: Organisation) -> list[tuple[Lesson, list[str], list[str]]]:
    """Each lesson with who did it and who did not yet, in the order of the alphabet: no ranking."""
    done = done_in(organisation)
    people = Membership.objects.filter(organisation=organisation).order_by("user__email")
    everyone = list(people.values_list("user__email", flat=True))
    return [
        (lesson, did := done[lesson.slug], [email for email in everyone if email not in did])
        for lesson in LESSONS
    ]
