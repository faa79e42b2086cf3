"""What the forms of content have in common."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.shortcuts import get_object_or_404
from django.utils.translation import ngettext

from organisations.models import Organisation
from organisations.seen import SeenForm


class ContentForm(SeenForm):
    """A form for a row of one organisation: names are checked among the rows of that organisation.

    What is sent is compared with the row as it is now, which nobody else changes until this request ends.
    """

    def __init__(
        self, data: Any = None, *args: Any, instance: Any = None, organisation: Organisation, **kwargs: Any
    ) -> None:
        if data is not None and instance is not None and instance.pk:
            rows = type(instance).objects.select_for_update(of=("self",), no_key=True)
            instance = get_object_or_404(rows, pk=instance.pk)
        super().__init__(data, *args, instance=instance, **kwargs)
        self.organisation = organisation
        self.instance.organisation = organisation

    def _post_clean(self) -> None:
        """What is there twice is told beside its field, where that is one; Django tells it above the form."""
        super()._post_clean()
        above = self.errors.get(NON_FIELD_ERRORS)
        for constraint in self._meta.model._meta.constraints if above else ():
            typed = [name for name in getattr(constraint, "fields", ()) if name in self.fields]
            told = [error for error in above.data if error.message == constraint.violation_error_message]
            if len(typed) == 1 and told:
                above.data = [error for error in above.data if error not in told]
                self.add_error(typed[0], told)
        if above is not None and not above.data:
            del self.errors[NON_FIELD_ERRORS]
        if "name" in self.changed_data and not self.errors:
            self._refuse_other_capitals()

    def _refuse_other_capitals(self) -> None:
        """To people 'Verhuizen' and 'verhuizen' are one name; a constraint of the database minds capitals."""
        model = self._meta.model
        for constraint in model._meta.constraints:
            fields = getattr(constraint, "fields", ())
            if "name" not in fields:
                continue
            beside = {model._meta.get_field(name).attname for name in fields} - {"name"}
            alike = {name: getattr(self.instance, name) for name in beside}
            others = model._default_manager.exclude(pk=self.instance.pk)
            if others.filter(**alike, name__iexact=self.instance.name).exists():
                self.add_error("name", constraint.violation_error_message)

    def _get_validation_exclusions(self) -> set[str]:
        """Django skips a constraint with a field that the form lacks; here the form knows it all the same."""
        return super()._get_validation_exclusions() - {"organisation"}


class Lines(forms.CharField):
    """A list of texts, one on a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, *, longest: int = 10_000, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest

    def prepare_value(self, value: str | list[str] | None) -> str:
        return value if isinstance(value, str) else "\n".join(value or [])

    def to_python(self, value: Any) -> list[str]:
        return [line.strip() for line in super().to_python(value).splitlines() if line.strip()]

    def run_validators(self, value: list[str]) -> None:
        for line in value:
            super().run_validators(line)
            if len(line) > self.longest:
                message = ngettext(
                    "A line has at most %(count)s character.",
                    "A line has at most %(count)s characters.",
                    self.longest,
                )
                raise forms.ValidationError(message % {"count": self.longest})

    def has_changed(self, initial: list[str] | str | None, data: str | None) -> bool:
        return self.to_python(self.prepare_value(initial)) != self.to_python(data)


class Known(forms.TextInput):
    """A box to type in, that offers what there already is."""

    template_name = "components/_known.html"

    def __init__(self, known: list[str] | None = None, attrs: dict | None = None) -> None:
        super().__init__(attrs)
        self.known = known or []

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}-known"
        context["widget"]["attrs"]["list"] = listed
        return {**context, "known": self.known, "listed": listed}
