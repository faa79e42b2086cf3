"""What people type on their phone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.guarded import GuardedForm
from workshops.codes import in_groups, normalised
from workshops.joining import form_token
from workshops.models import Note, Participant
from workshops.models.note import LONGEST
from workshops.models.participant import LONGEST_NAME

CODE_LONGEST = 40  # with the spaces and dashes that people put in it


class CodeForm(forms.Form):
    """The six characters from the wall."""

    code = forms.CharField(label=_("Code on the wall"), max_length=CODE_LONGEST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "enterkeyhint": "go",
        }

    def clean_code(self) -> str:
        return normalised(self.cleaned_data["code"])

    @staticmethod
    def shown(code: str) -> str:
        return in_groups(normalised(code))


class JoinForm(forms.Form):
    """A made-up name, and in what capacity."""

    nickname = forms.CharField(
        label=_("Name in this session"),
        max_length=LONGEST_NAME,
        help_text=_("Made up, and yours to change. It disappears when the session ends."),
    )
    kind = forms.ChoiceField(
        label=_("How do you take part?"),
        choices=[
            (Participant.Kind.RESIDENT, _("I am a resident")),
            (Participant.Kind.STAFF, _("I work here")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    # Pressed twice on a slow connection, somebody joins once.
    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200, initial=form_token)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nickname"].widget.attrs |= {"autocomplete": "off", "data-count-down": ""}


class NoteForm(GuardedForm):
    """A note; `round` and `step` are those that were on screen when it was begun.

    `was_asked`: the phone asked about personal data itself; what waited for a connection is not refused.
    """

    kind = forms.ChoiceField(choices=Note.Kind.choices)
    text = forms.CharField(
        max_length=LONGEST, error_messages={"required": _("Write something first.")}, strip=True
    )
    round = forms.IntegerField(min_value=1)
    step = forms.IntegerField(min_value=1)
    token = forms.UUIDField()

    def __init__(self, data: Any, *, was_asked: bool) -> None:
        super().__init__(data)
        self.was_asked = was_asked

    def _ask_about(self, name: str, text: str) -> None:
        if not self.was_asked:
            super()._ask_about(name, text)


class ChangeForm(GuardedForm):
    """One's own note, written otherwise."""

    kind = forms.ChoiceField(choices=Note.Kind.choices)
    text = forms.CharField(max_length=LONGEST, error_messages={"required": _("Write something first.")})


class FeelingForm(forms.Form):
    """One of the five faces; none takes back what was chosen."""

    step = forms.IntegerField(min_value=1)
    value = forms.TypedChoiceField(
        choices=[(value, value) for value in range(-2, 3)], coerce=int, empty_value=None, required=False
    )


class DotsForm(forms.Form):
    """How many dots one wants on a note, or on a pain of the journey."""

    round = forms.IntegerField(min_value=1)
    note = forms.IntegerField(min_value=1, required=False)
    pain = forms.IntegerField(min_value=1, required=False)
    count = forms.IntegerField(min_value=0, max_value=100)
