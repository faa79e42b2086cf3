"""The Django admin of one organisation at a time."""

from collections.abc import Callable
from functools import partial, update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.admin.models import LogEntry
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from organisations.access import member_required
from organisations.history_view import history

# The product has pages of its own for these; the last one finds rows of every organisation.
NOT_HERE = {"password_change", "password_change_done", "view_on_site"}

# What an administrator comes for first stands first; what is not named follows by name.
ORDER = ("organisations", "journeys", "personas", "touchpoints", "processes", "improvements", "workshops")


class OrganisationAdminSite(AdminSite):
    """Lets in the administrators of the organisation at hand, through the product's own sign-in."""

    site_title = _("Leefwereld administration")
    site_header = _("Leefwereld administration")
    index_title = _("Manage")

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        """Leave out what libraries bring along: it knows no organisations."""
        if getattr(admin_class, "within_organisation", False):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        membership = getattr(request, "membership", None)
        return request.user.is_active and membership is not None and membership.is_administrator

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        """Send who is signed out to the sign-in page, and tell the others that they may not."""
        shown = super().admin_view(view, cacheable)

        @member_required
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not self.has_permission(request):
                raise PermissionDenied
            return shown(request, *args, **kwargs)

        return update_wrapper(guarded, shown)

    def get_urls(self) -> list:
        kept = [url for url in super().get_urls() if getattr(url, "name", None) not in NOT_HERE]
        return [path("geschiedenis/", self.admin_view(partial(history, site=self)), name="history"), *kept]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict]:
        """The people first; each kind of row with what can be done there."""
        apps = super().get_app_list(request, app_label)
        apps.sort(key=lambda app: ORDER.index(app["app_label"]) if app["app_label"] in ORDER else len(ORDER))
        for model in (model for app in apps for model in app["models"]):
            model["explanation"] = self._registry[model["model"]].explanation
        return apps

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def logout(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect("account_logout")

    def get_log_entries(self, request: HttpRequest) -> QuerySet:
        """None: the history of each row is kept by the database."""
        return LogEntry.objects.none()
