"""What will be done about what hurts."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from improvements.querysets import ImprovementQuerySet
from journeys.triggers import find, journeys_of_pains, raises_journey_version
from organisations.models import Content, User, in_range, one_of, within_organisation
from touchpoints.models import Party

SCALE = [(number, str(number)) for number in range(1, 6)]
OF_IMPROVEMENT = find("journey_id", "improvements_improvement", "SELECT ROW.improvement_id")
# A measure shows on the map of its own journey, and on that of every journey whose pain it addresses.
OF_ADDRESSED = journeys_of_pains(
    "SELECT pain_id FROM improvements_addressedpain WHERE improvement_id = ROW.id"
)


@pghistory.track()
class Improvement(Content):
    """A measure that addresses pains, and where it lands."""

    class Status(models.TextChoices):
        IDEA = "idea", _("idea")
        PLANNED = "planned", _("planned")
        DOING = "doing", _("in progress")
        DONE = "done", _("done")
        DROPPED = "dropped", _("dropped")

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True, default="", max_length=10_000)
    addresses = models.ManyToManyField(
        "journeys.Pain", through="improvements.AddressedPain", verbose_name=_("addresses"), blank=True
    )
    lands_at = models.ManyToManyField(
        "touchpoints.Touchpoint", through="improvements.Landing", verbose_name=_("lands at"), blank=True
    )
    effort = models.PositiveSmallIntegerField(_("effort"), choices=SCALE, null=True, blank=True)
    effect = models.PositiveSmallIntegerField(_("effect"), choices=SCALE, null=True, blank=True)
    # The name of whoever it is, also where neither of the two below is known: `give_to` writes all three.
    owner = models.CharField(_("owner"), max_length=300, blank=True, default="")
    owner_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("owner: a colleague"),
    )
    owner_party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("owner: a department or partner"),
    )
    # What it changes behind the counter; NULL: nothing there, or not known.
    process_step = models.ForeignKey(
        "processes.ProcessStep", models.SET_NULL, null=True, blank=True, verbose_name=_("process step")
    )
    follow_up = models.DateField(_("follow-up date"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.IDEA)

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("improvement")
        verbose_name_plural = _("improvements")
        ordering = ["id"]
        default_related_name = "improvements"
        constraints = [
            *within_organisation("improvement", "journey", "owner_party", "process_step"),
            models.CheckConstraint(
                condition=models.Q(owner_person=None) | models.Q(owner_party=None),
                name="improvement_one_owner",
            ),
            in_range("improvement", "effort", 1, 5),
            in_range("improvement", "effect", 1, 5),
            one_of("improvement", "status", "idea", "planned", "doing", "done", "dropped"),
        ]
        triggers = [raises_journey_version("SELECT ROW.journey_id", OF_ADDRESSED)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("improvements:improvement-page", args=[self.pk])

    @property
    def owner_name(self) -> str:
        """A party as it is called now; someone else as they were called when it was given to them."""
        return self.owner_party.name if self.owner_party else self.owner

    def give_to(self, owner: "User | Party | str") -> None:
        """A colleague, a department or partner, or just a name."""
        self.owner_person = owner if isinstance(owner, User) else None
        self.owner_party = owner if isinstance(owner, Party) else None
        self.owner = str(owner)[:300]

    def follow_department(self) -> None:
        """Where nobody takes it up, whoever does the work that it changes; a party where there is one."""
        department = self.process_step.department if self.process_step else ""
        if department and not self.owner and not self.owner_person_id and not self.owner_party_id:
            parties = Party.objects.filter(organisation=self.organisation_id, name__iexact=department)[:2]
            self.give_to(parties[0] if len(parties) == 1 else department)

    def take_up(self) -> None:
        """One that was dropped begins again as an idea."""
        if self.status == self.Status.DROPPED:
            self.status = self.Status.IDEA
            self.save(update_fields=["status"])


@pghistory.track()
class AddressedPain(Content):
    """A pain that an improvement addresses."""

    improvement = models.ForeignKey(Improvement, models.CASCADE, verbose_name=_("improvement"))
    pain = models.ForeignKey("journeys.Pain", models.CASCADE, verbose_name=_("pain"))

    class Meta:
        verbose_name = _("addressed pain")
        verbose_name_plural = _("addressed pains")
        ordering = ["id"]
        default_related_name = "addressed_pains"
        constraints = [
            *within_organisation("addressed_pain", "improvement", "pain"),
            models.UniqueConstraint(fields=["improvement", "pain"], name="addressed_pain_once"),
        ]
        triggers = [raises_journey_version(OF_IMPROVEMENT, journeys_of_pains("SELECT ROW.pain_id"))]

    def __str__(self) -> str:
        return str(self.pain)


@pghistory.track()
class Landing(Content):
    """A touchpoint where an improvement lands."""

    improvement = models.ForeignKey(Improvement, models.CASCADE, verbose_name=_("improvement"))
    touchpoint = models.ForeignKey("touchpoints.Touchpoint", models.PROTECT, verbose_name=_("touchpoint"))

    class Meta:
        verbose_name = _("landing")
        verbose_name_plural = _("landings")
        ordering = ["id"]
        default_related_name = "landings"
        constraints = [
            *within_organisation("landing", "improvement", "touchpoint"),
            models.UniqueConstraint(fields=["improvement", "touchpoint"], name="landing_once"),
        ]
        triggers = [raises_journey_version(OF_IMPROVEMENT)]

    def __str__(self) -> str:
        return f"{self.touchpoint} · {self.improvement}"


class MailOff(models.Model):
    """Someone who does not want the weekly message about what is due."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_off")
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.user)


class MailSent(models.Model):
    """The weekly message was sent to someone of an organisation; `week` is its Monday."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    week = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "week"], name="mail_sent_once_a_week")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.week}"
