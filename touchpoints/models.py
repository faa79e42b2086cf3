"""Where people meet an organisation, ours or another's."""

import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, one_of, within_organisation
from organisations.triggers import raises_catalogue_version
from touchpoints.querysets import NamedQuerySet, TouchpointQuerySet

UPL_TERMS = "http://standaarden.overheid.nl/owms/terms/"


@pghistory.track()
class Party(Content):
    """Who stands behind a contact."""

    class Kind(models.TextChoices):
        OWN = "own", _("ours")
        PARTNER = "partner", _("partner")
        NATIONAL = "national", _("national government")
        NETWORK = "network", _("own network")

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["name"]
        default_related_name = "parties"
        constraints = [
            *within_organisation("party"),
            models.UniqueConstraint(
                fields=["organisation", "name", "kind"],
                name="party_once",
                violation_error_message=_("There is already a party with this name and kind."),
            ),
            one_of("party", "kind", "own", "partner", "national", "network"),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("touchpoints:party-page", args=[self.pk])

    @property
    def name_in_full(self) -> str:
        return f"{self.name} · {self.get_kind_display()}"


@pghistory.track()
class Product(Content):
    """A product from the national product list (UPL, Uniforme Productnamenlijst)."""

    name = models.CharField(_("name"), max_length=300)
    uri = models.URLField(_("address in the national product list"), blank=True, default="", max_length=500)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["name"]
        default_related_name = "products"
        constraints = [
            *within_organisation("product"),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="product_name_once",
                violation_error_message=_("There is already a product with this name."),
            ),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("touchpoints:product-page", args=[self.pk])


def upl_address(name: str) -> str:
    """The address that the national list gives a product of this name."""
    return UPL_TERMS + "_".join(name.lower().split())


@pghistory.track()
class Touchpoint(Content):
    """A place of contact that many journeys can pass: a party through a channel."""

    class Channel(models.TextChoices):
        COUNTER = "counter", _("counter")
        PHONE = "phone", _("phone")
        WEBSITE = "website", _("website")
        LETTER = "letter", _("letter")
        EMAIL = "email", _("e-mail")
        APP = "app", _("app")
        HOME_VISIT = "home_visit", _("home visit")
        ON_LOCATION = "on_location", _("on location")
        EVENT = "event", _("event")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=300)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    party = models.ForeignKey(Party, models.PROTECT, verbose_name=_("party"))
    product = models.ForeignKey(
        Product,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("product"),
        help_text=_("From the national product list, where it has one."),
    )

    objects = TouchpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("touchpoint")
        verbose_name_plural = _("touchpoints")
        ordering = ["name", "party__name", "channel"]
        default_related_name = "touchpoints"
        constraints = [
            *within_organisation("touchpoint", "party", "product"),
            models.UniqueConstraint(
                fields=["organisation", "party", "channel", "name"],
                name="touchpoint_once",
                violation_error_message=_("There is already a touchpoint with this name, party and channel."),
            ),
            one_of(
                "touchpoint",
                "channel",
                *("counter", "phone", "website", "letter", "email", "app"),
                *("home_visit", "on_location", "event", "other"),
            ),
        ]
        triggers = [raises_catalogue_version()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("touchpoints:touchpoint-page", args=[self.pk])

    @property
    def name_in_full(self) -> str:
        return f"{self.name} · {self.party} · {self.get_channel_display()}"
