"""Django's admin and static files as this product has them."""

from typing import ClassVar

from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class LeefwereldAdmin(AdminConfig):
    """Uses a site that lets in administrators of the organisation at hand."""

    default_site = "organisations.admin_site.OrganisationAdminSite"


class LeefwereldStaticFiles(StaticFilesConfig):
    """Leaves out the htmx that django-htmx ships: ours is in static/vendor."""

    ignore_patterns: ClassVar[list[str]] = [*StaticFilesConfig.ignore_patterns, "django_htmx"]
