"""Everything on a map, in the admin: written through the one way to change a journey."""

from collections.abc import Iterable
from contextlib import ExitStack

from django.contrib import admin
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from journeys.changes import changing, lock
from journeys.models import Journey
from organisations.admin_scope import ScopedAdmin


class JourneyContentAdmin(ScopedAdmin):
    """Locks the journey of whatever is written; `to_journey` leads there from a row."""

    to_journey = "journey"

    def journey_of(self, row: models.Model) -> Journey | None:
        """None where the journey itself is still to be made."""
        for name in filter(None, self.to_journey.split("__")):
            row = getattr(row, name)
        return row if row.pk else None

    @admin.display(description=_("journey"))
    def of_journey(self, row: models.Model) -> Journey | None:
        return self.journey_of(row)

    def lock(self, request: HttpRequest, rows: Iterable[models.Model]) -> ExitStack:
        """In the order of their numbers, so that two changes never wait for each other."""
        journeys = {journey.pk: journey for journey in map(self.journey_of, rows) if journey}
        stack = ExitStack()
        for _number, journey in sorted(journeys.items()):
            stack.enter_context(changing(journey, by=request.user))
        return stack

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool) -> None:
        with self.lock(request, [obj]):
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list, change: bool) -> None:
        with self.lock(request, [form.instance]):
            super().save_related(request, form, formsets, change)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None):
        """Whoever writes locks the journey first, as on the map: in another order two wait for each other."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST" and (journey := self.journey_of(row)):
            lock(journey)
        return row

    def take_away(self, row: models.Model) -> None:
        """What stands in an order closes around it."""
        getattr(row, "remove", row.delete)()

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        with self.lock(request, [obj]):
            self.take_away(obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        with self.lock(request, queryset):
            for row in queryset:
                if queryset.model._base_manager.filter(pk=row.pk).exists():  # else it went along with another
                    self.take_away(row)
