"""A meeting with a touchpoint: one that is known, or a new one that is made on the way."""

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.forms import LONG_TEXT, SeenForm
from journeys.models import Encounter
from touchpoints.models import Party, Touchpoint


class TouchpointChoice(forms.ModelChoiceField):
    """Touchpoints by name, with who stands behind them and through which channel."""

    def label_from_instance(self, touchpoint: Touchpoint) -> str:
        return f"{touchpoint.name} ({touchpoint.party}, {touchpoint.get_channel_display()})"


class EncounterForm(SeenForm):
    """Ends in an existing touchpoint, or in a new one with its party."""

    touchpoint = TouchpointChoice(
        label=_("Touchpoint"),
        queryset=Touchpoint.objects.none(),
    )
    new_name = forms.CharField(label=_("Name of the new touchpoint"), max_length=300)
    new_channel = forms.ChoiceField(label=_("Channel"), choices=Touchpoint.Channel)
    new_party = forms.CharField(
        label=_("Who stands behind it"),
        max_length=300,
        widget=forms.TextInput(attrs={"list": "party-names", "autocomplete": "off"}),
        help_text=_("A department of ours, or for example a hospital."),
    )
    new_party_kind = forms.ChoiceField(label=_("Kind of party"), choices=Party.Kind)

    class Meta:
        model = Encounter
        fields = ["touchpoint", "wanted", "experience", "note"]
        widgets = {"note": LONG_TEXT}

    field_order = ["touchpoint", "new_name", "new_channel", "new_party", "new_party_kind"]

    def __init__(self, *args, organisation, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["touchpoint"].queryset = organisation.touchpoints.select_related("party")
        self.fields["touchpoint"].empty_label = _("A new touchpoint …")
        if self.is_bound:
            chosen = bool(self.data.get("touchpoint"))
            self.fields["touchpoint"].required = chosen
            for name in ("new_name", "new_channel", "new_party", "new_party_kind"):
                self.fields[name].required = not chosen

    @property
    def party_names(self) -> list[str]:
        """To complete what is typed with."""
        return list(self.organisation.parties.values_list("name", flat=True).distinct())

    def _post_clean(self) -> None:
        if not self.errors and self.cleaned_data["touchpoint"] is None:
            self.cleaned_data["touchpoint"] = self._new_touchpoint()
        super()._post_clean()

    def _new_touchpoint(self) -> Touchpoint:
        party, _made = self.organisation.parties.get_or_create(
            name=self.cleaned_data["new_party"], kind=self.cleaned_data["new_party_kind"]
        )
        touchpoint, _made = self.organisation.touchpoints.get_or_create(
            name=self.cleaned_data["new_name"],
            party=party,
            channel=self.cleaned_data["new_channel"],
        )
        return touchpoint
