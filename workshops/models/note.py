"""What someone writes in a session."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, User, one_of, within_organisation
from workshops.leading import leading
from workshops.querysets import NoteQuerySet
from workshops.refusals import HarvestedAlready, NotInSession
from workshops.triggers import raises_workshop_version

LONGEST = 500


class Note(Content):
    """No history is kept of it: what someone takes back is gone, as they were told."""

    class Kind(models.TextChoices):
        THOUGHT = "thought", _("thought")
        PAIN = "pain", _("pain")
        IDEA = "idea", _("idea")
        NEED = "need", _("need")

    workshop = models.ForeignKey("workshops.Workshop", models.CASCADE, verbose_name=_("workshop"))
    round = models.ForeignKey("workshops.Round", models.CASCADE, verbose_name=_("round"))
    # NULL: written at the console.
    participant = models.ForeignKey(
        "workshops.Participant", models.CASCADE, null=True, blank=True, verbose_name=_("participant")
    )
    # NULL: the step was deleted since.
    step = models.ForeignKey("journeys.Step", models.SET_NULL, null=True, blank=True, verbose_name=_("step"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.CharField(_("text"), max_length=LONGEST)
    # Made where it is written: what is sent twice is written once.
    token = models.UUIDField(default=uuid4, editable=False)
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged", verbose_name=_("grouped under")
    )
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)
    harvest = models.ForeignKey(
        "workshops.Harvest", models.SET_NULL, null=True, editable=False, verbose_name=_("became")
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at", "pk"]
        default_related_name = "notes"
        constraints = [
            *within_organisation(
                "note", "workshop", "round", "participant", "step", "merged_into", "harvest"
            ),
            one_of("note", "kind", "thought", "pain", "idea", "need"),
            models.UniqueConstraint(fields=["participant", "token"], name="note_written_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="note_says_something"),
        ]
        indexes = [models.Index(fields=["workshop", "step"], name="note_at_step")]
        triggers = [raises_workshop_version()]

    def __str__(self) -> str:
        return self.text

    def remove(self, by: User) -> None:
        """Nobody sees it any more; those grouped under it stand by themselves again."""
        with leading(self.workshop, by) as workshop:
            workshop.notes.filter(merged_into=self).update(merged_into=None)
            workshop.notes.filter(pk=self.pk).update(removed_at=timezone.now(), merged_into=None)
        self.refresh_from_db()

    def put_back(self, by: User) -> None:
        with leading(self.workshop, by) as workshop:
            workshop.notes.filter(pk=self.pk).update(removed_at=None)
        self.refresh_from_db()

    def merge_into(self, other: "Note", by: User) -> None:
        """Group it, and all that was grouped under it, under another.

        Raises `NotInSession`, and `HarvestedAlready` where one of them is on the journey.
        """
        with leading(self.workshop, by) as workshop:
            notes = {note.pk: note for note in workshop.notes.standing().filter(pk__in=[self.pk, other.pk])}
            if len(notes) < 2:
                raise NotInSession
            if any(note.harvest_id for note in notes.values()):
                raise HarvestedAlready
            group = models.Q(pk=self.pk) | models.Q(merged_into=self)
            workshop.notes.filter(group).update(merged_into=other)
        self.refresh_from_db()

    def split(self, by: User) -> None:
        """Let all that was grouped under it stand by themselves again."""
        with leading(self.workshop, by) as workshop:
            workshop.notes.filter(merged_into=self, harvest=None).update(merged_into=None)
