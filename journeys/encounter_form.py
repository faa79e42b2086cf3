"""A meeting with a touchpoint, as one sentence: 'I … via … because …'."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.card_forms import CardForm
from journeys.forms import LONG_TEXT
from journeys.models import Encounter
from journeys.models.step import Feeling
from touchpoints.choices import NEW, NewTouchpointFields, TouchpointField


class EncounterForm(CardForm, NewTouchpointFields):
    """Ends in an existing touchpoint, or in a new one with its party."""

    touchpoint = TouchpointField(
        label=_("via"),
        help_text=_("Choose a touchpoint, or type the name of a new one."),
    )
    wanted = forms.BooleanField(label=_("wanted: someone chooses this contact"), required=False)
    experience = forms.TypedChoiceField(
        label=_("How was it?"),
        choices=[*Feeling.choices, ("", _("not known"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Encounter
        fields = ["touchpoint", "note", "experience", "wanted", "step"]
        labels = {"note": _("because of this")}
        widgets = {"note": LONG_TEXT}

    field_order = ["touchpoint", *NEW, "note", "experience", "wanted", "step"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["touchpoint"].offer(self.organisation)
        self.offer_parties(self.organisation)

    @property
    def lead(self) -> str:
        """How the sentence begins."""
        return self.left.title

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if isinstance(cleaned.get("touchpoint"), str):
            self.ask_for_new(cleaned["touchpoint"])
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """A touchpoint that is still to be made isn't left out."""
        return super()._get_validation_exclusions() | ({"touchpoint"} - self.cleaned_data.keys())

    def _post_clean(self) -> None:
        if isinstance(self.cleaned_data.get("touchpoint"), str):
            # Nothing is made on the way for a form that is refused.
            name = self.cleaned_data.pop("touchpoint")
            if not self.errors:
                self.cleaned_data["touchpoint"] = self.made(self.organisation, name)
        super()._post_clean()
