"""What people may type about a persona."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.forms import ContentForm, Lines
from personas.models import Persona


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
