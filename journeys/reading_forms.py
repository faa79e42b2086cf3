"""What people may say about a line of an interview."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.evidence import steps_of
from journeys.models import Journey
from journeys.reading import places_to_choose, put_down
from organisations.guarded import GuardedForm
from organisations.models import User
from personas.models import Finding, Interview
from personas.passages import lines_of

LINE, ABOUT = "line", "about"


class ReadingForm(GuardedForm):
    """Chosen lines (`line`, by mark), the finding they become, and the place (`about`) that was pressed."""

    text = forms.CharField(
        label=_("What was said?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Choose a line, or select some words of it. Shorten it here: one sentence, no names."),
    )
    pain = forms.CharField(
        label=_("A new pain, in a few words"),
        required=False,
        max_length=10_000,
        help_text=_("Only for ‘new pain’. Left empty, the pain says the same as the finding."),
    )
    about = forms.ChoiceField(
        error_messages={
            "required": _("Press the step or the pain that it is about."),
            "invalid_choice": _("A colleague took this away just now. Press another step or pain."),
        }
    )

    def __init__(self, data: Any, *, interview: Interview, journey: Journey, **kwargs: Any) -> None:
        self.interview, self.journey = interview, journey
        asked = data.getlist(LINE) if data is not None else []
        self.lines = [line for line in lines_of(interview.notes) if line.mark in asked]
        if data is not None and not data.get("text", "").strip() and self.lines:
            data = data.copy()
            data["text"] = " ".join(line.text for line in self.lines)
        super().__init__(data, **kwargs)
        self.fields["about"].choices = places_to_choose(steps_of(journey)) if data is not None else ()

    @property
    def marks(self) -> list[str]:
        """Of the lines that are chosen."""
        return [line.mark for line in self.lines]

    def clean_text(self) -> str:
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def save(self, *, by: User) -> Finding:
        said = {name: self.cleaned_data[name] for name in ("text", "about", "pain")}
        return put_down(self.interview, self.journey, **said, marks=self.marks, by=by)
