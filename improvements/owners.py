"""Who takes an improvement up: a colleague, a department or partner, or someone known by a name alone."""

from collections import Counter
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from improvements.models import Improvement
from organisations.forms import Known
from organisations.models import Organisation, User
from organisations.models.content import holds_control_character
from organisations.plain import plain
from touchpoints.models import Party

Owner = User | Party | str


def colleagues(organisation: Organisation) -> list[User]:
    """Who belongs to the organisation, and may sign in."""
    active = User.objects.filter(is_active=True, memberships__organisation=organisation)
    return list(active.order_by("first_name", "last_name", "email"))


def owners(organisation: Organisation) -> dict[str, Owner]:
    """Everyone who could take an improvement up, by a name that no one else has."""
    known = [*colleagues(organisation), *organisation.parties.all()]
    names = Counter(str(one).casefold() for one in known)
    by_name: dict[str, Owner] = {
        str(one) if names[str(one).casefold()] == 1 else in_full(one): one for one in known
    }
    earlier = Improvement.objects.filter(organisation=organisation, owner_person=None, owner_party=None)
    for name in earlier.exclude(owner="").values_list("owner", flat=True).distinct():
        by_name.setdefault(name, name)
    return dict(sorted(by_name.items(), key=lambda item: item[0].casefold()))


def in_full(owner: User | Party) -> str:
    """What tells someone from a namesake."""
    return f"{owner} ({owner.email})" if isinstance(owner, User) else f"{owner} ({owner.get_kind_display()})"


def owner_of(improvement: Improvement) -> Owner:
    return improvement.owner_person or improvement.owner_party or improvement.owner


class OwnerField(forms.CharField):
    """Gives a colleague or a party of the organisation, or else the name as it was typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = Known(attrs={"autocomplete": "off"})
        super().__init__(label=_("Owner"), max_length=300, required=False, widget=widget, **kwargs)
        self.known: dict[str, Owner] = {}

    def offer(self, organisation: Organisation) -> None:
        self.known = owners(organisation)
        self.widget.known = list(self.known)

    def to_python(self, value: Any) -> Owner:
        text = super().to_python(value)
        for alike in (str.casefold, plain):  # accents may be left out
            called = [owner for name, owner in self.known.items() if alike(name) == alike(text)]
            if called:
                return called[0]
        return text

    def run_validators(self, value: Owner) -> None:
        if isinstance(value, str):
            super().run_validators(value)

    def validate(self, value: Owner) -> None:
        if holds_control_character(value):
            raise forms.ValidationError(
                _("This holds a character that cannot be saved. Type the text again.")
            )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return next((name for name, owner in self.known.items() if owner == value), str(value or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.prepare_value(initial) != self.prepare_value(self.to_python(data))
