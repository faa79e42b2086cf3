"""The leerroute: the method in short lessons, beside a journey of one's own."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningConfig(AppConfig):
    name = "learning"
    verbose_name = _("leerroute")
