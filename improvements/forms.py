"""What people may type about an improvement."""

from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from improvements.models import Improvement
from journeys.forms import LONG_TEXT, SeenForm
from journeys.models import Pain, Step
from organisations.forms import Known
from touchpoints.choices import NEW, NewTouchpointFields, TouchpointField, said
from touchpoints.models import Touchpoint


class LandingChoice(forms.ModelMultipleChoiceField):
    """Touchpoints with who stands behind them."""

    def label_from_instance(self, touchpoint: Touchpoint) -> str:
        return said(touchpoint)


class ImprovementForm(SeenForm, NewTouchpointFields):
    """Offers the pains of the journey, those of `step` first, and the touchpoints that it passes."""

    addresses = forms.ModelMultipleChoiceField(
        label=_("Addresses these pains"),
        queryset=Pain.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    lands_at = LandingChoice(
        label=_("Lands at these touchpoints"),
        queryset=Touchpoint.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    touchpoint = TouchpointField(
        label=_("Lands at another touchpoint"),
        required=False,
        help_text=_("Choose a touchpoint, or type the name of a new one."),
    )

    class Meta:
        model = Improvement
        fields = [
            *("title", "description", "addresses", "lands_at"),
            *("effort", "effect", "owner", "status", "follow_up"),
        ]
        widgets = {
            "description": LONG_TEXT,
            "owner": Known(attrs={"autocomplete": "off"}),
            "follow_up": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    field_order = ["title", "description", "addresses", "lands_at", "touchpoint", *NEW]

    def __init__(self, data: Any, *, instance: Improvement, step: Step | None = None) -> None:
        super().__init__(data, instance=instance)
        self.organisation = instance.organisation
        self.offer_parties(self.organisation)
        self.fields["touchpoint"].offer(self.organisation)
        self.fields["owner"].widget.known = owners(self.organisation)
        self._offer_pains(step)
        self._offer_touchpoints()

    def _offer_pains(self, step: Step | None) -> None:
        pains, field = offered_pains(self.instance, step), self.fields["addresses"]
        field.queryset = pains
        rows = pains.values_list("pk", "step__title", "text")
        field.choices = [(pk, f"{text} ({title})") for pk, title, text in rows]
        if not field.choices:
            del self.fields["addresses"]
        elif step and self.instance.pk is None:
            self.initial["addresses"] = list(step.pains.values_list("pk", flat=True))

    def _offer_touchpoints(self) -> None:
        offered = Q(encounters__step__phase__journey=self.instance.journey_id)
        if self.instance.pk:
            offered |= Q(landings__improvement=self.instance.pk)
        numbers = self.organisation.touchpoints.filter(offered).values("pk")
        field = self.fields["lands_at"]
        field.queryset = self.organisation.touchpoints.filter(pk__in=numbers).select_related("party")
        field.choices = [(one.pk, said(one)) for one in field.queryset]
        if not field.choices:
            del self.fields["lands_at"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if isinstance(cleaned.get("touchpoint"), str):
            self.ask_for_new(cleaned["touchpoint"])
        return cleaned

    def _save_m2m(self) -> None:
        own = {"organisation": self.organisation}
        if "addresses" in self.cleaned_data:
            self.instance.addresses.set(self.cleaned_data["addresses"], through_defaults=own)
        if "lands_at" in self.cleaned_data:
            self.instance.lands_at.set(self.cleaned_data["lands_at"], through_defaults=own)
        if another := self.cleaned_data["touchpoint"]:
            if isinstance(another, str):
                another = self.made(self.organisation, another)
            self.instance.lands_at.add(another, through_defaults=own)


def offered_pains(improvement: Improvement, step: Step | None) -> QuerySet[Pain]:
    """Of the journey and whatever is addressed already; those of the step at hand come first."""
    offered = Q(step__phase__journey=improvement.journey_id)
    if improvement.pk:
        offered |= Q(pk__in=Pain.objects.filter(addressed_pains__improvement=improvement.pk).values("pk"))
    here = Case(When(step=step.pk if step else None, then=Value(0)), default=Value(1))
    pains = Pain.objects.filter(offered, organisation=improvement.organisation_id)
    return pains.order_by(here, "step__phase__order", "step__order", "order")


def owners(organisation: Any) -> list[str]:
    """Who could take an improvement up: parties, departments and earlier owners."""
    earlier = Improvement.objects.filter(organisation=organisation).exclude(owner="").values_list("owner")
    parties = organisation.parties.values_list("name")
    return sorted({name for (name,) in earlier.distinct()} | {name for (name,) in parties.distinct()})
