"""The journey itself."""

import pghistory
import pgtrigger
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from journeys.querysets import JourneyQuerySet
from organisations.models import Content, one_of, within_organisation
from organisations.triggers import ONCE_A_TRANSACTION, tells

# Of PostgreSQL's NOTIFY; its payload holds the numbers of the journey, of its organisation and of the journey
# that it is based on, and its version: 0 once it is gone.
CHANNEL = "journey_changed"


def raises_own_version() -> pgtrigger.Trigger:
    """Raise the version along with a change of the journey's own fields."""
    return pgtrigger.Trigger(
        name="raises_own_version",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(exclude=["version", "version_transaction"]),
        func=(
            f"IF NEW.{ONCE_A_TRANSACTION} THEN NEW.version = OLD.version + 1; "
            "NEW.version_transaction = txid_current(); END IF; RETURN NEW;"
        ),
    )


def told_of(row: str, version: str) -> dict[str, str]:
    """Of a row, SQL for what those who listen get to know."""
    columns = {"journey": "id", "organisation": "organisation_id", "based_on": "based_on_id"}
    return {key: f"{row}.{column}" for key, column in columns.items()} | {"version": version}


def tells_listeners() -> list[pgtrigger.Trigger]:
    """Say at commit that there is a newer version, whoever wrote it; also that a journey came or went."""
    newer = pgtrigger.AnyChange("version")
    return [
        tells(CHANNEL, told_of("NEW", "NEW.version"), pgtrigger.Update, newer),
        tells(CHANNEL, told_of("NEW", "NEW.version"), pgtrigger.Insert, name="tells_that_it_came"),
        tells(CHANNEL, told_of("OLD", "0"), pgtrigger.Delete, name="tells_that_it_went"),
    ]


@pghistory.track(exclude=["version", "version_transaction"])
class Journey(Content):
    """One persona going through one life event, as it is or as it should be."""

    class Kind(models.TextChoices):
        AS_IS = "as_is", _("current journey")
        TO_BE = "to_be", _("desired journey")

    life_event = models.ForeignKey("journeys.LifeEvent", models.PROTECT, verbose_name=_("life event"))
    persona = models.ForeignKey("personas.Persona", models.PROTECT, verbose_name=_("persona"))
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.AS_IS)
    goal = models.TextField(_("goal"), blank=True, default="", max_length=10_000)
    based_on = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="desired_journeys",
        verbose_name=_("based on"),
    )
    # What a document named that this organisation doesn't have: kept, so that an export tells the same.
    based_on_title = models.CharField(max_length=300, blank=True, default="", editable=False)
    # The name of another organisation, as whoever brings its journey in here says it.
    taken_from = models.CharField(
        _("taken over from"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("The organisation that made this journey. Leave it empty where that is your own."),
    )
    created_at = models.DateTimeField(_("made on"), auto_now_add=True)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    # The transaction that raised the version last: see organisations/triggers.py.
    version_transaction = models.BigIntegerField(null=True, editable=False)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        verbose_name = _("journey")
        verbose_name_plural = _("journeys")
        ordering = ["id"]
        default_related_name = "journeys"
        constraints = [
            *within_organisation("journey", "life_event", "persona", "based_on"),
            one_of("journey", "kind", "as_is", "to_be"),
        ]
        triggers = [raises_own_version(), *tells_listeners()]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("journeys:journey-map", args=[self.pk])

    def all_improvements(self) -> list[models.Model]:
        """Its own and those of other journeys that address one of its pains. Of one loaded `whole()`."""
        pains = (
            pain for phase in self.loaded_phases for step in phase.loaded_steps for pain in step.loaded_pains
        )
        guests = {link.improvement_id: link.improvement for pain in pains for link in pain.loaded_guests}
        return [*self.loaded_improvements, *(guests[pk] for pk in sorted(guests))]

    def has_steps_for_situations(self) -> bool:
        """Whether some steps are only for situations of the life event."""
        return self.phases.filter(steps__step_situations__isnull=False).exists()
