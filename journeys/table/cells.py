"""The cells of the table as plain objects: what each shows, and what one types in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from journeys.cards import Resting, resting_of
from journeys.figures import rounded
from journeys.looking import Look
from journeys.models import Step, StepSituation
from journeys.moments import describe_days, describe_moment, describe_roughly
from journeys.stencils import Number, Words
from journeys.table.columns import Column
from journeys.table.rows import Row

TOLD = 3  # names of cards


@dataclass(frozen=True, slots=True)
class Cell:
    """`kind` decides how it is drawn. `typed`: what its form holds; of situations their numbers.

    `copied`: what goes to the clipboard, where that differs from `words`. `soft`: said of it in small.
    `evidence`: of the step, beside its title. `resting`: what the pains rest on.
    """

    kind: str
    key: str
    label: str
    lane: str
    step: Number
    words: Words
    typed: Words
    copied: Words
    soft: Words
    feeling: int | None
    address: Words
    title: Words
    evidence: str
    resting: tuple[Resting, ...]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row of the table, ready to be drawn."""

    id: int
    in_sight: bool
    first_contact: bool
    cells: tuple[Cell, ...]


def drawn_rows(
    rows: Iterable[Row], columns: Sequence[Column], look: Look, anchor: str, url: str
) -> list[DrawnRow]:
    return [
        DrawnRow(
            row.id,
            row.picture.in_sight,
            row.picture.first_contact,
            tuple(_cell(row, column, look, anchor, url) for column in columns),
        )
        for row in rows
    ]


def _cell(row: Row, column: Column, look: Look, anchor: str, url: str) -> Cell:
    told = {"kind": "text", "words": "", "typed": "", "copied": "", "soft": "", "feeling": None}
    told |= {"evidence": "", "resting": ()}
    if column.field:
        told["typed"] = told["words"] = typed_in(row.step, column.field, anchor)
        told["address"] = f"{url}stappen/{row.id}/cel/{column.key}/"
    else:
        told |= {"kind": "cards", "address": look.address_of_step(row.id)}
    told |= SPECIAL.get(column.key, _cards)(row, column, anchor)
    if column.key == "fase":
        told["address"] = f"{url}stappen/{row.id}/plaats/"
    return Cell(
        key=column.key,
        label=str(column.name),
        lane=column.lane,
        step=row.id,
        title=row.picture.head.title,
        **told,
    )


def typed_in(step: Step, field: str, anchor: str) -> str:
    """What the form of this field holds, in words that it understands; of situations their numbers."""
    if field == "only_for":
        return " ".join(str(link.situation_id) for link in _situations_of(step))
    value = getattr(step, field)
    if value is None:
        return ""
    if field == "offset_days":
        return describe_moment(value, anchor)
    return describe_days(value) if field == "duration_days" else str(value)


def _situations_of(step: Step) -> Iterable[StepSituation]:
    """Of a step of a whole journey, or of one by itself; a new one has none."""
    loaded = getattr(step, "loaded_step_situations", None)
    if loaded is not None:
        return loaded
    return step.step_situations.all() if step.pk else ()


def _phase(row: Row, _column: Column, _anchor: str) -> dict:
    return {"kind": "phase", "words": row.phase.name}


def _number(row: Row, _column: Column, _anchor: str) -> dict:
    return {"kind": "number", "words": str(row.number), "address": ""}


def _title(row: Row, _column: Column, _anchor: str) -> dict:
    return {"kind": "title", "evidence": row.picture.head.evidence}


def _moment(row: Row, _column: Column, anchor: str) -> dict:
    """Of a step without a moment it is told where it stands between its neighbours."""
    if row.step.offset_days is not None:
        return {"soft": _("earlier than the step before") if row.picture.head.moved else ""}
    if row.time is None:
        return {}
    words = describe_roughly(rounded(row.time, 0), anchor)
    return {"soft": _("about %(moment)s (estimated)") % {"moment": words}}


def _feeling(row: Row, _column: Column, _anchor: str) -> dict:
    feeling = row.step.feeling
    copied = "" if feeling is None else str(row.step.get_feeling_display())
    return {"kind": "feeling", "words": "", "copied": copied, "feeling": feeling}


def _situations(row: Row, _column: Column, _anchor: str) -> dict:
    return {"words": ", ".join(row.picture.head.situations)}


def _as_it_is(_row: Row, _column: Column, _anchor: str) -> dict:
    return {}


def _cards(row: Row, column: Column, _anchor: str) -> dict:
    """What the first ones that lie there say, and how many there are more."""
    names = [getattr(card, NAMED[column.lane]) for card in getattr(row.picture, column.lane)]
    more = f" (+{len(names) - TOLD})" if len(names) > TOLD else ""
    return {"words": " · ".join(names[:TOLD]) + more}


def _pains(row: Row, column: Column, anchor: str) -> dict:
    return _cards(row, column, anchor) | {"resting": resting_of(row.picture.pains)}


NAMED = {"contacts": "name", "pains": "text", "improvements": "title", "facts": "text", "processes": "title"}
SPECIAL = {
    "fase": _phase,
    "nummer": _number,
    "titel": _title,
    "moment": _moment,
    "gevoel": _feeling,
    "situaties": _situations,
    "knelpunten": _pains,
    **dict.fromkeys(("duur", "doen", "denken", "nodig", "bedacht"), _as_it_is),
}
