"""What people may type about an improvement."""

from collections.abc import Collection, Iterable
from copy import deepcopy
from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from improvements.models import Improvement
from improvements.owners import OwnerField, owner_of
from journeys.card_forms import offer_process_steps
from journeys.forms import LONG_TEXT, SeenForm
from journeys.models import Journey, Pain, Step
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
    owner = OwnerField(help_text=_("A colleague, a department or a partner outside."))
    also_seen = ("owner",)

    class Meta:
        model = Improvement
        fields = [
            *("title", "description", "addresses", "lands_at"),
            *("effort", "effect", "status", "follow_up", "process_step"),
        ]
        labels = {"follow_up": _("Look back"), "process_step": _("Changes this behind the counter")}
        help_texts = {
            "process_step": _("An owner left empty follows from its department."),
            "effort": _("From 1, little effort, to 5, much effort."),
            "effect": _("From 1, small effect for the resident, to 5, large effect."),
        }
        widgets = {
            "description": LONG_TEXT,
            "follow_up": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    field_order = [
        *("title", "description", "addresses", "lands_at", "touchpoint", *NEW),
        *("process_step", "effort", "effect", "owner", "status", "follow_up"),
    ]

    def __init__(
        self,
        data: Any,
        *,
        instance: Improvement,
        step: Step | None = None,
        pains: QuerySet[Pain] | None = None,
        part: Collection[str] | None = None,
    ) -> None:
        """`pains`: to offer instead of those of the journey. `part`: the only fields to show."""
        super().__init__(data, instance=instance)
        self.organisation = instance.organisation
        for name in list(self.fields):
            if part is not None and name not in part:
                del self.fields[name]
        if part is not None:
            self.order_fields(part)
        self.kept = [name for name in self.kept if name in self.fields]
        if "owner" in self.fields:
            self.fields["owner"].offer(self.organisation)
            self.initial["owner"] = owner_of(instance)
        if "addresses" in self.fields:
            self._offer_pains(step, offered_pains(instance, step) if pains is None else pains)
        if "lands_at" in self.fields:
            self._offer_touchpoints()
        self._offer_process_steps()
        if "touchpoint" in self.fields:
            self.offer_parties(self.organisation)
            self.fields["touchpoint"].offer(self.organisation)

    def _offer_pains(self, step: Step | None, pains: QuerySet[Pain]) -> None:
        field = self.fields["addresses"]
        field.queryset, field.choices = pains, choices_of(pains)
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

    def _offer_process_steps(self) -> None:
        if "process_step" not in self.fields:
            return
        offered = Q(step__phase__journey=self.instance.journey_id) | Q(pk=self.instance.process_step_id)
        rows = self.organisation.process_steps.filter(offered)
        offer_process_steps(self, rows.order_by("step__phase__order", "step__order", "order"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if isinstance(cleaned.get("touchpoint"), str):
            self.ask_for_new(cleaned["touchpoint"])
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        if "owner" in self.cleaned_data:
            self.instance.give_to(self.cleaned_data["owner"])
        self.instance.follow_department()

    def _save_m2m(self) -> None:
        own = {"organisation": self.organisation}
        if "addresses" in self.cleaned_data:
            self.instance.addresses.set(self.cleaned_data["addresses"], through_defaults=own)
        if "lands_at" in self.cleaned_data:
            self.instance.lands_at.set(self.cleaned_data["lands_at"], through_defaults=own)
        if another := self.cleaned_data.get("touchpoint"):
            if isinstance(another, str):
                another = self.made(self.organisation, another)
            self.instance.lands_at.add(another, through_defaults=own)


def offered_pains(
    improvement: Improvement, step: Step | None = None, journey: int | None = None
) -> QuerySet[Pain]:
    """Of its journey, of another `journey`, and whatever is addressed already; those of the step first."""
    offered = Q(step__phase__journey__in={improvement.journey_id, journey} - {None})
    if improvement.pk:
        offered |= Q(pk__in=Pain.objects.filter(addressed_pains__improvement=improvement.pk).values("pk"))
    here = Case(When(step=step.pk if step else None, then=Value(0)), default=Value(1))
    theirs = Case(When(step__phase__journey=journey, then=Value(0)), default=Value(1))
    pains = Pain.objects.filter(offered, organisation=improvement.organisation_id)
    order = (
        "step__phase__journey__title",
        "step__phase__journey",
        "step__phase__order",
        "step__order",
        "order",
    )
    return pains.order_by(here, theirs, *order)


def choices_of(pains: QuerySet[Pain]) -> list:
    """A pain with its step; under the title of each journey where there are several."""
    rows = pains.values_list(
        "pk", "step__title", "text", "step__phase__journey", "step__phase__journey__title"
    )
    journeys: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for pk, step, text, journey, title in rows:
        journeys.setdefault((journey, title), []).append((pk, f"{text} ({step})"))
    if len(journeys) < 2:
        return [choice for choices in journeys.values() for choice in choices]
    return [(title, choices) for (_journey, title), choices in journeys.items()]


class LandingForm(ImprovementForm):
    """Something new at a `place`; offers the pains at the steps `before` it, those right there ticked."""

    def __init__(
        self, data: Any, *, instance: Improvement, place: Touchpoint, before: Iterable[int], at: Iterable[int]
    ) -> None:
        journey = ("step__phase__journey__title", "step__phase__journey", "step__phase__order")
        pains = Pain.objects.filter(step__in=before).order_by(*journey, "step__order", "order")
        super().__init__(data, instance=instance, pains=pains)
        self.fields["lands_at"] = field = deepcopy(self.base_fields["lands_at"])
        field.queryset = self.organisation.touchpoints.filter(pk=place.pk)
        field.choices = [(place.pk, said(place))]
        self.initial["lands_at"] = [place.pk]
        self.initial["addresses"] = list(pains.filter(step__in=at).values_list("pk", flat=True))
        self.order_fields(self.field_order)

    @property
    def home(self) -> Journey | None:
        """The journey of the first pain that was chosen: there the improvement stands on the map."""
        chosen = self.cleaned_data.get("addresses")
        first = chosen.select_related("step__phase__journey").first() if chosen else None
        return first.step.phase.journey if first else None
