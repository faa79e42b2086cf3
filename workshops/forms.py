"""What a facilitator may type about a session."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from journeys.models import Journey
from organisations.forms import ContentForm
from workshops.agendas import AGENDAS, BY_NAME
from workshops.models import Round, Workshop

MOST_JOURNEYS = 10


class JourneyChoice(forms.ModelMultipleChoiceField):
    """Journeys with who travels."""

    def label_from_instance(self, journey: Journey) -> str:
        return f"{journey.title} ({journey.persona.name})"


class NewWorkshopForm(ContentForm):
    """What it is called, which journeys it is about, and how long it takes."""

    journeys = JourneyChoice(
        label=_("Which journeys?"),
        queryset=Journey.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One is enough for an hour. More come one after the other."),
    )
    agenda = forms.ChoiceField(
        label=_("How long?"),
        choices=[(one.name, one.label) for one in AGENDAS],
        initial="60",
        widget=forms.RadioSelect,
        help_text=_("A ready-made agenda. Every part can be changed afterwards."),
    )

    class Meta:
        model = Workshop
        fields = ["title"]
        help_texts = {"title": _("Everyone who joins reads this.")}

    def __init__(self, *args: Any, journeys: QuerySet[Journey], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["journeys"].queryset = journeys

    def clean_journeys(self) -> QuerySet[Journey]:
        chosen = self.cleaned_data["journeys"]
        if len(chosen) > MOST_JOURNEYS:
            raise forms.ValidationError(_("Choose ten journeys at most."))
        return chosen

    def prepare(self, by) -> Workshop:
        return Workshop.prepare(
            organisation=self.organisation,
            title=self.cleaned_data["title"],
            journeys=self.cleaned_data["journeys"],
            by=by,
            agenda=BY_NAME[self.cleaned_data["agenda"]].parts,
        )


class TitleForm(ContentForm):
    """What a session is called."""

    class Meta:
        model = Workshop
        fields = ["title"]


class RoundForm(ContentForm):
    """A part of the agenda."""

    class Meta:
        model = Round
        fields = ["kind", "minutes", "votes_each"]
        help_texts = {"votes_each": _("Only for a round in which people vote.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.started_at:
            # What people wrote or voted belongs to what they were asked.
            del self.fields["kind"], self.fields["votes_each"]
        else:
            self.fields["kind"].choices = Round.Kind.choices
