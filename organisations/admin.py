"""The organisation at hand and its people, in the admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from organisations.admin_forms import MembershipFormSet, OrganisationForm, UserForm
from organisations.admin_scope import ScopedAdmin, ScopedInline
from organisations.invitation_admin import InvitationAdmin
from organisations.models import Membership, Organisation, User
from organisations.preview import preview
from organisations.review import review_of

__all__ = ["InvitationAdmin", "OrganisationAdmin", "UserAdmin"]
ACCOUNT = ["email", "first_name", "last_name", "language", "is_active"]


@admin.register(Organisation)
class OrganisationAdmin(ScopedAdmin):
    explanation = _(
        "The name, the logo and the colour of every page. Look at it first: nothing is saved then. "
        "The theme class is for a theme of the NL Design System that a supplier added."
    )
    form = OrganisationForm
    fields = ["name", "slug", "logo", "theme_css", "theme_class"]
    readonly_fields = ["slug"]
    list_display = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return Organisation.objects.filter(pk=request.organisation.pk)

    def get_urls(self) -> list:
        view, name = self.admin_site.admin_view(self.preview_view), "organisations_organisation_preview"
        return [path("<int:object_id>/voorbeeld/", view, name=name), *super().get_urls()]

    def preview_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """The form as it is typed now, of which nothing is saved."""
        row = get_object_or_404(self.get_queryset(request), pk=object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return preview(request, OrganisationForm(request.POST, request.FILES, instance=row))

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class RoleFilter(admin.SimpleListFilter):
    """By the role in the organisation at hand; a lookup would also find roles elsewhere."""

    title = _("role")
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return Membership.Role.choices

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(role_here=self.value()) if self.value() else queryset


class MembershipInline(ScopedInline):
    """The one membership of the organisation at hand."""

    model = Membership
    formset = MembershipFormSet
    fields = ["role"]
    max_num = 1
    show_change_link = False
    verbose_name_plural = _("role in this organisation")

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def get_formset(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any):
        formset = super().get_formset(request, obj, **kwargs)
        formset.acting = request.user
        return formset


@admin.register(User)
class UserAdmin(ScopedAdmin):
    """People of the organisation at hand: invited by e-mail, closed rather than deleted."""

    explanation = _(
        "Everyone who works here, with their role. Change a role, or close an account: nothing that "
        "someone made is lost. New people are invited."
    )
    list_display = ["email", "first_name", "last_name", "role", "is_active", "last_login"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["email", "first_name", "last_name"]
    ordering = ["email"]
    inlines = [MembershipInline]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        members = User.objects.filter(memberships__organisation=request.organisation)
        return members.annotate(role_here=models.F("memberships__role"))

    @admin.display(description=_("role"), ordering="role_here")
    def role(self, user: User) -> str:
        return Membership.Role(user.role_here).label

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        return ACCOUNT

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> list[tuple]:
        if not self.get_readonly_fields(request, obj):
            return super().get_fieldsets(request, obj)
        why = _("This account is also used outside your organisation. You only manage the role here.")
        return [(None, {"fields": ACCOUNT, "description": why})]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """Who also works elsewhere, or keeps the whole installation, is not ours to change."""
        return ACCOUNT if obj and not obj.is_only_of(request.organisation) else []

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any):
        form = super().get_form(request, obj, change=change, form=UserForm, **kwargs)
        form.acting = request.user
        return form

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """No looking for who has which password hash."""
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """People are invited."""
        return False

    def get_urls(self) -> list:
        review = self.admin_site.admin_view(self.review)
        return [path("controle/", review, name="organisations_user_review"), *super().get_urls()]

    def review(self, request: HttpRequest) -> HttpResponse:
        return review_of(request.organisation)
