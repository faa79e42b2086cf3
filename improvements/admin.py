"""What will be done about pains, in the admin."""

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from improvements.models import AddressedPain, Improvement, Landing
from improvements.owners import OwnerField, owner_of
from journeys.admin_changes import JourneyContentAdmin
from organisations.admin_scope import ScopedForm, ScopedTable


class AddressedPainInline(ScopedTable):
    model = AddressedPain
    fields = ["pain"]
    autocomplete_fields = ["pain"]
    show_change_link = False


class LandingInline(ScopedTable):
    model = Landing
    fields = ["touchpoint"]
    autocomplete_fields = ["touchpoint"]
    show_change_link = False


class ImprovementAdminForm(ScopedForm):
    owner = OwnerField(help_text=_("A colleague, a department or a partner outside."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(self.organisation)
        self.initial["owner"] = owner_of(self.instance)


@admin.register(Improvement)
class ImprovementAdmin(JourneyContentAdmin):
    explanation = _(
        "What will be done about pains: by whom, when, and what it asks. Filter on follow-up date to "
        "see what is due."
    )
    stays_in = ("journey",)
    fields = [
        *("journey", "title", "description", "effort", "effect"),
        *("owner", "follow_up", "status", "process_step"),
    ]
    list_display = ["title", "journey", "status", "owner_name", "follow_up", "effort", "effect"]
    list_filter = ["status", "follow_up", ("journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["journey", "owner_party"]
    search_fields = ["title", "description", "owner", "owner_party__name"]
    autocomplete_fields = ["journey", "process_step"]
    form = ImprovementAdminForm
    inlines = [AddressedPainInline, LandingInline]

    @admin.display(description=_("owner"), ordering="owner")
    def owner_name(self, row: Improvement) -> str:
        return row.owner_name

    def save_model(self, request: HttpRequest, obj: Improvement, form: ModelForm, change: bool) -> None:
        if "owner" in form.changed_data:
            obj.give_to(form.cleaned_data["owner"])
        super().save_model(request, obj, form, change)
