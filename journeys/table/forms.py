"""What one types in a cell of the table: any field of a step, by itself or in a row."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from journeys.forms import FeelingForm, HeadForm
from journeys.models import LifeEvent, Step
from journeys.moments import UnclearMoment, describe_days, parse_days
from journeys.table.columns import EDITABLE, Column

UNREADABLE = {
    "feeling": gettext_lazy("This is no feeling. Write for example “good” or a number from −2 to 2."),
    "only_for": gettext_lazy("“%(pk)s” is no situation of this life event."),
}
LONG = forms.Textarea(attrs={"rows": 4})


class DaysField(forms.CharField):
    """A length of time in whole days, typed as people say it: '3', '3 dagen', '2 weken'."""

    default_error_messages = {
        "unclear": gettext_lazy("This is not clear. Write for example “3 days” or “2 weeks”."),
    }

    def clean(self, value: str) -> int | None:
        text = super().clean(value)
        try:
            return parse_days(text) if text else None
        except UnclearMoment:
            raise forms.ValidationError(self.error_messages["unclear"], code="unclear") from None

    def prepare_value(self, value: Any) -> Any:
        return describe_days(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: str) -> bool:
        try:
            before = self.clean(initial) if isinstance(initial, str) else initial
            return self.clean(data) != before
        except forms.ValidationError:
            return True


class CellsForm(HeadForm):
    """The fields of a step that are in the table, or `only` some of them."""

    feeling = FeelingForm.base_fields["feeling"]
    duration_days = DaysField(
        label=gettext_lazy("How long does it take?"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("For example “3 days” or “2 weeks”."),
    )

    class Meta(HeadForm.Meta):
        fields = [column.field for column in EDITABLE]
        widgets = {
            **HeadForm.Meta.widgets,
            **dict.fromkeys(("doing", "thinking", "needs", "designed"), LONG),
        }

    def __init__(self, *args: Any, only: Collection[str], **kwargs: Any) -> None:
        self.base_fields = {name: self.base_fields[name] for name in only if name in self.base_fields}
        super().__init__(*args, **kwargs)
        if "only_for" in self.fields:  # known already: no question to the database
            situations = kwargs["life_event"].situations.all()
            self.fields["only_for"].choices = [(one.pk, one.name) for one in situations]
        for name in self.fields.keys() & UNREADABLE.keys():
            self.fields[name].error_messages |= dict.fromkeys(
                ("invalid_choice", "invalid_pk_value"), UNREADABLE[name]
            )


@dataclass(frozen=True, slots=True)
class EmptyEditor:
    """What opens in a cell of a column; the browser fills in what the cell holds."""

    key: str
    heading: str
    form: str


def cell_form(data: Any, column: Column, *, step: Step, life_event: LifeEvent) -> CellsForm:
    return CellsForm(data, only=[column.field], instance=step, life_event=life_event, auto_id="cel_%s")


def heading_of(column: Column, step: str) -> str:
    return _("%(column)s of “%(step)s”") % {"column": column.name, "step": step}


def editors(life_event: LifeEvent) -> list[EmptyEditor]:
    """One for each column that one can type in; of situations only where the life event has some."""
    forms = [(column, cell_form(None, column, step=Step(), life_event=life_event)) for column in EDITABLE]
    return [
        EmptyEditor(column.key, heading_of(column, "{step}"), form.render())
        for column, form in forms
        if form.fields
    ]
