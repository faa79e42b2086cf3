"""Where a block of a spreadsheet goes, and what is done with it: shown first, then written in one change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from journeys.models import Journey, Phase, Step
from journeys.table.columns import BY_KEY, Column
from journeys.table.pasting import SHOWN, Asked, Block, Laid, Laying, Proposal, block_of
from journeys.table.rows import Row

MAKE, LEAVE_OUT = "maken", "weg"
MOST_ROWS = 500
WRITE, LOOKED_AT = "schrijven", "bekeken"  # the button that writes, and which block was shown


class PasteForm(forms.Form):
    """`rows` and `columns`: as they are on screen, in that order."""

    tekst = forms.CharField(
        label=gettext_lazy("What you copied"),
        help_text=gettext_lazy(
            "Copy cells in the spreadsheet and paste them here. With the names of the columns in the first "
            "row, such as ‘Step’ and ‘Feeling’, each goes to its own column."
        ),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    kolom = forms.ChoiceField(label=gettext_lazy("From which column on?"), required=False)
    stap = forms.ChoiceField(label=gettext_lazy("From which step on?"), required=False)
    leeg = forms.BooleanField(label=gettext_lazy("Empty cells empty what is there"), required=False)

    def __init__(
        self, data: Any, *, rows: Sequence[Row], columns: Sequence[Column], initial: Mapping
    ) -> None:
        super().__init__(data, initial={"stap": initial.get("stap"), "kolom": initial.get("kolom", "titel")})
        self.rows, self.columns = rows, columns
        self.fields["kolom"].choices = [(column.key, column.name) for column in columns]
        numbered = _("%(number)s. %(step)s")
        self.fields["stap"].choices = [
            (str(row.id), numbered % {"number": row.number, "step": row.step.title}) for row in rows
        ]

    def clean_tekst(self) -> str:
        text = self.cleaned_data["tekst"]
        if text.count("\n") > MOST_ROWS:
            raise forms.ValidationError(
                _("This has more than %(count)s rows. Paste it in parts.") % {"count": MOST_ROWS}
            )
        return text

    def block(self) -> Block:
        start = BY_KEY[self.cleaned_data["kolom"] or "titel"]
        return block_of(self.cleaned_data["tekst"], self.columns, start)

    def rows_from(self) -> list[Row]:
        """Those that the block lies over, from the chosen step on."""
        chosen = self.cleaned_data["stap"]
        at = next((place for place, row in enumerate(self.rows) if str(row.id) == chosen), 0)
        return list(self.rows[at:])


@dataclass(frozen=True, slots=True)
class Pasting:
    """What would change. `more`: rows for which there is no step, and `choice` what becomes of them;
    `outside`: names of columns in which nothing is typed; `beyond`: how many have no place in the table.
    `token`: by which this block is known again; `shown`: names of the cells that were shown before.
    """

    laid: Sequence[Laid]
    new: Sequence[Laid]
    more: int
    choice: str
    outside: Sequence[str]
    beyond: int
    has_empty: bool
    empties: bool
    can_make: bool
    phase: int | None
    token: str
    shown: frozenset[str]

    @property
    def proposals(self) -> list[Proposal]:
        return [one for laid in (*self.laid, *self.new) for one in laid.proposals]

    @property
    def changed(self) -> int:
        return sum(not one.left and not one.errors for laid in self.laid for one in laid.proposals)

    @property
    def problems(self) -> int:
        return sum(bool(one.errors) and not one.left for one in self.proposals)

    @property
    def is_ready(self) -> bool:
        """Whether all of it was shown and can be read, and each row has a place."""
        was_shown = all(one.name in self.shown for one in self.proposals)
        return was_shown and not self.problems and (not self.more or bool(self.choice))

    @property
    def writes(self) -> bool:
        return bool(self.changed or self.new)

    def save(self) -> list[Step]:
        """Write it; inside a change of the journey."""
        for laid in self.laid:
            if any(not one.left for one in laid.proposals):
                laid.form.save()
        for laid in self.new:
            laid.form.save(commit=False)
            laid.step.place_after(laid.step.phase.steps.last())
            laid.form.save_m2m()
        return [laid.step for laid in self.new]


def pasting_of(form: PasteForm, journey: Journey, post: Any) -> Pasting:
    """`post`: what was sent. Steps are read anew, so under a lock they are as they will be written."""
    block, rows = form.block(), form.rows_from()
    numbers = {row.id: row.number for row in rows[: len(block.rows)]}
    found = Step.objects.filter(phase__journey=journey, pk__in=numbers).select_related("phase")
    known = {step.pk: step for step in found.prefetch_related("only_for", "step_situations")}
    steps = [known[pk] for pk in numbers if pk in known]
    phases = list(journey.phases.all())
    phase = _phase(phases, post.get("fase", ""), rows)
    more, choice = max(0, len(block.rows) - len(steps)), post.get("nieuw", "")
    can_make = bool(phase) and any(column and column.field == "title" for column in block.columns)
    if choice not in (MAKE, LEAVE_OUT) or (choice == MAKE and not can_make):
        choice = ""
    token = _token(form, block, [step.pk for step in steps], phase if choice == MAKE else None)
    asked = Asked(post, form.cleaned_data["leeg"], post.get(LOOKED_AT) == token)
    situations = {situation.name: situation.pk for situation in journey.life_event.situations.all()}
    laying = Laying(block, journey.life_event, situations, asked)
    return Pasting(
        laid=laying.over(steps, numbers),
        new=laying.as_new(len(steps), phases, phase) if more and choice == MAKE else [],
        more=more,
        choice=choice,
        outside=_outside(block),
        beyond=sum(column is None for column in block.columns),
        has_empty=any(not cell.strip() for row in block.rows for cell in row),
        empties=asked.empties,
        can_make=can_make,
        phase=phase.pk if phase else None,
        token=token,
        shown=frozenset(post.getlist(SHOWN) if asked.seen_before else ()),
    )


def _phase(phases: Sequence[Phase], chosen: str, rows: Sequence[Row]) -> Phase | None:
    """The one that was chosen, or else that of the last step on screen."""
    by_number = {str(phase.pk): phase for phase in phases}
    last = str(rows[-1].phase.id) if rows else ""
    return by_number.get(chosen) or by_number.get(last) or (phases[-1] if phases else None)


def _token(form: PasteForm, block: Block, steps: Sequence[int], phase: Phase | None) -> str:
    """By this the very same block over the very same steps is known again; `phase`: of new ones."""
    text = form.cleaned_data["tekst"].replace("\r\n", "\n")
    columns = [column and column.key for column in block.columns]
    told = (text, columns, steps, phase and phase.pk, form.cleaned_data["leeg"])
    return sha256(repr(told).encode()).hexdigest()


def _outside(block: Block) -> list[str]:
    """Columns of the table in which nothing can be typed, and that the block has something for."""
    filled = [any(cells[at : at + 1] != ("",) for cells in block.rows) for at in range(len(block.columns))]
    read_only = {column.key: str(column.name) for column in block.columns if column and not column.field}
    return [
        read_only[column.key]
        for column, has_text in zip(block.columns, filled, strict=True)
        if has_text and column and column.key in read_only
    ]
