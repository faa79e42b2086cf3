"""The page of the administration where all history is searched."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from organisations.history_list import Asked, found, kind_choices
from organisations.history_words import DEEDS
from organisations.models import Organisation, User

LARGEST = 2**31


class HistoryForm(forms.Form):
    """Everything may be left out."""

    zoek = forms.CharField(label=_("Search for words"), required=False, max_length=200)
    soort = forms.ChoiceField(label=_("Kind"), required=False)
    wie = forms.ModelChoiceField(label=_("Person"), required=False, queryset=None, empty_label=_("everyone"))
    wat = forms.ChoiceField(
        label=_("What happened"), required=False, choices=[("", _("everything")), *DEEDS.items()]
    )
    vanaf = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    tot = forms.DateField(label=_("Up to"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    rij = forms.IntegerField(required=False, min_value=1, max_value=LARGEST, widget=forms.HiddenInput)
    pagina = forms.IntegerField(required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput)

    def __init__(self, data: dict, *, organisation: Organisation) -> None:
        super().__init__(data)
        people = User.objects.filter(memberships__organisation=organisation)
        self.fields["wie"].queryset = people.order_by("email")
        self.fields["soort"].choices = [("", _("everything")), *kind_choices()]

    def asked(self) -> Asked:
        """What can't be understood is left out, and told beside its field."""
        typed = self.cleaned_data
        person, since, until = typed.get("wie"), typed.get("vanaf"), typed.get("tot")
        return Asked(
            words=typed.get("zoek", ""),
            kind=typed.get("soort", ""),
            what=typed.get("wat", ""),
            person=person and person.pk,
            row=typed.get("rij"),
            since=since if isinstance(since, date) else None,
            until=until if isinstance(until, date) else None,
        )


def history(request: HttpRequest, site) -> HttpResponse:
    form = HistoryForm(request.GET, organisation=request.organisation)
    form.is_valid()
    page = form.cleaned_data.get("pagina") or 1
    lines, older = found(request.organisation, form.asked(), page)
    context = {
        **site.each_context(request),
        "title": _("History"),
        "form": form,
        "lines": lines,
        "newer": page - 1,
        "older": page + 1 if older else None,
    }
    return TemplateResponse(request, "admin/history_list.html", context)
