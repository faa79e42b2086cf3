"""What happens behind the counter, in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from journeys.admin import CardAdmin
from organisations.admin_scope import ScopedAdmin
from processes.models import Process, ProcessStep


@admin.register(Process)
class ProcessAdmin(ScopedAdmin):
    explanation = _("Processes that serve several journeys. Its own page shows which, and what hurts there.")
    fields = ["name", "description"]
    list_display = ["name"]
    search_fields = ["name", "description"]


@admin.register(ProcessStep)
class ProcessStepAdmin(CardAdmin):
    explanation = _("What happens behind the counter for a step: which department, which system, how long.")
    fields = [
        *("step", "title", "department", "system", "work_minutes", "wait_days"),
        *("seen", "awaited_by", "needed_by", "part_of"),
    ]
    list_display = ["title", "department", "system", "step", "of_journey", "part_of"]
    list_filter = [
        ("step__phase__journey", admin.RelatedOnlyFieldListFilter),
        ("part_of", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["title", "department", "system", "part_of__name"]
    autocomplete_fields = ["step", "awaited_by", "needed_by", "part_of"]
