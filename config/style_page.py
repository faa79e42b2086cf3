"""The style page: every component in every state, to look at, to shoot and to test."""

from datetime import date

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from config.context import Destination
from config.design import AVATAR_COLOURS, CHANNEL_ICONS, FEELINGS

NAMES = ("Farah", "Noor", "Jolanda", "Daan", "Ria", "Wim", "Greet", "Yusuf", "Lotte", "Samir")
PARTIES = (("own", "Burgerzaken"), ("partner", "Verloskundige"), ("national", "SVB"), ("network", "Familie"))
CHOICES = [("a", _("with partners")), ("b", _("ours")), ("c", _("not ours"))]


class ExampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("Title"), help_text=_("What the person does, as they would say it."))
    doing = forms.CharField(label=_("Doing"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    day = forms.DateField(label=_("Checked on"), widget=forms.DateInput(attrs={"type": "date"}))
    influence = forms.ChoiceField(label=_("Influence"), choices=CHOICES)
    feeling = forms.ChoiceField(label=_("Feeling"), choices=CHOICES, widget=forms.RadioSelect)
    situations = forms.MultipleChoiceField(
        label=_("Only for"), choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    wanted = forms.BooleanField(label=_("This contact is wanted"), required=False)


def refused_form() -> ExampleForm:
    form = ExampleForm({"refused-doing": "Belt een praktijk in de buurt"}, prefix="refused")
    form.add_error(None, _("Someone else changed this step in the meantime."))
    return form


def components() -> dict:
    """What the examples are made of."""
    pages = Paginator(range(400), 20)
    return {
        "channels": CHANNEL_ICONS,
        "parties": PARTIES,
        "feelings": sorted(FEELINGS, reverse=True),
        "names": NAMES[:AVATAR_COLOURS],
        "severities": (1, 2, 3),
        "marks": "own blind first now wanted assumption focused driven",
        "kinds": ("info", "success", "warning", "error"),
        "tags": ("", "own", "assumption", "blind", "pain", "plan", "warn", "good"),
        "statuses": ("idea", "planned", "doing", "done", "dropped"),
        "checked_on": date(2026, 10, 12),
        "checked_long_ago": date(2024, 3, 1),
        "lenses": [Destination(label, "#", "page" * (not at)) for at, label in enumerate(("Kaart", "Lijst"))],
        "page": pages.page(3),
        "numbers": list(pages.get_elided_page_range(3)),
        "drawing": render_to_string("style_page/_drawing.html"),
    }


@login_required
def style_page(request: HttpRequest) -> HttpResponse:
    context = {"form": ExampleForm(), "refused": refused_form(), **components()}
    return render(request, "style_page.html", context)
