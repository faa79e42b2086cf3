"""What people may type about what happens behind the counter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.card_forms import SMALL_NUMBER, CardForm
from journeys.models import Step
from organisations.forms import ContentForm, Known
from organisations.models import Organisation
from processes.models import Process, ProcessStep


class RelatedStep(forms.ModelChoiceField):
    """The steps of a journey from its own one on, by number and title; in one query."""

    def __init__(self, label: str, help_text: str) -> None:
        super().__init__(Step.objects.none(), label=label, help_text=help_text, required=False)

    def offer(self, steps: list[tuple[int, int, str]], chosen: int | None, first: int) -> None:
        """`steps`: number, key and title; one that was chosen before is offered wherever it stands now."""
        offered = [
            (pk, f"{number}. {title}") for number, pk, title in steps if number >= first or pk == chosen
        ]
        self.queryset = Step.objects.filter(pk__in=[pk for pk, _title in offered])
        self.choices = [("", "–"), *offered]


class ProcessStepForm(CardForm):
    """Offers the departments, systems and shared processes that are named elsewhere."""

    also_seen = ("shared_process",)

    awaited_by = RelatedStep(
        _("Which step waits for it?"), _("The resident can't go on with that step before this is done.")
    )
    needed_by = RelatedStep(
        _("Which later step depends on it?"), _("For example: the heel prick depends on the registration.")
    )
    shared_process = forms.CharField(
        label=_("Part of a shared process"),
        required=False,
        max_length=300,
        widget=Known,
        help_text=_("A process that serves several journeys. Choose one, or type the name of a new one."),
    )

    class Meta:
        model = ProcessStep
        fields = [
            *("title", "department", "system", "work_minutes", "wait_days", "seen"),
            *("awaited_by", "needed_by", "step"),
        ]
        widgets = {
            "department": Known,
            "system": Known,
            "work_minutes": SMALL_NUMBER,
            "wait_days": SMALL_NUMBER,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row, processes = self.instance, self.organisation.processes.order_by("name")
        own = {*self.organisation.parties.filter(kind="own").values_list("name", flat=True)}
        self.fields["department"].widget.known = sorted(own | used(self.organisation, "department"))
        self.fields["system"].widget.known = sorted(used(self.organisation, "system"))
        self.fields["shared_process"].widget.known = list(processes.values_list("name", flat=True))
        self.initial["shared_process"] = row.part_of.name if row.part_of else ""
        steps = numbered(self.left)
        here = next(number for number, pk, _title in steps if pk == self.left.pk)
        self.fields["awaited_by"].offer(steps, row.awaited_by_id, here)
        self.fields["needed_by"].offer(steps, row.needed_by_id, here + 1)

    def save(self, commit: bool = True) -> ProcessStep:
        name = " ".join(self.cleaned_data["shared_process"].split())
        self.instance.part_of = self._shared_process(name) if name else None
        return super().save(commit)

    def _shared_process(self, name: str) -> Process:
        processes = self.organisation.processes
        return processes.filter(name__iexact=name).order_by("pk").first() or processes.create(name=name)


def numbered(step: Step) -> list[tuple[int, int, str]]:
    """The steps of its journey in order: number, key and title."""
    steps = Step.objects.filter(phase__journey=step.phase.journey_id).order_by("phase__order", "order")
    return [(number, *row) for number, row in enumerate(steps.values_list("pk", "title"), 1)]


def used(organisation: Organisation, field: str) -> set[str]:
    """What process steps of an organisation have there."""
    rows = ProcessStep.objects.filter(organisation=organisation).exclude(**{field: ""})
    return set(rows.values_list(field, flat=True).distinct())


class ProcessForm(ContentForm):
    class Meta:
        model = Process
        fields = ["name", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "name": _("For example: registering a birth."),
            "description": _("What it is for, and who sees to it."),
        }
