"""What people may type on the map."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.models import Journey, LifeEvent, Phase, Situation, Step
from journeys.models.step import Feeling
from journeys.moments import UnclearMoment, describe_moment, parse_moment

LONG_TEXT = forms.Textarea(attrs={"rows": 3})


class SeenForm(forms.ModelForm):
    """Knows what its user saw: what someone else wrote meanwhile is shown, never overwritten unseen.

    Each field carries what it held when the form opened (Django's hidden initial). Only what its user changed
    is written, so two people in one form get in each other's way only in the same field.
    """

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.kept = [name for name in self._meta.fields if name in self.fields]
        for name in self.kept:
            self.fields[name].show_hidden_initial = bool(self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = value.replace("\r\n", "\n")
        if any(self.add_initial_prefix(name) in self.data for name in self.kept):
            for name in [name for name in self.kept if name in cleaned]:
                self._mind_others(name, cleaned)
        return cleaned

    def _mind_others(self, name: str, cleaned: dict[str, Any]) -> None:
        """Keep what someone else wrote where its user changed nothing; tell it where both did."""
        field, now = self.fields[name], self.get_initial_for_field(self.fields[name], name)
        typed, seen = self[name].data, self._seen(name)
        if not _differ(field, seen, field.prepare_value(now)) or not _differ(field, now, typed):
            return
        if _differ(field, seen, typed):
            self._show_newer(name, now)
        else:
            kept = getattr(self.instance, name)
            cleaned[name] = kept.all() if isinstance(field, forms.ModelMultipleChoiceField) else kept

    def _seen(self, name: str) -> Any:
        """What the field held when the form opened."""
        field = self.fields[name]
        sent = field.hidden_widget().value_from_datadict(self.data, self.files, self.add_initial_prefix(name))
        try:
            return field.to_python(sent)
        except forms.ValidationError:
            return None

    def _show_newer(self, name: str, now: Any) -> None:
        held = self.fields[name].prepare_value(now)
        self.data = self.data.copy()
        values = held if isinstance(held, list) else ["" if held is None else held]
        self.data.setlist(self.add_initial_prefix(name), [str(value) for value in values])
        message = _(
            "Someone else changed this while it was open. It now says: “%(text)s”. Save again to replace it."
        )
        self.add_error(name, message % {"text": _said(self.fields[name], held)})


def _said(field: forms.Field, held: Any) -> str:
    """What a field holds in the words that its user chooses from."""
    if isinstance(field, forms.BooleanField):
        return str(_("yes") if held else _("no"))
    values = [str(value) for value in (held if isinstance(held, list) else [held]) if value not in (None, "")]
    words = {str(value): str(label) for value, label in getattr(field, "choices", [])}
    return ", ".join(words.get(value, value) for value in values) or "–"


def _differ(field: forms.Field, value: Any, sent: Any) -> bool:
    """Whether what was sent says something else; browsers send each line end as two characters."""
    plain = [text.replace("\r\n", "\n") if isinstance(text, str) else text for text in (value, sent)]
    return field.has_changed(*plain)


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
        self.fields["offset_days"].anchor = life_event.anchor
        situations = life_event.situations.all()
        if "only_for" in self.fields:
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
