"""The form in which a note is written at the console."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from journeys.models import Step
from organisations.guarded import GuardedForm
from workshops.models import Note, Round
from workshops.models.note import LONGEST
from workshops.taking_part import checked


class ConsoleNoteForm(GuardedForm):
    """At a step, in a round; a need can be written here too, which no phone offers."""

    kind = forms.ChoiceField(label=_("What kind of note is it?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Note"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For someone without a phone. Write no names."),
        error_messages={"required": _("Write something first.")},
    )

    def __init__(
        self, data: Any, *, step: Step, during: Round, number: int = 0, is_asked: bool = False
    ) -> None:
        """`is_asked`: the form is what someone came for, so it is open.

        `number`: of the note that it is for. A page that is morphed keeps what is typed where the ids are
        the same, so the form of another note, or of another step, has others.
        """
        kinds = dict.fromkeys((*during.note_kinds, *Note.Kind.values))
        super().__init__(data, auto_id=f"note-{step.pk}-{number}-%s", initial={"kind": next(iter(kinds))})
        self.step, self.during = step, during
        self.is_open = is_asked or self.is_bound
        self.fields["kind"].choices = [(kind, Note.Kind(kind).label.capitalize()) for kind in kinds]

    def clean_text(self) -> str:
        return checked(self.cleaned_data["text"])
