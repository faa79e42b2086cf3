"""Sessions in the admin: to look at, to end, and to delete; they are led at the console."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from organisations.admin_scope import ScopedAdmin, ScopedTable
from workshops.models import Round, Workshop


class RoundInline(ScopedTable):
    model = Round
    fields = ["kind", "minutes", "votes_each"]

    def has_add_permission(self, request: HttpRequest, obj: Workshop | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Workshop | None = None) -> bool:
        return False


@admin.register(Workshop)
class WorkshopAdmin(ScopedAdmin):
    explanation = _(
        "Live sessions. They are prepared and led at the console; here they can be ended or deleted."
    )
    fields = ["title", "state", "facilitator", "created_at", "started_at", "ended_at", "ends_at"]
    readonly_fields = ["state", "facilitator", "created_at", "started_at", "ended_at"]
    list_display = ["title", "state", "facilitator", "created_at", "ended_at"]
    list_filter = ["state", "created_at"]
    list_select_related = ["facilitator"]
    search_fields = ["title"]
    actions = ["end"]
    inlines = [RoundInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A session needs journeys and an agenda: the console asks for them."""
        return False

    @admin.action(description=_("End the chosen workshops"))
    def end(self, request: HttpRequest, workshops: QuerySet[Workshop]) -> None:
        for workshop in workshops:
            workshop.end(by=request.user)
