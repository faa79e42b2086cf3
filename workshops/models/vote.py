"""One dot that someone gave."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, in_range, within_organisation
from workshops.models.round import MOST_DOTS
from workshops.querysets import VoteQuerySet
from workshops.triggers import OF_PARTICIPANT, raises_workshop_version


class Vote(Content):
    """A dot on a note, or on a pain of the journey. Dots are numbered, so nobody has more than there are."""

    round = models.ForeignKey("workshops.Round", models.CASCADE, verbose_name=_("round"))
    participant = models.ForeignKey("workshops.Participant", models.CASCADE, verbose_name=_("participant"))
    note = models.ForeignKey("workshops.Note", models.CASCADE, null=True, verbose_name=_("note"))
    pain = models.ForeignKey("journeys.Pain", models.CASCADE, null=True, verbose_name=_("pain"))
    slot = models.PositiveSmallIntegerField(_("which of their dots"))

    objects = VoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["pk"]
        default_related_name = "votes"
        constraints = [
            *within_organisation("vote", "round", "participant", "note", "pain"),
            in_range("vote", "slot", 1, MOST_DOTS),
            models.UniqueConstraint(fields=["round", "participant", "slot"], name="vote_each_dot_once"),
            models.CheckConstraint(
                condition=models.Q(note=None, pain__isnull=False) | models.Q(note__isnull=False, pain=None),
                name="vote_on_a_note_or_a_pain",
            ),
        ]
        triggers = [raises_workshop_version(OF_PARTICIPANT)]

    def __str__(self) -> str:
        return str(self.note or self.pain)
