"""What people may type on the map."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.models import Journey, LifeEvent, Phase, Situation, Step
from journeys.models.step import Feeling
from journeys.moments import UnclearMoment, describe_moment, parse_moment
from organisations.seen import SeenForm

LONG_TEXT = forms.Textarea(attrs={"rows": 3})


class MomentField(forms.CharField):
    """Days from the anchor moment, typed as people say it."""

    default_error_messages = {
        "unclear": _(
            "This moment is not clear. Write for example “20 weeks before %(anchor)s” or “3 days after”."
        ),
    }

    anchor = ""

    def clean(self, value: str) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_moment(text, self.anchor)
        except UnclearMoment:
            message = self.error_messages["unclear"] % {"anchor": self.anchor or _("the anchor moment")}
            raise forms.ValidationError(message, code="unclear") from None

    def prepare_value(self, value: Any) -> Any:
        return describe_moment(value, self.anchor) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: str) -> bool:
        try:
            before = self.clean(initial) if isinstance(initial, str) else initial
            return self.clean(data) != before
        except forms.ValidationError:
            return True


class HeadForm(SeenForm):
    """A step's title, and when it happens."""

    offset_days = MomentField(
        label=_("When"),
        required=False,
        max_length=100,
        help_text=_("For example “20 weeks before” or “3 days after”. Leave empty if not known."),
    )
    only_for = forms.ModelMultipleChoiceField(
        label=_("Only for"),
        queryset=Situation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none if everyone takes this step."),
    )

    class Meta:
        model = Step
        fields = ["title", "offset_days", "duration_days", "only_for"]
        widgets = {"title": forms.Textarea(attrs={"rows": 2, "data-one-line": True})}
        help_texts = {"title": _("As a resident would say it: “I …”.")}

    def __init__(self, *args, life_event, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "offset_days" in self.fields:
            self.fields["offset_days"].anchor = life_event.anchor
        if "only_for" in self.fields:
            situations = life_event.situations.all()
            self.fields["only_for"].queryset = situations
            if not situations:
                del self.fields["only_for"]

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def _save_m2m(self) -> None:
        chosen = self.cleaned_data.get("only_for")
        if chosen is not None:
            self.instance.only_for.set(chosen, through_defaults={"organisation": self.instance.organisation})


class NewStepForm(HeadForm):
    """A step that doesn't exist yet: a title will do."""

    class Meta(HeadForm.Meta):
        fields = ["title", "offset_days"]

    def __init__(self, data: Any, *, phase: Phase, after: Step | None, life_event: LifeEvent) -> None:
        new = Step(organisation=phase.organisation, phase=phase)
        super().__init__(data, instance=new, life_event=life_event)
        self.after = after

    def save(self) -> Step:
        self.instance.place_after(self.after)
        return self.instance


class DoingForm(SeenForm):
    class Meta:
        model = Step
        fields = ["doing", "designed"]
        labels = {
            "doing": _("As experienced: what someone does"),
            "designed": _("As designed: how it was meant"),
        }
        help_texts = {"designed": ""}
        widgets = {"doing": LONG_TEXT, "designed": LONG_TEXT}


class ThinkingForm(SeenForm):
    class Meta:
        model = Step
        fields = ["thinking", "needs"]
        widgets = {"thinking": LONG_TEXT, "needs": LONG_TEXT}


class FeelingForm(SeenForm):
    feeling = forms.TypedChoiceField(
        label=_("How does this feel?"),
        choices=[*Feeling.choices, ("", _("not known"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Step
        fields = ["feeling"]


def feeling_in_words(sent: str) -> str:
    """What was chosen in a `FeelingForm`."""
    choices = FeelingForm.base_fields["feeling"].choices
    return next((str(label) for value, label in choices if str(value) == sent), "")


class PhaseForm(SeenForm):
    class Meta:
        model = Phase
        fields = ["name"]


class NewPhaseForm(PhaseForm):
    """A phase comes with its first step."""

    first_step = forms.CharField(
        label=_("First step"), max_length=300, help_text=_("As a resident would say it: “I …”.")
    )

    def __init__(self, data: Any, *, journey: Journey, after: Phase | None) -> None:
        super().__init__(data, instance=Phase(organisation=journey.organisation, journey=journey))
        self.after = after

    def save(self) -> Phase:
        phase = self.instance
        phase.place_after(self.after)
        Step(organisation=phase.organisation, phase=phase, title=self.cleaned_data["first_step"]).place_after(
            None
        )
        return phase
