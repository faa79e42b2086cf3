"""The admin within one organisation: nothing of another is listed, offered, found or written."""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from organisations.forms import ContentForm
from organisations.guarded import KEEP
from organisations.history import history_of
from organisations.models import Content, Organisation
from organisations.personal_data import Found


def put_last(row: models.Model) -> None:
    """Give a new row the order behind its sisters; with their parent locked, so that two never share one."""
    parent = next((fields[0] for fields in order_of(row) if fields[-1] == "order"), None)
    if parent is None:
        return
    of = getattr(row, parent)
    type(of)._base_manager.select_for_update().get(pk=of.pk)
    last = type(row)._base_manager.filter(**{parent: of}).aggregate(last=models.Max("order"))["last"]
    row.order = 0 if last is None else last + 1


def order_of(row: models.Model) -> list[tuple[str, ...]]:
    """Fields that are unique together: a parent and the order below it are, where rows have an order."""
    constraints = row._meta.constraints
    return [
        unique.fields
        for unique in constraints
        if isinstance(unique, models.UniqueConstraint) and unique.fields
    ]


class ScopedForm(ContentForm):
    """A form of which the admin makes a class per request, with the organisation at hand in it."""

    organisation: Organisation

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, organisation=self.organisation, **kwargs)

    def asking(self, name: str, found: Iterable[Found]) -> list[str]:
        """The admin draws its own fields, so the tick box stands in the question."""
        box = '<label class="personal-keep"><input type="checkbox" name="{}" value="{}"> {}</label>'
        keep = format_html(box, KEEP, self.personal[name].found, _("Keep it all the same"))
        return [*super().asking(name, found), keep]


class Choice(AutocompleteSelect):
    """Shows a form again with what was chosen, also where that was no row: Django's own fails on a word."""

    def optgroups(self, name: str, value: list[str], attr: dict | None = None) -> list:
        numbers = [number for number in value if number.isascii() and number.isdigit()]
        return super().optgroups(name, numbers, attr)


class Scoped(BaseModelAdmin):
    """What pages and the rows in them share; who is on this site may do everything in the organisation."""

    form = ScopedForm
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).filter(organisation=request.organisation)

    def get_field_queryset(self, db, db_field: models.Field, request: HttpRequest) -> models.QuerySet:
        """What a choice offers, and accepts."""
        model = db_field.remote_field.model
        if not issubclass(model, Content):
            raise PermissionDenied
        return model._default_manager.filter(organisation=request.organisation)

    def formfield_for_foreignkey(self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Choice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_view_on_site_url(self, obj: models.Model | None = None) -> str | None:
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        """A row stays where it was made: moving is done on the map."""
        return [*super().get_readonly_fields(request, obj), *(self.stays_in if obj else ())]

    stays_in: tuple[str, ...] = ()

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)


class ScopedInline(Scoped, admin.StackedInline):
    """Rows on the page of what they belong to."""

    extra = 0
    show_change_link = True

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.organisation = request.organisation
        return formset


class ScopedTable(ScopedInline):
    """The same for rows of a few short fields."""

    template = "admin/edit_inline/tabular.html"


class ScopedAdmin(Scoped, admin.ModelAdmin):
    """The pages of one kind of row."""

    within_organisation = True
    explanation = ""  # what can be done here, on the first page and above its own
    list_per_page = 50
    show_full_result_count = False
    object_history_template = "admin/history.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """Whatever the accents of what is typed, as everywhere."""
        return [f"{name}__holds" for name in super().get_search_fields(request)]

    def get_form(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any):
        form = super().get_form(request, obj, **kwargs)
        form.organisation = request.organisation
        return form

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool) -> None:
        if not change:
            put_last(obj)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        rows = formset.save(commit=False)
        for gone in formset.deleted_objects:
            self.take_away(gone)
        for row in rows:
            if row.pk is None:
                put_last(row)
            row.save()
        formset.save_m2m()

    def take_away(self, row: models.Model) -> None:
        row.delete()

    def get_deleted_objects(self, objs: Iterable[models.Model], request: HttpRequest) -> tuple:
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking, [*protected, *self.staying(objs)]

    def staying(self, rows: Iterable[models.Model]) -> list[str]:
        """Why these can't go, alone or together, in words."""
        return []

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> NoReturn:
        """What isn't ours isn't there, here too; Django itself would go to the front page."""
        raise Http404

    def history_view(self, request: HttpRequest, object_id: str, extra_context=None) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %s") % obj,
            "entries": history_of(obj, request.organisation),
            "object": obj,
            "opts": self.opts,
        }
        return TemplateResponse(request, self.object_history_template, context)

    def log_addition(self, request, obj, message) -> None:
        """Nothing: the database itself keeps the history, of whatever way rows are written."""

    def log_change(self, request, obj, message) -> None:
        """Nothing, as above."""

    def log_deletions(self, request, queryset) -> None:
        """Nothing, as above."""
