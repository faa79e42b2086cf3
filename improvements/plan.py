"""What will be done, for whom and when: the improvements as the plan shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from improvements.models import Improvement
from improvements.querysets import LAST, LATE_FIRST, LATER, LITTLE, MUCH, OVER, QUICK_FIRST

SCALE = range(1, 6)
GROUPS = {
    LATE_FIRST: gettext_lazy("Look at these again"),
    QUICK_FIRST: gettext_lazy("Do right away"),
    LATER: gettext_lazy("The rest of the plan"),
    LAST: gettext_lazy("Done or dropped"),
}
STAGES = {"idea": 1, "planned": 2, "doing": 3, "done": 4, "dropped": 0}


@dataclass(frozen=True, slots=True)
class Entry:
    """An improvement in the plan; `number` is its place in the list. `days_late`: negative is to come."""

    improvement: Improvement
    reach: str | None
    number: int
    days_late: int | None

    @classmethod
    def of(cls, improvement: Improvement, *, reach: str | None, today: date, number: int = 0) -> "Entry":
        day = improvement.follow_up
        return cls(improvement, reach, number, None if day is None else (today - day).days)

    @property
    def is_over(self) -> bool:
        return self.improvement.status in OVER

    @property
    def is_late(self) -> bool:
        return not self.is_over and self.days_late is not None and self.days_late > 0

    @property
    def is_placed(self) -> bool:
        return self.improvement.effort is not None and self.improvement.effect is not None

    @property
    def is_quick_win(self) -> bool:
        """Little effort and much effect, and not done yet."""
        place = self.improvement.effort, self.improvement.effect
        return not self.is_over and self.is_placed and is_quick(*place)

    @property
    def stage(self) -> int:
        """How far it is, of four."""
        return STAGES[self.improvement.status]

    @property
    def is_outside(self) -> bool:
        """Whether someone outside the organisation does it."""
        party = self.improvement.owner_party
        return party is not None and party.kind != "own"

    @property
    def when(self) -> str:
        """How long until it is looked at again; nothing where it is over."""
        if self.days_late is None or self.is_over:
            return ""
        if not self.days_late:
            return _("today")
        days = abs(self.days_late)
        if self.days_late > 0:
            return ngettext("%(count)s day late", "%(count)s days late", days) % {"count": days}
        return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}


@dataclass(frozen=True, slots=True)
class Group:
    """A stretch of the list under one heading."""

    name: str | Promise
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the plot; `corner` is empty in the middle."""

    effort: int
    effect: int
    corner: str
    entries: list[Entry]


def entries_of(
    improvements: Iterable[Improvement], reaches: Mapping[int, str | None], today: date, first: int = 1
) -> list[Entry]:
    return [
        Entry.of(improvement, reach=reaches.get(improvement.pk), today=today, number=number)
        for number, improvement in enumerate(improvements, first)
    ]


def groups_of(entries: Sequence[Entry]) -> list[Group]:
    """In the order of `most_urgent_first()`."""
    by_urgency = groupby(entries, lambda entry: entry.improvement.urgency)
    return [Group(GROUPS[urgency], list(found)) for urgency, found in by_urgency]


def cells_of(entries: Sequence[Entry]) -> list[Cell]:
    """Five by five: the most effect at the top, the least effort first."""
    return [
        Cell(
            effort,
            effect,
            corner(effort, effect),
            [one for one in entries if (one.improvement.effort, one.improvement.effect) == (effort, effect)],
        )
        for effect in reversed(SCALE)
        for effort in SCALE
    ]


def is_quick(effort: int, effect: int) -> bool:
    return effort <= LITTLE and effect >= MUCH


def corner(effort: int, effect: int) -> str:
    if is_quick(effort, effect):
        return "quick"
    return "far" if LITTLE < effort < MUCH or LITTLE < effect < MUCH else "other"
