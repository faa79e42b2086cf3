"""What people may type about a persona, a talk and what came out of it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.forms import ContentForm, Lines
from personas.models import Finding, Interview, Persona

KEPT = timedelta(days=365)


class PersonaForm(ContentForm):
    needs = Lines(
        label=_("Needs"),
        required=False,
        help_text=_("One on a line, for example: to know in time what to arrange."),
    )
    worries = Lines(label=_("Worries"), required=False, help_text=_("One on a line."))

    class Meta:
        model = Persona
        fields = [
            *("name", "situation", "quote", "needs", "worries"),
            *("digital_skill", "capacity_to_act", "lives_here"),
        ]
        widgets = {
            "situation": forms.Textarea(attrs={"rows": 3}),
            "quote": forms.Textarea(attrs={"rows": 2}),
            "lives_here": forms.NullBooleanSelect,
        }
        help_texts = {
            "name": _("A first name that you made up."),
            "situation": _("Age, home, work, who is around. Begin with what matters most for this persona."),
            "quote": _("One sentence that this persona could say."),
        }


class DateInput(forms.DateInput):
    """A date as browsers pick it."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class InterviewForm(ContentForm):
    class Meta:
        model = Interview
        fields = ["code", "kind", "held_on", "people", "consent", "keep_until", "notes"]
        widgets = {
            "kind": forms.RadioSelect,
            "held_on": DateInput,
            "keep_until": DateInput,
            "notes": forms.Textarea(attrs={"rows": 8}),
        }
        help_texts = {
            "code": _("A code of your own, never a name: for example G07."),
            "consent": _("People know what their words are used for, and agree."),
            "keep_until": _("After this date the interview is removed. Its findings stay."),
            "notes": _("What was said, without names, addresses or anything else that points at someone."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Interview.Kind.choices
        if not self.instance.pk:
            today = timezone.localdate()
            self.initial |= {"kind": Interview.Kind.RESIDENT, "held_on": today, "keep_until": today + KEPT}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        held_on, keep_until = cleaned.get("held_on"), cleaned.get("keep_until")
        if held_on and keep_until and keep_until < held_on:
            self.add_error("keep_until", _("This is before the interview was held."))
        return cleaned


class FindingForm(ContentForm):
    class Meta:
        model = Finding
        fields = ["text", "kind", "interview", "source", "people", "found_on"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "source": forms.TextInput,
            "found_on": DateInput,
        }
        labels = {"text": _("What did you find?"), "kind": _("How do you know?")}
        help_texts = {
            "text": _(
                "For example: six out of eight parents did not know that recognition can be done before."
            ),
            "kind": _("What people say and what is measured is evidence. Desk research alone is not."),
            "source": _("Where it was read or measured, if not in an interview."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interview"].queryset = self.organisation.interviews.all()
        if not self.instance.pk:
            self.initial.setdefault("kind", Finding.Kind.RESIDENT)
