"""The tenant."""

from urllib.parse import quote

import pghistory
import pgtrigger
from django.core.validators import FileExtensionValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.triggers import CATALOGUE_CHANGED, tells


@pghistory.track(exclude=["version", "version_transaction"])
class Organisation(models.Model):
    """A municipality or another organisation: all content belongs to one."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("short name"), unique=True, help_text=_("Used on the command line."))
    theme_class = models.SlugField(
        _("theme class"),
        blank=True,
        default="",
        help_text=_("CSS class of the organisation's own theme, for example 'waterrijk-theme'."),
    )
    theme_css = models.CharField(
        _("theme style sheet"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Path of a style sheet under static, for example 'themes/waterrijk.css'."),
    )
    logo = models.ImageField(
        _("logo"),
        upload_to="logos/",
        blank=True,
        # An SVG can carry scripts.
        validators=[FileExtensionValidator(["png", "jpg", "jpeg", "webp"])],
    )
    version = models.PositiveBigIntegerField(default=1, editable=False)
    # The transaction that raised the version last: see organisations/triggers.py.
    version_transaction = models.BigIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        triggers = [
            tells(
                CATALOGUE_CHANGED,
                {"organisation": "NEW.id"},
                pgtrigger.Update,
                pgtrigger.AnyChange("version"),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def logo_address(self) -> str:
        """Where its own people get the picture; by the name of its file, so that a new one shows at once."""
        return f"{reverse('organisations:logo')}?{quote(self.logo.name)}" if self.logo else ""

    def keeps_an_administrator_without(self, user: models.Model) -> bool:
        """Whether someone else can still manage it; in a transaction, so that two can't leave at once."""
        Organisation.objects.select_for_update().get(pk=self.pk)
        others = self.memberships.filter(role="administrator", user__is_active=True).exclude(user=user)
        return others.exists()
