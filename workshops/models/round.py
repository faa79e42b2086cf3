"""One part of a session, with a time box."""

from datetime import datetime, timedelta

import pghistory
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journeys.arranging import Stays
from journeys.ordering import append, renumber
from organisations.models import Content, User, in_range, one_of, ordered, within_organisation
from workshops.leading import leading
from workshops.querysets import RoundQuerySet
from workshops.refusals import NotNow, Over
from workshops.triggers import raises_workshop_version

LONGEST = 480  # minutes: a working day
MOST_DOTS = 20


@pghistory.track()
class Round(Content):
    """What everyone does for a while; it ends when the facilitator says so."""

    class Kind(models.TextChoices):
        LOOK_BACK = "look_back", _("look back")
        WALK_THROUGH = "walk_through", _("walk through")
        FEELINGS = "feelings", _("feelings")
        PAINS = "pains", _("pains")
        IDEAS = "ideas", _("ideas")
        VOTE = "vote", _("vote")
        AGREE = "agree", _("agree on who does what")

    workshop = models.ForeignKey("workshops.Workshop", models.CASCADE, verbose_name=_("workshop"))
    kind = models.CharField(_("what we do"), max_length=20, choices=Kind)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    votes_each = models.PositiveSmallIntegerField(_("dots for each person"), default=5)
    order = models.PositiveIntegerField(_("order"))
    started_at = models.DateTimeField(_("started"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    revealed_at = models.DateTimeField(_("shown to all"), null=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["order"]
        default_related_name = "rounds"
        constraints = [
            *within_organisation("round", "workshop"),
            ordered("round", "workshop"),
            one_of(
                "round",
                "kind",
                *("look_back", "walk_through", "feelings", "pains", "ideas", "vote", "agree"),
            ),
            in_range("round", "minutes", 1, LONGEST),
            in_range("round", "votes_each", 1, MOST_DOTS),
            models.UniqueConstraint(
                fields=["workshop"],
                condition=models.Q(started_at__isnull=False, ended_at=None),
                name="round_runs_alone",
            ),
        ]
        triggers = [raises_workshop_version()]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def state(self) -> str:
        """'waiting', 'running' or 'done'."""
        if self.started_at is None:
            return "waiting"
        return "running" if self.ended_at is None else "done"

    @property
    def is_running(self) -> bool:
        return self.state == "running"

    @property
    def is_revealed(self) -> bool:
        return self.revealed_at is not None

    @property
    def ends_at(self) -> datetime | None:
        """When its time is up, by the server's clock; the facilitator decides whether it goes on."""
        return self.started_at and self.started_at + timedelta(minutes=self.minutes)

    @property
    def takes_votes(self) -> bool:
        return self.kind == self.Kind.VOTE

    @property
    def takes_feelings(self) -> bool:
        return self.kind not in (self.Kind.VOTE, self.Kind.AGREE)

    @property
    def takes_notes(self) -> bool:
        return self.kind != self.Kind.VOTE

    @property
    def note_kinds(self) -> tuple[str, ...]:
        """What can be written in it; what it is about comes first."""
        first = {self.Kind.PAINS: "pain", self.Kind.IDEAS: "idea", self.Kind.AGREE: "idea"}.get(
            self.kind, "thought"
        )
        others = [kind for kind in ("thought", "pain", "idea") if kind != first]
        return (first, *others) if self.takes_notes else ()

    def start(self, by: User) -> None:
        """Begin, or begin anew; whatever ran is stopped. Raises `Over`, and `NotNow` while it is paused."""
        with leading(self.workshop, by) as workshop:
            if workshop.is_over:
                raise Over
            if not workshop.is_open:
                raise NotNow
            now = timezone.now()
            workshop.rounds.running().exclude(pk=self.pk).update(ended_at=now)
            workshop.rounds.filter(pk=self.pk).exclude(pk__in=workshop.rounds.running()).update(
                started_at=now, ended_at=None
            )
        self.refresh_from_db()

    def stop(self, by: User) -> None:
        with leading(self.workshop, by) as workshop:
            workshop.rounds.running().filter(pk=self.pk).update(ended_at=timezone.now())
        self.refresh_from_db()

    def extend(self, minutes: int, by: User) -> None:
        """From now on, where its time was up already. Raises `NotNow` where it doesn't run."""
        with leading(self.workshop, by) as workshop:
            running = workshop.rounds.running().filter(pk=self.pk).first()
            if running is None:
                raise NotNow
            passed = int((timezone.now() - running.started_at) / timedelta(minutes=1))
            running.minutes = min(max(running.minutes, passed) + minutes, LONGEST)
            running.save(update_fields=["minutes"])
        self.refresh_from_db()

    def reveal(self, by: User) -> None:
        """Everyone sees what everyone wrote and felt. Raises `NotNow` where it never began."""
        with leading(self.workshop, by) as workshop:
            started = workshop.rounds.filter(pk=self.pk, started_at__isnull=False)
            if not started.exists():
                raise NotNow
            started.filter(revealed_at=None).update(revealed_at=timezone.now())
        self.refresh_from_db()

    def add(self, by: User) -> None:
        """Behind the others. Raises `Over`."""
        with leading(self.workshop, by) as workshop:
            if workshop.is_over:
                raise Over
            append(self, workshop.rounds.all())

    def change(self, by: User) -> None:
        """Save what its form changed."""
        with leading(self.workshop, by):
            self.save(update_fields=["kind", "minutes", "votes_each"])

    def move(self, direction: int, by: User) -> None:
        """One place earlier (-1) or later (+1). Raises `Stays` at the end."""
        with leading(self.workshop, by) as workshop:
            rounds = list(workshop.rounds.all())
            place = rounds.index(self)
            if not 0 <= place + direction < len(rounds):
                raise Stays
            rounds.insert(place + direction, rounds.pop(place))
            renumber(rounds)
        self.refresh_from_db()

    def remove(self, by: User) -> None:
        """Take it out of the agenda. Raises `NotNow` once it has begun: people wrote in it."""
        with leading(self.workshop, by) as workshop:
            waiting = workshop.rounds.filter(pk=self.pk, started_at=None)
            if not waiting.delete()[0]:
                raise NotNow
            renumber(list(workshop.rounds.all()))
