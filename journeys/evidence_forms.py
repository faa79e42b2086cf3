"""What people may choose to say what a finding is about."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from journeys.evidence import link, place, places_of, steps_of
from journeys.models import Journey, Step
from organisations.models import Organisation, User
from personas.forms import FindingForm
from personas.models import Finding

OFFERED, LONGEST_CHOICE = 200, 90


class Places(forms.CheckboxSelectMultiple):
    """A group for each step: the step itself and its pains."""

    template_name = "journeys/_finding_places.html"


class PlacesForm(forms.Form):
    """Steps and pains of a journey; the ones that the finding is about are ticked."""

    places = forms.MultipleChoiceField(
        label=gettext_lazy("What is it about?"), widget=Places, required=False, show_hidden_initial=True
    )

    def __init__(self, data: Any, *, finding: Finding, journey: Journey) -> None:
        self.finding, self.journey = finding, journey
        self.linked = places_of(finding, journey)
        super().__init__(data, initial={"places": self.linked})
        self.known = finding.evidence.filter(journey=journey).exists()
        self.fields["places"].choices = choices(steps_of(journey))
        self.fields["places"].help_text = (
            _("Choose nothing to take the finding out of this journey.") * self.known
        )

    def clean_places(self) -> list[str]:
        if not self.cleaned_data["places"] and not self.known:
            raise forms.ValidationError(_("Choose at least one step or pain."))
        return self.cleaned_data["places"]

    def save(self, *, by: User) -> None:
        chosen, seen = set(self.cleaned_data["places"]), set(self._seen())
        link(self.finding, self.journey, add=sorted(chosen - seen), remove=seen - chosen, by=by)

    def _seen(self) -> list[str]:
        """What was ticked when the page was drawn."""
        widget, name = forms.MultipleHiddenInput(), self.add_initial_prefix("places")
        return widget.value_from_datadict(self.data, self.files, name) or []


def choices(steps: list[Step]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (f"{number}. {step.title}", [(place(step.pk, None), _("the step as a whole")), *pain_choices(step)])
        for number, step in enumerate(steps, 1)
    ]


def pain_choices(step: Step) -> list[tuple[str, str]]:
    return [(place(None, pain.pk), _("pain: %(text)s") % {"text": pain.text}) for pain in step.loaded_pains]


class FindingChoice(forms.ModelChoiceField):
    def label_from_instance(self, finding: Finding) -> str:
        return Truncator(finding.text).chars(LONGEST_CHOICE)


class LinkAtStepForm(forms.Form):
    """One of the newest findings there are, and which of a step and its pains it is about."""

    finding = FindingChoice(label=gettext_lazy("Finding"), queryset=Finding.objects.none())
    about = forms.ChoiceField(label=gettext_lazy("What is it about?"), widget=forms.RadioSelect)

    def __init__(self, data: Any, *, organisation: Organisation, step: Step, pain: int | None = None) -> None:
        super().__init__(data, initial={"about": about_first(step, pain)})
        field = self.fields["finding"]
        field.queryset = organisation.findings.all()
        newest = organisation.findings.order_by("-pk")[:OFFERED]
        field.choices = [("", "---------"), *((one.pk, field.label_from_instance(one)) for one in newest)]
        self.fields["about"].choices = choices([step])[0][1]


def about_first(step: Step, pain: int | None) -> str:
    """What is chosen before someone chooses: a pain of the step, or the step itself."""
    known = any(one.pk == pain for one in step.loaded_pains)
    return place(None, pain) if known else place(step.pk, None)


class FindingAtStepForm(FindingForm):
    """A new finding, about a step or one of its pains."""

    about = forms.ChoiceField(label=gettext_lazy("What is it about?"), widget=forms.RadioSelect)
    field_order = ["text", "about"]

    def __init__(self, *args: Any, step: Step, pain: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = choices([step])[0][1]
        self.initial.setdefault("about", about_first(step, pain))
