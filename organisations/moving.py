"""Whatever is used can go once all that uses it is moved to another of its kind."""

from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from organisations.models import Content


class Sisters(forms.ModelChoiceField):
    """Others of the same kind, each with all that tells it from one of the same name."""

    def label_from_instance(self, row: Model) -> str:
        return getattr(row, "name_in_full", None) or str(row)


class MoveForm(forms.Form):
    """Where everything goes; `without` is a choice for nothing at all, where that can be."""

    to = Sisters(label=_("Move everything to"), queryset=None)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        row: Content,
        sisters: QuerySet,
        address: str,
        without: str = "",
        note: str = "",
    ) -> None:
        super().__init__(data)
        field = self.fields["to"]
        field.queryset = sisters.exclude(pk=row.pk)
        field.help_text = note
        field.error_messages["required"] = _("Choose where everything goes.")
        if without:
            field.required, field.empty_label = False, without
        self.action = address

    @property
    def can_move(self) -> bool:
        """Whether there is anything to choose."""
        field = self.fields["to"]
        return not field.required or field.queryset.exists()

    def target(self) -> Any:
        return self.cleaned_data["to"]
