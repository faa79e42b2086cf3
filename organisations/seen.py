"""Two people in one form: what someone else wrote meanwhile is shown, never overwritten unseen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.choices import flatten_choices
from django.utils.translation import gettext_lazy as _

from organisations.guarded import Guarded
from organisations.history import writer_of

TAKE, KEEP, CONFLICT = "take", "keep", "conflict"


@dataclass(frozen=True)
class Theirs:
    """What a field holds now that someone else wrote it; `who` is empty where it is not known."""

    text: str
    who: str = ""
    when: datetime | None = None


class SeenForm(Guarded, forms.ModelForm):
    """Knows what its user saw: each field carries what it held when the form opened (a hidden initial).

    Only what its user changed is written, so two people get in each other's way only in the same field. There
    both texts are shown; buttons named `take` and `keep` choose, and saving again keeps what the field says.
    """

    also_seen: ClassVar[tuple[str, ...]] = ()  # fields that are not of the row itself

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: dict[str, Theirs] = {}
        known = (*self._meta.fields, *self.also_seen)
        self.kept = [name for name in known if name in self.fields and self.instance.pk]
        self.tells_seen = any(self.add_initial_prefix(name) in self.data for name in self.kept)
        for name in self.kept:
            self.fields[name].show_hidden_initial = self.tells_seen or not self.is_bound
        if self.data.get(TAKE) in self.kept:
            self._take(self.data[TAKE])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned = self.cleaned_data if cleaned is None else cleaned
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = value.replace("\r\n", "\n")
        if self.tells_seen:
            for name in [name for name in self.kept if name in cleaned]:
                self._mind_others(name, cleaned)
        return cleaned

    def _take(self, name: str) -> None:
        """Fill in what the other wrote, as it was shown."""
        self.data = self.data.copy()
        self.data.setlist(self.add_prefix(name), self.data.getlist(self.add_initial_prefix(name)))

    def _mind_others(self, name: str, cleaned: dict[str, Any]) -> None:
        """Keep what someone else wrote where its user changed nothing; tell it where both did."""
        field, now = self.fields[name], self.get_initial_for_field(self.fields[name], name)
        typed, seen = self[name].data, self._seen(name)
        if self._is_open(name):
            self._show_newer(name, now)
        if not _differ(field, seen, field.prepare_value(now)) or not _differ(field, now, typed):
            return
        if _differ(field, seen, typed):
            self._show_newer(name, now)
        else:
            cleaned[name] = self._kept_value(name, now)

    def _is_open(self, name: str) -> bool:
        """Whether both texts were shown, and so far only another field was chosen."""
        choice = self.data.get(TAKE) or self.data.get(KEEP)
        return bool(choice) and name != choice and name in self.data.getlist(CONFLICT)

    def _kept_value(self, name: str, now: Any) -> Any:
        field = self.fields[name]
        if name in self.also_seen:
            return field.clean(field.prepare_value(now))
        kept = getattr(self.instance, name)
        return kept.all() if isinstance(field, forms.ModelMultipleChoiceField) else kept

    def _seen(self, name: str) -> Any:
        """What the field held when the form opened."""
        field = self.fields[name]
        sent = field.hidden_widget().value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
        try:
            return field.to_python(sent)
        except forms.ValidationError:
            return None

    def _show_newer(self, name: str, now: Any) -> None:
        if name in self.theirs:
            return
        held = self.fields[name].prepare_value(now)
        self.data = self.data.copy()
        values = held if isinstance(held, list) else ["" if held is None else held]
        self.data.setlist(self.add_initial_prefix(name), [str(value) for value in values])
        self.theirs[name] = Theirs(_said(self.fields[name], held), *self._writer(name))
        self.add_error(name, _("Someone else changed this while it was open. Choose, or mix both by hand."))

    def _writer(self, name: str) -> tuple[str, datetime | None]:
        """Who changed it last, as far as the history of the row itself tells."""
        for field in self._meta.model._meta.concrete_fields:
            if field.name == name:
                return writer_of(self.instance, field, self.instance.organisation)
        return "", None


def _said(field: forms.Field, held: Any) -> str:
    """What a field holds in the words that its user chooses from."""
    if isinstance(field, forms.BooleanField) and not isinstance(field, forms.NullBooleanField):
        return str(_("yes") if held else _("no"))
    values = [str(value) for value in (held if isinstance(held, list) else [held]) if value not in (None, "")]
    choices = getattr(field, "choices", None) or getattr(field.widget, "choices", [])
    words = {str(value): str(label) for value, label in flatten_choices(choices)}
    words |= (
        {"True": str(_("yes")), "False": str(_("no"))} if isinstance(field, forms.NullBooleanField) else {}
    )
    return ", ".join(words.get(value, value) for value in values) or "–"


def _differ(field: forms.Field, value: Any, sent: Any) -> bool:
    """Whether what was sent says something else; browsers send each line end as two characters."""
    plain = [text.replace("\r\n", "\n") if isinstance(text, str) else text for text in (value, sent)]
    return field.has_changed(*plain)
