"""Changes of a journey in words: 'pain added at step 5'."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from journeys.journal import Written, written_in
from journeys.models import Change, Journey, Step

TOLD = 3
Known = Mapping[UUID, list[Written]]
ADDED, CHANGED, DELETED, MOVED = "added", "changed", "deleted", "moved"
# What was done, and where: at a step that is still there, at one that is gone, or to something else.
AT_STEP = {
    ADDED: gettext_lazy("%(what)s added at step %(number)s"),
    CHANGED: gettext_lazy("%(what)s changed at step %(number)s"),
    DELETED: gettext_lazy("%(what)s deleted at step %(number)s"),
    MOVED: gettext_lazy("%(what)s moved at step %(number)s"),
}
NAMED = {
    ADDED: gettext_lazy("%(what)s added: “%(name)s”"),
    CHANGED: gettext_lazy("%(what)s changed: “%(name)s”"),
    DELETED: gettext_lazy("%(what)s deleted: “%(name)s”"),
    MOVED: gettext_lazy("%(what)s moved: “%(name)s”"),
}
UNNAMED = {
    ADDED: gettext_lazy("%(what)s added"),
    CHANGED: gettext_lazy("%(what)s changed"),
    DELETED: gettext_lazy("%(what)s deleted"),
    MOVED: gettext_lazy("%(what)s moved"),
}
OWNERS = {
    "stepsituation": "step_id",
    "fact": "step_id",
    "encounter": "step_id",
    "pain": "step_id",
    "processstep": "step_id",
    "addressedpain": "improvement_id",
    "landing": "improvement_id",
    "evidenceabout": "evidence_id",
    "step": "phase_id",
}
#: Links: that one was made or broken is a change of what they belong to.
LINKS = {"stepsituation", "addressedpain", "landing", "evidenceabout"}


@dataclass(frozen=True)
class Deed:
    """One thing that a change did. `step`: at which step; `name`: what tells the thing from others."""

    did: str
    what: str
    step: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Told:
    """A change as a history shows it; `step` is the step to look at, if it is still there."""

    change: Change
    words: str
    step: int | None


class Teller:
    """Tells changes of one journey; steps are numbered as they stand now, so that people find them."""

    def __init__(self, journey: Journey) -> None:
        steps = Step.objects.filter(phase__journey=journey).order_by("phase__order", "order")
        self.numbers = {pk: number for number, pk in enumerate(steps.values_list("pk", flat=True), start=1)}

    def told(self, changes: Iterable[Change], known: Known | None = None) -> list[Told]:
        """The changes in their order; four queries at most, however many there are.

        `known`: the rows of edits that have been read already, by context.
        """
        changes, found = list(changes), dict(known or {})
        edits = [change.context for change in changes if change.kind == Change.Kind.EDIT]
        found |= written_in(context for context in edits if context not in found)
        undone = written_in(change.undoes.context for change in changes if change.takes_back)
        return [self._told(change, found, undone) for change in changes]

    def _told(self, change: Change, found: Mapping, undone: Mapping) -> Told:
        if change.kind == Change.Kind.BEGIN:
            return Told(change, _("journey made"), None)
        if change.kind == Change.Kind.RESTORE:
            return Told(
                change, _("brought back to how it was: %(point)s") % {"point": point(change.undoes)}, None
            )
        rows = undone[change.undoes.context] if change.takes_back else found.get(change.context, [])
        deeds = deeds_of(rows)
        step = next((deed.step for deed in deeds if deed.step in self.numbers), None)
        words = self.words(deeds)
        if change.kind == Change.Kind.UNDO:
            words = _("undone: %(deed)s") % {"deed": words}
        elif change.kind == Change.Kind.REDO:
            words = _("done again: %(deed)s") % {"deed": words}
        elif change.source:
            words = _("%(source)s: %(deed)s") % {"source": change.get_source_display(), "deed": words}
        return Told(change, words, step)

    def words(self, deeds: Sequence[Deed]) -> str:
        sentences = list(dict.fromkeys(self.sentence(deed) for deed in deeds))
        more = len(sentences) - TOLD
        if more > 0:
            rest = ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more}
            sentences[TOLD:] = [rest]
        return " · ".join(sentences) or _("something small")

    def sentence(self, deed: Deed) -> str:
        if deed.step in self.numbers:
            words = AT_STEP[deed.did] % {"what": deed.what, "number": self.numbers[deed.step]}
        else:
            words = (NAMED if deed.name else UNNAMED)[deed.did] % {"what": deed.what, "name": deed.name}
        return words


def point(change: Change) -> str:
    """What to call the journey as it was right after a change."""
    return change.name or date_format(localtime(change.made_at), "j F H:i")


def deeds_of(rows: Sequence[Written]) -> list[Deed]:
    """What a change did: a step that goes takes its cards along, and a new one pushes others aside."""
    whole = {(row.model._meta.model_name, row.pk) for row in rows if not (row.before and row.after)}
    deeds = []
    for row in rows:
        owner = OWNERS.get(row.model._meta.model_name)
        above = owner and (_model_above(owner), row.column(owner))
        if above not in whole:
            deeds += _deeds(row, pushed=bool(whole) or _anything_but_order(rows))
    return deeds or [Deed(MOVED, *_order(row)) for row in rows[:1]]


def _model_above(column: str) -> str:
    return column.removesuffix("_id")


def _anything_but_order(rows: Iterable[Written]) -> bool:
    return any(row.differing - {"order"} for row in rows)


def _deeds(row: Written, *, pushed: bool) -> list[Deed]:
    """`pushed`: a row of which only the order differs was pushed aside."""
    kind, name = row.model._meta.model_name, _name(row)
    if kind in LINKS:
        return [Deed(CHANGED, *_linked(row))]
    if row.before is None or row.after is None:
        return [Deed(ADDED if row.after else DELETED, str(row.model._meta.verbose_name), _step(row), name)]
    columns = row.differing - {"order"}
    if not columns:
        return [] if pushed else [Deed(MOVED, *_order(row))]
    if columns & {"phase_id", "step_id"}:
        return [Deed(MOVED, str(row.model._meta.verbose_name), _step(row), name)]
    if kind not in ("step", "journey"):
        return [Deed(CHANGED, str(row.model._meta.verbose_name), _step(row), name)]
    fields = [field for field in row.model._meta.concrete_fields if field.column in columns]
    return [Deed(CHANGED, str(field.verbose_name), _step(row), name) for field in fields]


def _order(row: Written) -> tuple[str, int | None, str]:
    return str(row.model._meta.verbose_name), _step(row), _name(row)


def _linked(row: Written) -> tuple[str, int | None, str]:
    return str(row.model._meta.verbose_name_plural), _step(row), ""


def _step(row: Written) -> int | None:
    if row.model is Step:
        return row.pk
    held: dict[str, Any] = row.after or row.before or {}
    return held.get("step_id")


def _name(row: Written) -> str:
    held = row.after or row.before or {}
    text = next((held[column] for column in ("title", "name", "text", "note") if held.get(column)), "")
    return text if len(text) <= 80 else f"{text[:79]}…"


def cell_of(rows: Iterable[Written]) -> str:
    """The id of the first place on the map where these rows are or were."""
    for row in rows:
        if row.model._meta.model_name == "phase":
            return f"fase-{row.pk}"
        step = _step(row)
        if step is not None:
            return f"s{step}-{_lane(row)}"
    return "map"


LANE_OF_MODEL = {"pain": "pains", "fact": "facts", "encounter": "contacts", "processstep": "processes"}
LANE_OF_COLUMN = {
    **dict.fromkeys(("doing", "designed"), "doing"),
    **dict.fromkeys(("thinking", "needs"), "thinking"),
    "feeling": "feeling",
}


def _lane(row: Written) -> str:
    kind: type[models.Model] = row.model
    column = next(iter(row.differing & set(LANE_OF_COLUMN)), "")
    return LANE_OF_MODEL.get(kind._meta.model_name) or LANE_OF_COLUMN.get(column, "head")
