"""A touchpoint is chosen by typing: what is known is offered, and what is not known is made on the way."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.forms import Known
from organisations.guarded import GuardedForm
from organisations.models import Organisation
from organisations.models.content import holds_control_character
from organisations.plain import plain
from touchpoints.models import Party, Touchpoint

NEW = ("new_channel", "new_party", "new_party_kind")


def said(touchpoint: Touchpoint) -> str:
    """By name, with who stands behind it and through which channel."""
    return f"{touchpoint.name} ({touchpoint.party}, {touchpoint.get_channel_display()})"


class TouchpointBox(Known):
    """Tells a module which fields a new name asks for."""

    def __init__(self) -> None:
        super().__init__(attrs={"autocomplete": "off", "data-names-new": "new_"})


class TouchpointField(forms.CharField):
    """Gives a touchpoint of the organisation, or the name of one that isn't there yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=1000, widget=TouchpointBox(), **kwargs)
        self.known: list[Touchpoint] = []

    def offer(self, organisation: Organisation) -> None:
        self.known = list(organisation.touchpoints.select_related("party"))
        self.widget.known = [said(touchpoint) for touchpoint in self.known]

    def to_python(self, value: Any) -> Touchpoint | str | None:
        text = super().to_python(value)
        return (self._found(text) or text) if text else None

    def _found(self, text: str) -> Touchpoint | None:
        """By all that is said of it, or by its name if there is one of that name; accents may be left out."""
        for alike in (str.casefold, plain):
            typed = alike(text)
            called = [one for one in self.known if alike(said(one)) == typed]
            called = called or [one for one in self.known if alike(one.name) == typed]
            if called:
                return called[0] if len(called) == 1 else None
        return None

    def run_validators(self, value: Touchpoint | str | None) -> None:
        if isinstance(value, str):
            super().run_validators(value)

    def prepare_value(self, value: Any) -> Any:
        held = next((one for one in self.known if value in (one.pk, one)), None)
        return said(held) if held else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (self.prepare_value(self.to_python(data)) or "")


class NewTouchpointFields(GuardedForm):
    """What has to be known of a touchpoint that has only a name."""

    new_channel = forms.ChoiceField(
        label=_("Channel"), choices=[("", "–"), *Touchpoint.Channel.choices], required=False
    )
    new_party = forms.CharField(
        label=_("Who stands behind it"),
        max_length=300,
        required=False,
        widget=Known(attrs={"autocomplete": "off"}),
        help_text=_("A department of ours, or for example a hospital."),
    )
    new_party_kind = forms.ChoiceField(
        label=_("Kind of party"), choices=[("", "–"), *Party.Kind.choices], required=False
    )

    def offer_parties(self, organisation: Organisation) -> None:
        names = organisation.parties.values_list("name", flat=True).distinct()
        self.fields["new_party"].widget.known = list(names)
        for field in NEW:
            self.fields[field].needed_for_new = True

    def ask_for_new(self, name: str) -> None:
        """Errors beside what is not yet known of a touchpoint of this name."""
        if len(name) > 300:
            self.add_error(None, _("The name of a new touchpoint has at most 300 characters."))
        for field in ("touchpoint", "new_party"):
            if holds_control_character(self.cleaned_data.get(field)):
                self.add_error(field, _("This holds a character that cannot be saved. Type the text again."))
        for field in NEW:
            if field in self.cleaned_data and not self.cleaned_data[field]:
                message = _("“%(name)s” is new: fill this in too, or choose one from the list.")
                self.add_error(field, message % {"name": name})

    def made(self, organisation: Organisation, name: str) -> Touchpoint:
        """The touchpoint with this name, party and channel; new where there is none."""
        party, _made = organisation.parties.get_or_create(
            name=self.cleaned_data["new_party"], kind=self.cleaned_data["new_party_kind"]
        )
        touchpoint, _made = organisation.touchpoints.get_or_create(
            name=name, party=party, channel=self.cleaned_data["new_channel"]
        )
        return touchpoint
