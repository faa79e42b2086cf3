"""What someone says of a desired journey before it is made."""

from typing import Any

from django import forms
from django.apps import apps
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from journeys.desiring import desire
from journeys.models import Journey, Pain
from organisations.guarded import GuardedForm
from organisations.models import User


class DesiredForm(GuardedForm):
    """`journey` is the current one; pains that something is planned for are ticked."""

    title = forms.CharField(label=_("Title of the desired journey"), max_length=300)
    solved = forms.MultipleChoiceField(
        label=_("Which pains will be gone?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Those that an improvement addresses are ticked. The others stay in the desired journey."
        ),
    )

    def __init__(self, *args: Any, journey: Journey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.journey = journey
        pains = list(self._pains())
        self.fields["solved"].choices = [(str(pain.pk), f"{pain.text} · {pain.step.title}") for pain in pains]
        self.fields["solved"].initial = [str(pain.pk) for pain in pains if pain.planned]
        self.fields["title"].initial = (_("%(title)s, as we wish it") % {"title": journey.title})[:300]
        if not pains:
            del self.fields["solved"]

    def _pains(self) -> Any:
        """In the order of the journey; `planned`: whether an improvement that still stands addresses it."""
        addressed = apps.get_model("improvements.AddressedPain").objects.filter(pain=OuterRef("pk"))
        standing = addressed.exclude(improvement__status="dropped")
        pains = Pain.objects.filter(step__phase__journey=self.journey).select_related("step")
        return pains.annotate(planned=Exists(standing)).order_by("step__phase__order", "step__order", "order")

    def desire(self, *, by: User) -> Journey:
        solved = [int(number) for number in self.cleaned_data.get("solved", ())]
        return desire(self.journey, title=self.cleaned_data["title"], solved=solved, by=by)
