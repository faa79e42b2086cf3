"""What the table shows: its columns, its rows, and how they are sorted and filtered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from journeys.looking import STEP, Look
from journeys.redrawing import Seen
from journeys.table.cells import drawn_rows
from journeys.table.columns import COLUMNS, Column
from journeys.table.forms import EmptyEditor, editors
from journeys.table.rows import Row, rows_of
from journeys.table.view import FILTERS, LACKING, OWN, SIGHTS, SORT, Choice, View, choices, view_of


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column; `sorted`: as ARIA says it; `url`: sorts by it, the other way, or not any more."""

    column: Column
    sorted: str
    url: str


def table(context: Mapping[str, Any]) -> dict[str, Any]:
    """What its template needs besides the map's context."""
    look, picture = context["look"], context["picture"]
    view = view_of(look)
    rows = view.of(picture)
    draw = partial(drawn_rows, columns=COLUMNS, look=look, anchor=context["anchor"], url=context["url"])
    changed = _changed(context.get("before"), context.get("edited", ""), rows, rows_of(picture))
    return {
        "view": view,
        "headings": [_heading(column, view, look) for column in COLUMNS],
        "rows": draw(rows) if changed is None else [],
        "changed_rows": None if changed is None else draw(changed),
        "said_of_view": view.in_words(len(rows), len(picture.steps)),
        "phases": [Choice(str(one.id), one.name, str(one.id) == view.phase) for one in picture.phases],
        "sights": choices(SIGHTS, [view.sight]),
        "lacking": choices(LACKING, view.lacks),
        "kept": [(name, value) for name, value in look.fields() if name not in OWN],
        "orders": _orders(view),
        "without_filters": look.address(**dict.fromkeys(FILTERS)),
        "paste_address": look.address().replace(look.base, f"{look.base}plakken/", 1),
        "in_own_order": look.address(**{SORT: None}),
        "editors": _editors(context) if changed is None else [],
    }


def _editors(context: Mapping[str, Any]) -> list[EmptyEditor]:
    return editors(context["journey"].life_event) if context["can_edit"] else []


def _orders(view: View) -> list[Choice]:
    """Each column from low to high; the way that it is sorted now, where that is from high to low."""
    found = []
    for column in COLUMNS:
        down = view.sort is column and view.descending
        label = f"{column.name}, {_('descending')}" if down else column.name
        found.append(Choice(f"-{column.key}" if down else column.key, label, view.sort is column))
    return found


def _heading(column: Column, view: View, look: Look) -> Heading:
    step = str(look.step) if look.step else None
    key, said = column.key, "none"
    if view.sort is column:
        key, said = (None, "descending") if view.descending else (f"-{key}", "ascending")
    return Heading(column, said, look.address(**{SORT: key, STEP: step}))


def _changed(
    before: Seen | None, edited: str, shown: Sequence[Row], every: Sequence[Row]
) -> list[Row] | None:
    """The rows to draw again after a change, so that no row goes elsewhere under the hands; None: all.

    The row that was edited stays, also where it doesn't fit the filter any more.
    """
    if before is None:
        return None
    old = rows_of(before.picture)
    if [(row.id, row.phase.name) for row in old] != [(row.id, row.phase.name) for row in every]:
        return None
    touched = {row.id for was, row in zip(old, every, strict=True) if was.picture != row.picture}
    here, on_screen = edited.removeprefix("c").partition("-")[0], {row.id for row in shown}
    return [row for row in every if (row.id in touched & on_screen) or str(row.id) == here]
