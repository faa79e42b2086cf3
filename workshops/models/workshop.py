"""The session itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journeys.lane_choice import NAMES as LANES
from journeys.models import Journey, Step
from organisations.models import Content, User, one_of, ordered, within_organisation
from workshops.codes import in_groups, new_code
from workshops.leading import leading
from workshops.querysets import WorkshopQuerySet
from workshops.refusals import NotInSession, Over
from workshops.triggers import raises_own_version, raises_workshop_version, tells_listeners

# Nobody forgets a session for long: it ends by itself so long after it was opened.
LASTS = timedelta(hours=8)
# A paused one waits so long to be taken up, and a prepared one to be opened.
WAITS, PREPARED = timedelta(days=30), timedelta(days=180)


@pghistory.track(exclude=["version", "version_transaction", "code"])
class Workshop(Content):
    """People look at journeys together, and bring in what they know."""

    class State(models.TextChoices):
        READY = "ready", _("prepared")
        OPEN = "open", _("going on")
        PAUSED = "paused", _("paused")
        ENDED = "ended", _("ended")

    title = models.CharField(_("title"), max_length=200)
    facilitator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("facilitator"),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.READY, editable=False)
    # Empty once it has ended: a code opens one door at a time.
    code = models.CharField(_("code"), max_length=6, default=new_code, editable=False)
    door_open = models.BooleanField(_("door open"), default=True, editable=False)
    ends_at = models.DateTimeField(_("ends by itself at"), null=True, blank=True)
    follows = models.BooleanField(_("phones follow the facilitator"), default=True, editable=False)
    step = models.ForeignKey(
        "journeys.Step",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("current step"),
    )
    hidden_lanes = ArrayField(models.CharField(max_length=20), default=list, editable=False)
    created_at = models.DateTimeField(_("made on"), default=timezone.now, editable=False)
    started_at = models.DateTimeField(_("started"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    version = models.PositiveBigIntegerField(default=1, editable=False)
    # The transaction that raised the version last: see organisations/triggers.py.
    version_transaction = models.BigIntegerField(null=True, editable=False)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        ordering = ["-created_at", "-pk"]
        default_related_name = "workshops"
        constraints = [
            *within_organisation("workshop", "step"),
            one_of("workshop", "state", "ready", "open", "paused", "ended"),
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="workshop_code_once"),
            models.CheckConstraint(
                condition=~models.Q(state="ended") | models.Q(code="", ended_at__isnull=False),
                name="workshop_ended_without_a_code",
            ),
        ]
        triggers = [raises_own_version(), tells_listeners()]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:workshop-console", args=[self.pk])

    @property
    def harvest_address(self) -> str:
        return reverse("workshops:workshop-harvest", args=[self.pk])

    @property
    def began_at(self) -> datetime:
        """The day that people speak of: when it began, or else when it was prepared."""
        return self.started_at or self.created_at

    @property
    def shown_code(self) -> str:
        return in_groups(self.code)

    @property
    def is_over(self) -> bool:
        """Ended, or past the time that it ends by itself, though nobody has noticed yet."""
        return self.state == self.State.ENDED or bool(self.ends_at and self.ends_at <= timezone.now())

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN and not self.is_over

    @property
    def admits(self) -> bool:
        """Whether new people can join; before it begins they may sit down already."""
        return self.door_open and not self.is_over and self.state != self.State.PAUSED

    def journeys_in_order(self) -> list[Journey]:
        links = self.workshop_journeys.select_related("journey__persona", "journey__life_event")
        return [link.journey for link in links]

    def steps(self) -> models.QuerySet[Step]:
        """The steps of all its journeys, one journey after the other."""
        steps = Step.objects.filter(phase__journey__workshop_journeys__workshop=self)
        order = ("phase__journey__workshop_journeys__order", "phase__order", "order")
        return steps.select_related("phase__journey__persona").order_by(*order)

    def current_round(self) -> "models.Model | None":
        return self.rounds.running().first()

    @classmethod
    def prepare(
        cls, *, title: str, journeys: Iterable[Journey], by: User, organisation, agenda=()
    ) -> "Workshop":
        """A session on these journeys in this order. `agenda`: the rounds to begin with (see agendas.py)."""
        ends_at = timezone.now() + PREPARED
        workshop = cls(organisation=organisation, title=title, facilitator=by, ends_at=ends_at)
        with transaction.atomic(), pghistory.context(user=by.pk):
            workshop.save_with_a_free_code()
            links = [
                WorkshopJourney(organisation=organisation, workshop=workshop, journey=journey, order=order)
                for order, journey in enumerate(journeys)
            ]
            WorkshopJourney.objects.bulk_create(links)
            workshop.step = workshop.steps().first()
            workshop.save(update_fields=["step"])
            workshop.rounds.fill(workshop, agenda)
        return workshop

    def save_with_a_free_code(self, tries: int = 20) -> None:
        """One in a hundred million is taken; then another is."""
        for left in reversed(range(tries)):
            try:
                with transaction.atomic():
                    self.save()
                break
            except IntegrityError as error:
                if not left or "workshop_code_once" not in str(error):
                    raise
                self.code = new_code()

    def open(self, by: User) -> None:
        """Begin, or take up again: for as long as a session lasts. Raises `Over`."""
        with leading(self, by) as locked:
            now = timezone.now()
            if locked.is_over:
                raise Over
            locked.started_at = locked.started_at or now
            locked._become(self.State.OPEN, ends_at=now + LASTS)

    def pause(self, by: User) -> None:
        """Stop the clock; it can be taken up within a month. Raises `Over`."""
        with leading(self, by) as locked:
            if locked.is_over:
                raise Over
            locked.rounds.running().update(ended_at=timezone.now())
            locked._become(self.State.PAUSED, ends_at=timezone.now() + WAITS)

    def end(self, by: User | None = None) -> None:
        """For good. Names and tokens of who took part go; what they brought in stays."""
        with leading(self, by) as locked:
            if locked.state == self.State.ENDED:
                return
            ended_at = min(timezone.now(), locked.ends_at or timezone.now())
            locked.rounds.running().update(ended_at=ended_at)
            locked.participants.forget()
            locked.code, locked.ended_at = "", ended_at
            locked._become(self.State.ENDED, ends_at=locked.ends_at)

    def _become(self, state: str, *, ends_at) -> None:
        self.state, self.ends_at = state, ends_at
        self.save(update_fields=["state", "ends_at", "started_at", "ended_at", "code"])

    def open_door(self, by: User) -> None:
        self._set(by, door_open=True)

    def close_door(self, by: User) -> None:
        self._set(by, door_open=False)

    def take_control(self, by: User) -> None:
        """Every phone goes where the facilitator is."""
        self._set(by, follows=True)

    def let_go(self, by: User) -> None:
        """Everyone may look around."""
        self._set(by, follows=False)

    def bring_to(self, step: Step, by: User) -> None:
        """Everyone who follows, and the projector. Raises `NotInSession`."""
        if not self.steps().filter(pk=step.pk).exists():
            raise NotInSession
        self._set(by, step=step)

    def show_lanes(self, hidden: Iterable[str], by: User) -> None:
        """All lanes but these."""
        self._set(by, hidden_lanes=[lane for lane in LANES if lane in set(hidden)])

    def _set(self, by: User, **fields) -> None:
        with leading(self, by) as locked:
            if locked.is_over:
                raise Over
            for name, value in fields.items():
                setattr(locked, name, value)
            locked.save(update_fields=list(fields))


@pghistory.track()
class WorkshopJourney(Content):
    """A journey that a session works on."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, verbose_name=_("workshop"))
    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    order = models.PositiveIntegerField(_("order"))

    class Meta:
        verbose_name = _("journey of a workshop")
        verbose_name_plural = _("journeys of workshops")
        ordering = ["order"]
        default_related_name = "workshop_journeys"
        constraints = [
            *within_organisation("workshop_journey", "workshop", "journey"),
            ordered("workshop_journey", "workshop"),
            models.UniqueConstraint(fields=["workshop", "journey"], name="workshop_journey_once"),
        ]
        triggers = [raises_workshop_version()]

    def __str__(self) -> str:
        return str(self.journey)
