"""Where steps or a phase go: chosen from a list, for a map too long to drag across."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from journeys.arranging import Place, emptied_by, route_of
from journeys.models import Journey, Phase, Step
from organisations.listing import number_in

Choices = list[tuple[str, list[tuple[str, str]]]]


def place_choices(journey: Journey, moving: Collection[int] = ()) -> Choices:
    """By phase: as its first, or behind each step that isn't moving itself. `after-12` or `first-3`."""
    route, number, choices = route_of(journey), 0, []
    for phase in journey.phases.all():
        places = [(f"first-{phase.pk}", _("at the start of “%(phase)s”") % {"phase": phase.name})]
        for step in route[phase.pk]:
            number += 1
            words = _("after step %(number)s: %(step)s") % {"number": number, "step": step.title}
            if step.pk not in moving:
                places.append((f"after-{step.pk}", words))
        choices.append((phase.name, places))
    return choices


def find_place(journey: Journey, value: str) -> Place:
    """The place that a choice stands for; 404 where this journey has it not (any more)."""
    kind, _dash, text = value.partition("-")
    number = number_in(text)
    if number is None:
        raise Http404
    if kind == "first":
        phase = journey.phases.filter(pk=number).first()
        place = phase and Place(phase)
    else:
        steps = Step.objects.filter(phase__journey=journey).select_related("phase__journey")
        step = steps.filter(pk=number).first() if kind == "after" else None
        place = step and Place(step.phase, step)
    if place is None:
        raise Http404
    return place


class PlaceForm(forms.Form):
    """Where in the journey the steps go; never so that a phase is left empty."""

    place = forms.ChoiceField(label=gettext_lazy("Where to?"))

    def __init__(self, data: Any, *, journey: Journey, steps: Collection[Step] = ()) -> None:
        super().__init__(data)
        self.journey, self.steps = journey, steps
        self.fields["place"].choices = place_choices(journey, {step.pk for step in steps})

    def clean_place(self) -> Place:
        place = find_place(self.journey, self.cleaned_data["place"])
        emptied = [phase for phase in emptied_by(self.steps, self.journey) if phase != place.phase]
        if emptied:
            raise forms.ValidationError(keeps_a_step(emptied[0]))
        return place


def keeps_a_step(phase: Phase) -> str:
    return _(
        "“%(phase)s” would have no step left, and a phase keeps at least one. "
        "Leave a step there, or move the whole phase."
    ) % {"phase": phase.name}


class PhasePlaceForm(forms.Form):
    """Behind which other phase this one goes, or as the first."""

    after = forms.TypedChoiceField(label=gettext_lazy("Where to?"), required=False, empty_value=None)

    def __init__(self, data: Any, *, phase: Phase) -> None:
        super().__init__(data)
        others = {other.pk: other for other in phase.journey.phases.all() if other != phase}
        words = [(pk, _("after “%(phase)s”") % {"phase": other.name}) for pk, other in others.items()]
        self.fields["after"].choices = [("", _("at the start of the journey")), *words]
        self.fields["after"].coerce = lambda value: others[int(value)]

    def save(self, phase: Phase) -> Phase:
        phase.place_after(self.cleaned_data["after"])
        return phase


class CopyStepsForm(PlaceForm):
    """Where in another journey copies come, and what happens to situations that are not known there."""

    add_situations = forms.BooleanField(required=False)

    def __init__(self, data: Any, *, journey: Journey, missing: Collection[str]) -> None:
        super().__init__(data, journey=journey)
        words = {"event": journey.life_event.name, "situations": ", ".join(missing)}
        field = self.fields["add_situations"]
        field.label = _("Add to the life event “%(event)s”: %(situations)s") % words
        field.help_text = _(
            "These situations are not known there. Without them these steps are for everyone."
        )
        if not missing:
            del self.fields["add_situations"]


class CopyLaneForm(forms.Form):
    """What lies in one lane; what has no step of the same title there can go to one step."""

    lane = forms.ChoiceField(
        label=gettext_lazy("What should go along?"),
        widget=forms.RadioSelect,
        choices=[
            ("pains", gettext_lazy("All pains")),
            ("contacts", gettext_lazy("All contacts")),
            ("facts", gettext_lazy("All rules")),
            ("processes", gettext_lazy("All work behind the counter")),
        ],
    )
    rest = forms.TypedChoiceField(
        label=gettext_lazy("What lies at a step that has another title there"),
        required=False,
        empty_value=None,
    )

    def __init__(self, data: Any, *, journey: Journey) -> None:
        super().__init__(data)
        steps = [step for row in route_of(journey).values() for step in row]
        found = {str(step.pk): step for step in steps}
        words = _("goes to step %(number)s: %(step)s")
        numbered = [
            (key, words % {"number": number, "step": step.title})
            for number, (key, step) in enumerate(found.items(), 1)
        ]
        self.fields["rest"].choices = [("", _("stays behind")), *numbered]
        self.fields["rest"].coerce = found.__getitem__
