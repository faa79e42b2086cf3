"""What people may type about a journey as a whole, and about its life event."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.beginning import begin
from journeys.changes import changing
from journeys.models import Journey, LifeEvent, Situation
from organisations.forms import ContentForm, Known, Lines
from organisations.guarded import GuardedForm
from organisations.models import Organisation, User

OFFERED = 200


class NewJourneyForm(GuardedForm):
    """Three things: for whom, which event, and when it really starts."""

    persona = forms.CharField(
        label=_("For whom?"),
        max_length=300,
        widget=Known,
        help_text=_("Choose a persona or type a new name, for example Farah. Never use a real person."),
    )
    life_event = forms.CharField(
        label=_("Which event in life?"),
        max_length=300,
        widget=Known,
        help_text=_("Choose one or type a new one, for example: having a child, moving house."),
    )
    first_step = forms.CharField(
        label=_("When does this really start for this person?"),
        max_length=300,
        help_text=_(
            "Not at our counter, but long before. What happens then? For example: I take a pregnancy test."
        ),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        self.fields["persona"].widget.known = known_names(organisation.personas)
        self.fields["life_event"].widget.known = known_names(organisation.life_events)

    def begin(self, *, by: User) -> Journey:
        return begin(self.organisation, by=by, **self.cleaned_data)


def known_names(manager: Any) -> list[str]:
    return list(manager.values_list("name", flat=True).distinct()[:OFFERED])


class JourneyForm(ContentForm):
    class Meta:
        model = Journey
        fields = ["title", "persona", "life_event", "kind", "goal", "taken_from"]
        widgets = {"goal": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": _("In the words of the person, for example: We are having our first child."),
            "goal": _("What does the person want to reach?"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persona"].queryset = self.organisation.personas.all()
        self.fields["life_event"].queryset = self.organisation.life_events.all()

    def clean_life_event(self) -> LifeEvent:
        """Situations belong to one life event: a step for 'unmarried' would lose its situation."""
        life_event = self.cleaned_data["life_event"]
        if life_event.pk != self.initial["life_event"] and self.instance.has_steps_for_situations():
            raise forms.ValidationError(
                _("Some steps are only for a situation of this life event. First make them for everyone.")
            )
        return life_event

    def change(self, *, by: User) -> Journey:
        """Write what was changed, and nothing else."""
        with changing(self.instance, by=by) as journey:
            for name in self.changed_data:
                setattr(journey, name, self.cleaned_data[name])
            journey.save(update_fields=self.changed_data)
        return journey


class LifeEventForm(ContentForm):
    situations = Lines(
        label=_("Situations"),
        required=False,
        longest=300,
        help_text=_("What makes the route differ? One on a line, for example: unmarried, no DigiD."),
    )

    class Meta:
        model = LifeEvent
        fields = ["name", "motive", "anchor"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # from then on each has a page, where a new name keeps its steps
            del self.fields["situations"]

    def clean_motive(self) -> str | None:
        return self.cleaned_data["motive"] or None

    def clean_situations(self) -> list[str]:
        names: dict[str, str] = {}
        for name in self.cleaned_data["situations"]:
            names.setdefault(name.casefold(), name)
        return list(names.values())

    def save(self, commit: bool = True) -> LifeEvent:
        life_event = super().save(commit)
        for name in self.cleaned_data.get("situations", []):
            life_event.add_situation(Situation(organisation=self.organisation, name=name))
        return life_event


class SituationForm(ContentForm):
    class Meta:
        model = Situation
        fields = ["name"]

    def __init__(self, *args: Any, life_event: LifeEvent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.life_event = life_event

    def _get_validation_exclusions(self) -> set[str]:
        """A name is taken or not within its life event, which the form knows."""
        return super()._get_validation_exclusions() - {"life_event"}
