"""The name of this app in the administration, and how texts are searched everywhere."""

from django.apps import AppConfig
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.plain import Holds


class OrganisationsConfig(AppConfig):
    name = "organisations"
    verbose_name = _("Organisation and people")

    def ready(self) -> None:
        for texts in (models.CharField, models.TextField):
            texts.register_lookup(Holds)
