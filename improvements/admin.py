"""What will be done about pains, in the admin."""

from django.contrib import admin
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
    fields = ["journey", "title", "description", "effort", "effect", "owner", "follow_up", "status"]
    list_display = ["title", "journey", "status", "owner", "follow_up", "effort", "effect"]
    list_filter = ["status", "follow_up", ("journey", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["journey"]
    search_fields = ["title", "description", "owner"]
    autocomplete_fields = ["journey"]
    inlines = [AddressedPainInline, LandingInline]
