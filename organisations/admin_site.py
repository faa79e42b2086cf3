"""The Django admin of one organisation at a time."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class OrganisationAdminSite(AdminSite):
    """Lets in the administrators of the organisation at hand, through the product's own sign-in."""

    site_title = _("Leefwereld administration")
    site_header = _("Leefwereld administration")
    index_title = _("Manage")

    def has_permission(self, request: HttpRequest) -> bool:
        membership = getattr(request, "membership", None)
        return request.user.is_active and membership is not None and membership.is_administrator

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return redirect_to_login(request.get_full_path())
