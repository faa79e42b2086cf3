"""Free text is checked for what points at one person: the form asks, and never refuses."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.personal_data import BSN, EMAIL, IBAN, PHONE, Found, personal_data

KEEP = "keep_personal"  # a tick box: what someone keeps on purpose, and nothing but that
BETWEEN = "|"  # in none of what can be found
TOLD = 5
SENTENCES = {
    BSN: _("There seems to be a citizen service number (BSN) in it: “%(found)s”."),
    PHONE: _("There seems to be a phone number in it: “%(found)s”."),
    EMAIL: _("There seems to be an e-mail address in it: “%(found)s”."),
    IBAN: _("There seems to be a bank account number in it: “%(found)s”."),
}
NO_TEXT = (forms.EmailField, forms.URLField)


@dataclass(frozen=True, slots=True)
class Question:
    """What was found in a field, and whether its user said to keep it."""

    found: str
    kept: bool


class Guarded(forms.BaseForm):
    """Asks at saving about what its user typed anew; what stood there already was asked about before.

    Its answer is a tick box, which `components/_personal.html` draws beside the field.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.personal: dict[str, Question] = {}

    def _clean_fields(self) -> None:
        super()._clean_fields()
        for name in [name for name in self.cleaned_data if is_free_text(self.fields[name])]:
            self._ask_about(name, text_of(self.cleaned_data[name]))

    def _ask_about(self, name: str, text: str) -> None:
        before = self.fields[name].prepare_value(self.get_initial_for_field(self.fields[name], name))
        known = {one.text for one in personal_data(text_of(before))}
        found = [one for one in personal_data(text) if one.text not in known]
        if not found:
            return
        joined = BETWEEN.join(dict.fromkeys(one.text for one in found))
        kept = self._kept().issuperset(one.text for one in found)
        self.personal[name] = Question(joined, kept)
        if not kept:
            self.add_error(name, self.asking(name, found))

    def _kept(self) -> set[str]:
        sent = self.data.getlist(KEEP) if hasattr(self.data, "getlist") else []
        return {text for value in sent for text in value.split(BETWEEN)}

    def asking(self, name: str, found: Iterable[Found]) -> list[str]:
        """The sentences that tell what was found."""
        return [str(sentence(one)) for one in list(found)[:TOLD]]


class GuardedForm(Guarded, forms.Form):
    """A form that is about no single row."""


def sentence(found: Found) -> str:
    return SENTENCES[found.kind] % {"found": found.text}


def is_free_text(field: forms.Field) -> bool:
    typed = isinstance(field, forms.CharField) and not isinstance(field, NO_TEXT)
    return typed and getattr(field.widget, "input_type", "text") == "text"


def text_of(value: Any) -> str:
    """As it was typed, also where it is a list; nothing where it has become something else."""
    return "\n".join(value) if isinstance(value, list) else value if isinstance(value, str) else ""
