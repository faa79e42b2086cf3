"""The name of this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchingConfig(AppConfig):
    name = "searching"
    verbose_name = _("Search")
