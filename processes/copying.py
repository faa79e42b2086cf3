"""What happens behind the counter, taken over from another journey."""

from typing import Any

from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from journeys.card_forms import StepChoice
from journeys.models import Journey


class OtherJourney(forms.ModelChoiceField):
    """Journeys of the organisation with something behind the counter, and how much that is."""

    def __init__(self) -> None:
        super().__init__(Journey.objects.none(), label=_("From which journey?"))

    def offer(self, journey: Journey) -> None:
        counted = journey.organisation.journeys.exclude(pk=journey.pk).annotate(
            process_count=Count("phases__steps__process_steps")
        )
        self.queryset = counted.filter(process_count__gt=0).select_related("persona").order_by("title", "pk")

    def label_from_instance(self, journey: Journey) -> str:
        count = ngettext("%(count)s process step", "%(count)s process steps", journey.process_count)
        return f"{journey.title} · {journey.persona} · {count % {'count': journey.process_count}}"


class TakeOverForm(forms.Form):
    other = OtherJourney()
    rest = StepChoice()

    def __init__(self, data: Any = None, *, journey: Journey) -> None:
        super().__init__(data)
        self.fields["other"].offer(journey)
        rest = self.fields["rest"]
        rest.offer(journey.pk)
        rest.required = False
        rest.label = _("What belongs to a step that is not here")
        rest.choices = [("", _("stays behind")), *rest.choices]

    @property
    def has_choice(self) -> bool:
        return self.fields["other"].queryset.exists()
