"""What a facilitator may change about a note before it goes on the journey."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from improvements.owners import OwnerField
from journeys.models import Pain, Step
from organisations.guarded import GuardedForm
from personas.forms import DateInput
from workshops.models import Harvest, Note

Kind = Harvest.Kind
#: What a note can become, and what it becomes by itself.
INTO = (Kind.PAIN, Kind.NEED, Kind.STEP, Kind.IMPROVEMENT)
OFFERED = {
    Note.Kind.THOUGHT: Kind.NEED,
    Note.Kind.NEED: Kind.NEED,
    Note.Kind.PAIN: Kind.PAIN,
    Note.Kind.IDEA: Kind.IMPROVEMENT,
}
ONLY_FOR = {
    Kind.PAIN: ("severity",),
    Kind.IMPROVEMENT: ("pains", "owner", "follow_up"),
}


class HarvestForm(GuardedForm):
    """Asks about personal data too: what is on a journey is kept, and seen by all."""

    # Goes along, so that a form that came back still knows what it makes.
    als = forms.CharField(widget=forms.HiddenInput, required=False)
    # Nobody was asked about what stands in it: the warning comes at once, and not only while typing.
    text = forms.CharField(
        label=_("Text"), max_length=500, widget=forms.Textarea(attrs={"rows": 3, "data-unasked": ""})
    )
    step = forms.ModelChoiceField(label=_("At which step?"), queryset=Step.objects.none(), empty_label=None)
    severity = forms.TypedChoiceField(
        label=_("How much does it hurt?"),
        choices=Pain.Severity.choices,
        initial=Pain.Severity.CLEAR,
        coerce=int,
        widget=forms.RadioSelect,
    )
    pains = forms.ModelMultipleChoiceField(
        label=_("Addresses these pains"),
        queryset=Pain.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    owner = OwnerField(help_text=_("A colleague, a department or a partner outside. Nobody yet is fine too."))
    follow_up = forms.DateField(label=_("Look back"), required=False, widget=DateInput)

    def __init__(self, data: Any, *, note: Note, into: str) -> None:
        step = note.step_id or note.workshop.step_id
        # Of what is sent nothing counts as known: in a session nobody was asked about personal data.
        known = {"text": note.text} if data is None else {}
        super().__init__(data, initial={"als": into, "step": step, **known})
        self.organisation = note.organisation
        for kind, names in ONLY_FOR.items():
            for name in names if kind != into else ():
                del self.fields[name]
        self.fields["step"].queryset = note.workshop.steps()
        if "pains" in self.fields:
            self._offer_pains(note)
        if "owner" in self.fields:
            self.fields["owner"].offer(note.organisation)

    def _offer_pains(self, note: Note) -> None:
        field = self.fields["pains"]
        field.queryset = Pain.objects.filter(step=note.step_id).order_by("order")
        if not field.queryset.exists():
            del self.fields["pains"]

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())

    @property
    def chosen(self) -> dict[str, Any]:
        """All but the text and the place."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("als", "text", "step")
        }

    @classmethod
    def as_it_is(cls, note: Note, into: str) -> dict[str, Any]:
        """What is sent by one press on a button: the note as it was written, where it was written."""
        sent = {"als": into, "text": note.text, "step": note.step_id or note.workshop.step_id}
        return {**sent, "severity": Pain.Severity.CLEAR} if into == Kind.PAIN else sent
