"""A block of a spreadsheet laid over the table: what would change, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from journeys.models import LifeEvent, Phase, Step
from journeys.table.cells import typed_in
from journeys.table.clipboard import cells_of
from journeys.table.columns import EDITABLE, Column, called
from journeys.table.forms import CellsForm
from journeys.table.reading import as_typed
from organisations.guarded import KEEP, Question
from organisations.seen import Theirs

# Fields of the form: cells to leave as they are, what is typed instead, and cells that were shown.
LEAVE, MEND, SHOWN = "laat", "herstel", "getoond"


@dataclass(frozen=True, slots=True)
class Block:
    """`columns`: where each cell of a row belongs; None has no place in the table."""

    columns: tuple[Column | None, ...]
    rows: tuple[tuple[str, ...], ...]
    has_names: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of one cell. `name`: of its field; `seen`: what it holds now, as the form sends it.

    `text`: what was pasted or typed for it. `left`: someone chose to leave it as it is.
    """

    column: Column
    name: str
    seen: tuple[str, ...]
    before: str
    after: str
    text: str
    errors: tuple[str, ...] = ()
    theirs: Theirs | None = None
    personal: Question | None = None
    left: bool = False

    @property
    def is_told(self) -> bool:
        """A cell that stays the same is not told of."""
        return bool(self.errors) or self.left or self.before != self.after


@dataclass(frozen=True, slots=True)
class Laid:
    """One row of the block over a step, or as a new one (`step` has no number yet)."""

    number: int
    title: str
    step: Step
    form: CellsForm
    proposals: list[Proposal]


@dataclass(frozen=True, slots=True)
class Asked:
    """What someone sent with the block. `seen_before`: whether this very block was shown before."""

    post: QueryDict
    empties: bool
    seen_before: bool


def block_of(text: str, columns: Sequence[Column], start: Column) -> Block:
    """Named by its own first row, or else from `start` to the right, over the columns that are shown."""
    rows = [tuple(row) for row in cells_of(text)]
    named = [called(cell) for cell in rows[0]]
    filled = [column for column, cell in zip(named, rows[0], strict=True) if cell.strip()]
    if filled and all(filled) and (len(filled) > 1 or len(rows) > 1):
        return Block(tuple(named), tuple(rows[1:]), has_names=True)
    at = columns.index(start) if start in columns else 0
    width = max(map(len, rows))
    places = (*columns[at : at + width], *[None] * width)
    return Block(tuple(places[:width]), tuple(rows), has_names=False)


@dataclass(frozen=True, slots=True)
class Laying:
    """What holds for all rows of a block. `situations`: their numbers by name."""

    block: Block
    life_event: LifeEvent
    situations: Mapping[str, int]
    asked: Asked

    def over(self, steps: Sequence[Step], numbers: Mapping[int, int]) -> list[Laid]:
        """The rows of the block over these steps, from the first on."""
        return [
            self._laid(step, numbers[step.pk], str(step.pk), self._texts(cells, str(step.pk)))
            for step, cells in zip(steps, self.block.rows, strict=False)
        ]

    def as_new(self, skip: int, phases: Sequence[Phase], phase: Phase) -> list[Laid]:
        """What more rows there are as new steps: in the phase that a row names, or else in `phase`."""
        names, laid = {one.name.casefold(): one for one in phases}, []
        for number, cells in enumerate(self.block.rows[skip:], start=1):
            where = names.get(self._named_phase(cells), phase)
            step = Step(organisation=where.organisation, phase=where)
            laid.append(
                self._laid(step, number, f"n{number}", {"title": ""} | self._texts(cells, f"n{number}"))
            )
        return laid

    def _named_phase(self, cells: Sequence[str]) -> str:
        columns = zip(self.block.columns, cells, strict=False)
        return next(
            (cell.strip().casefold() for column, cell in columns if column and column.key == "fase"), ""
        )

    def _texts(self, cells: Sequence[str], prefix: str) -> dict[str, str]:
        """By field what to write; an empty cell says nothing, unless someone chose that it empties."""
        texts = {}
        for column, text in zip(self.block.columns, cells, strict=False):
            if column is None or not column.field:
                continue
            mended = self.asked.post.get(f"{MEND}-{prefix}-{column.field}", text)
            if mended.strip() or self.asked.empties:
                texts[column.field] = mended
        return texts

    def _laid(self, step: Step, number: int, prefix: str, texts: dict[str, str]) -> Laid:
        anchor, post = self.life_event.anchor, self.asked.post
        left = {name for name in texts if f"{prefix}-{name}" in post.getlist(LEAVE)}
        before = {name: (typed_in(step, name, anchor), in_words(step, name, anchor)) for name in texts}
        form = CellsForm(
            self._sent(prefix, texts),
            only=texts.keys() - left,
            instance=step,
            life_event=self.life_event,
            prefix=prefix,
        )
        title = step.title
        form.is_valid()
        proposals = [
            Proposal(
                column,
                f"{prefix}-{name}",
                tuple(before[name][0].split() if name == "only_for" else before[name][:1]),
                before[name][1],
                after_in_words(form, name, anchor) if name not in left else before[name][1],
                texts[name],
                self._errors(form, name, texts[name]),
                form.theirs.get(name),
                form.personal.get(name),
                name in left,
            )
            for column in EDITABLE
            if (name := column.field) in texts
        ]
        return Laid(number, title, step, form, [one for one in proposals if one.is_told])

    def _errors(self, form: CellsForm, name: str, text: str) -> tuple[str, ...]:
        if name == "only_for" and text.strip() and not self.situations:
            return (_("This life event has no situations."),)
        return tuple(form.errors.get(name, ()))

    def _sent(self, prefix: str, texts: Mapping[str, str]) -> QueryDict:
        """As the form of a row would send it, with what its user saw."""
        data, post = QueryDict(mutable=True), self.asked.post
        data.setlist(KEEP, post.getlist(KEEP))
        for name, text in texts.items():
            data.setlist(f"{prefix}-{name}", as_typed(name, text, self.situations))
            seen = f"initial-{prefix}-{name}"
            if self.asked.seen_before and seen in post:
                data.setlist(seen, post.getlist(seen))
        return data


def in_words(step: Step, field: str, anchor: str) -> str:
    """What a field of a step holds, as people read it."""
    if field == "only_for":
        return ", ".join(situation.name for situation in step.only_for.all()) if step.pk else ""
    if field == "feeling":
        return "" if step.feeling is None else str(step.get_feeling_display())
    return typed_in(step, field, anchor)


def after_in_words(form: CellsForm, field: str, anchor: str) -> str:
    """What it will hold; empty where that can't be read."""
    if field in form.errors:
        return ""
    if field == "only_for":
        return ", ".join(situation.name for situation in form.cleaned_data.get(field, ()))
    return in_words(form.instance, field, anchor)
