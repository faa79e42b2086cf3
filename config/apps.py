"""The Django admin as this product has it."""

from django.contrib.admin.apps import AdminConfig


class LeefwereldAdmin(AdminConfig):
    """Uses a site that lets in administrators of the organisation at hand."""

    default_site = "organisations.admin_site.OrganisationAdminSite"
