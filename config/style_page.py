"""The style page: every component in every state, to look at, to shoot and to test."""

from dataclasses import replace
from datetime import date

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from config.design import AVATAR_COLOURS, CHANNEL_ICONS
from journeys.cards import FactCard
from journeys.heard import Cover, Heard
from journeys.lenses import LENSES
from journeys.looking import Look
from journeys.models.step import Feeling
from journeys.small import SmallJourney
from organisations.guarded import Question
from organisations.seen import Theirs

NAMES = ("Farah", "Noor", "Jolanda", "Daan", "Ria", "Wim", "Greet", "Yusuf", "Lotte", "Samir")
PARTIES = (("own", "Burgerzaken"), ("partner", "Verloskundige"), ("national", "SVB"), ("network", "Familie"))
CHOICES = [("a", _("with partners")), ("b", _("ours")), ("c", _("not ours"))]
FACTS = (
    FactCard(1, "Aangifte binnen drie dagen", "Burgerlijk Wetboek 1, artikel 19e", date(2026, 10, 12), False),
    FactCard(2, "Erkennen kost niets", "https://www.rijksoverheid.nl/erkenning", date(2024, 3, 1), True),
    FactCard(3, "De akte noemt de plaats van het ziekenhuis", "", None, True),
)


def plan_entry(
    number: int,
    title: str,
    effort: int | None,
    effect: int | None,
    reach: str | None,
    status: str,
    stage: int,
) -> dict:
    """An improvement as the plan draws it."""
    improvement = {"pk": number, "title": title, "get_absolute_url": "#plan", "status": status}
    improvement |= {"effort": effort, "effect": effect}
    return {"improvement": improvement, "reach": reach, "number": number, "stage": stage}


JOURNEY = SmallJourney(
    id=1,
    title="Wij krijgen ons eerste kind",
    kind="as_is",
    life_event="Een kind krijgen",
    life_event_id=1,
    anchor="geboorte",
    persona="Farah",
    persona_id=1,
    situation="eerste kind, niet getrouwd",
    taken_from="",
    timed=True,
    points=((-252, 2), (-210, 1), (-170, -1), (-96, -2), (-72, 1), (0, 2), (3, 0), (21, 1)),
    start=-252,
    end=21,
    first_contact=-94,
    lowest=(-96, -2),
    steps=10,
    steps_with_evidence=0,
    blind_steps=5,
    blind_steps_share=50,
    blind_days=158,
    blind_days_share=58,
    pains=10,
    open_pains=2,
    open_blind_pains=1,
    open_weight=4,
    to_be_won=2,
    channels=("counter",),
    departments=("Burgerzaken",),
    reaches=(),
    improvements=7,
    focused=3,
    driven=4,
    interviews=0,
    findings=0,
)
HEARD = Heard(Cover(6, 3, 1), Cover(9, 1, 0), residents=4, staff=3, measured=1, desk=2)
PLAN = (
    plan_entry(1, "Erkennen in de map van de verloskundige", 2, 5, "driven", "doing", 3),
    plan_entry(2, "Eén pagina: wij krijgen een kind", 3, 3, "focused", "done", 4),
    plan_entry(3, "Een kaart bij de echo", None, None, None, "idea", 1),
)
JOURNEYS = (
    JOURNEY,
    replace(JOURNEY, id=2, title="Mijn moeder kan niet thuis blijven wonen", persona="Wim", interviews=6),
    replace(JOURNEY, id=3, title="Van hobby naar webwinkel", persona="Lotte", first_contact=None, findings=2),
    replace(JOURNEY, id=4, title="Zoals wij het willen", kind="to_be"),
    replace(
        JOURNEY,
        id=5,
        title="Nog leeg",
        timed=False,
        points=(),
        start=None,
        end=None,
        first_contact=None,
        lowest=None,
        steps=0,
    ),
)


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
    form.personal = {"title": Question("06-12345678", kept=False)}
    form.theirs = {"doing": Theirs("Belt het ziekenhuis")}
    return form


def components() -> dict:
    """What the examples are made of."""
    pages = Paginator(range(400), 20)
    return {
        "channels": CHANNEL_ICONS,
        "parties": PARTIES,
        "feelings": sorted(Feeling.values, reverse=True),
        "names": NAMES[:AVATAR_COLOURS],
        "severities": (1, 2, 3),
        "marks": "own blind first now wanted assumption focused driven",
        "kinds": ("info", "success", "warning", "error"),
        "tags": ("", "own", "assumption", "blind", "pain", "plan", "warn", "good"),
        "facts": FACTS,
        "journeys": JOURNEYS,
        "heard": HEARD,
        "look": Look("#lenses?", LENSES[0], QueryDict()),
        "plan": PLAN,
        "page": pages.page(3),
        "numbers": list(pages.get_elided_page_range(3)),
    }


@login_required
@require_safe
def style_page(request: HttpRequest) -> HttpResponse:
    context = {"form": ExampleForm(), "refused": refused_form(), **components()}
    return render(request, "style_page.html", context)
