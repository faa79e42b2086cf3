"""What will be done about pains, in the admin."""

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from improvements.models import AddressedPain, Improvement, Landing
from journeys.admin_changes import JourneyContentAdmin
from organisations.admin_scope import ScopedTable


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


@admin.register(Improvement)
class ImprovementAdmin(JourneyContentAdmin):
    explanation = _(
        "What will be done about pains: by whom, when, and what it asks. Filter on follow-up date to "
        "see what is due."
    )
    stays_in = ("journey",)
    fields = [
        *("journey", "title", "description", "effort", "effect"),
        *("owner_party", "owner", "follow_up", "status"),
    ]
    list_display = ["title", "journey", "status", "owner_name", "follow_up", "effort", "effect"]
    list_filter = ["status", "follow_up", ("journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["journey", "owner_party"]
    search_fields = ["title", "description", "owner", "owner_party__name"]
    autocomplete_fields = ["journey", "owner_party"]
    inlines = [AddressedPainInline, LandingInline]

    @admin.display(description=_("owner"), ordering="owner")
    def owner_name(self, row: Improvement) -> str:
        return row.owner_name

    def save_model(self, request: HttpRequest, obj: Improvement, form: ModelForm, change: bool) -> None:
        """A department or partner that is chosen takes the place of a name, and the other way round."""
        if "owner_party" in form.changed_data:
            obj.give_to(obj.owner_party or obj.owner)
        elif "owner" in form.changed_data:
            obj.give_to(obj.owner)
        super().save_model(request, obj, form, change)
