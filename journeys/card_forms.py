"""What people may type about what lies at a step."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journeys.forms import LONG_TEXT, SeenForm
from journeys.influence import influence_of
from journeys.models import Card, Fact, Pain, Step

SMALL_NUMBER = forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"})


class StepChoice(forms.ModelChoiceField):
    """The steps of a journey, by number and title; drawn only where a form is, in one query."""

    def __init__(self) -> None:
        super().__init__(Step.objects.none(), label=_("Belongs to step"), empty_label=None)

    def offer(self, journey: int) -> None:
        self.queryset = Step.objects.filter(phase__journey=journey)
        steps = self.queryset.order_by("phase__order", "order").values_list("pk", "title")
        self.choices = [(pk, f"{number}. {title}") for number, (pk, title) in enumerate(steps, 1)]


class CardForm(SeenForm):
    """A card that exists may be moved to another step; a new one lies where it was begun."""

    step = StepChoice()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = self.instance.organisation
        self.left = self.instance.step
        if self.instance.pk:
            self.fields["step"].offer(self.left.phase.journey_id)
            # What sends no step at all leaves the card where it is.
            self.fields["step"].required = "step" in self.data or not self.is_bound
        else:
            del self.fields["step"]

    def clean_step(self) -> Step:
        return self.cleaned_data["step"] or self.left

    def save(self, commit: bool = True) -> Card:
        card = self.instance
        if card.pk is None:
            card.place_last()
        elif card.step_id == self.left.pk:
            card.save()
        else:
            chosen, card.step = card.step, self.left
            card.move_to(chosen)
        return card


class CheckedOn(forms.DateInput):
    """A date, and a button that saves the form with today's."""

    template_name = "journeys/_checked_on.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if f"{name}-today" in data:
            return timezone.localdate().isoformat()
        return super().value_from_datadict(data, files, name)


class FactForm(CardForm):
    class Meta:
        model = Fact
        fields = ["text", "source", "checked_on", "step"]
        widgets = {
            "text": LONG_TEXT,
            "source": forms.TextInput,
            "checked_on": CheckedOn(attrs={"type": "date"}, format="%Y-%m-%d"),
        }


class PainForm(CardForm):
    """Offers the process steps behind its step; influence follows from their department where it is empty."""

    class Meta:
        model = Pain
        fields = ["text", "severity", "influence", "process_step", "step"]
        labels = {"process_step": _("Comes from behind the counter")}
        help_texts = {"process_step": _("Influence left empty follows from its department.")}
        widgets = {"text": LONG_TEXT, "severity": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Q(step=self.left) | Q(pk=self.instance.process_step_id)
        offer_process_steps(self, self.organisation.process_steps.filter(offered))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        row = cleaned.get("process_step")
        if row and "influence" in cleaned and not cleaned["influence"]:
            cleaned["influence"] = influence_of(self.organisation, row.department)
        return cleaned


def offer_process_steps(form: forms.BaseForm, rows: QuerySet) -> None:
    """By title and department; nothing is asked where there are none."""
    field = form.fields["process_step"]
    field.queryset = rows
    named = [(row.pk, " · ".join(filter(None, (row.title, row.department)))) for row in rows]
    field.choices = [("", "–"), *named]
    if not named:
        del form.fields["process_step"]
