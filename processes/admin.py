"""What happens behind the counter, in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from journeys.admin import CardAdmin
from processes.models import ProcessStep


@admin.register(ProcessStep)
class ProcessStepAdmin(CardAdmin):
    explanation = _("What happens behind the counter for a step: which department, which system, how long.")
    fields = ["step", "title", "department", "system", "work_minutes", "wait_days"]
    list_display = ["title", "department", "system", "step", "of_journey"]
    list_filter = [("step__phase__journey", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["title", "department", "system"]
