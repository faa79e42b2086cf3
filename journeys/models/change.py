"""What was done to a journey, by whom."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organisations.models import Content, one_of, within_organisation


class ChangeQuerySet(models.QuerySet):
    """Changes, in the words of the domain. Their numbers follow the order in which they happened."""

    def newest_first(self) -> "ChangeQuerySet":
        return self.order_by("-pk")

    def by(self, user) -> "ChangeQuerySet":
        return self.filter(user=user)

    def after(self, change: "Change") -> "ChangeQuerySet":
        return self.filter(pk__gt=change.pk)

    def told(self) -> "ChangeQuerySet":
        """With what a history says of them, in the same query."""
        return self.select_related("user", "undoes")


class Change(Content):
    """One change of a journey, all or nothing. The rows that it wrote are in the events of its context."""

    class Kind(models.TextChoices):
        BEGIN = "begin", _("made")
        EDIT = "edit", _("changed")
        UNDO = "undo", _("undone")
        REDO = "redo", _("done again")
        RESTORE = "restore", _("brought back")

    class Source(models.TextChoices):
        WORKSHOP = "workshop", _("workshop")

    journey = models.ForeignKey("journeys.Journey", models.CASCADE, verbose_name=_("journey"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("by"), related_name="+"
    )
    made_at = models.DateTimeField(_("moment"), default=timezone.now)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.EDIT)
    # Of an undo and a redo the change as it was first made, of a restore the point that came back.
    undoes = models.ForeignKey("self", models.CASCADE, null=True, related_name="+", verbose_name=_("undoes"))
    name = models.CharField(
        _("name"),
        max_length=100,
        blank=True,
        default="",
        help_text=_("A name for the journey as it is after this change."),
    )
    # Where it was made, if not on the map itself; empty is on the map.
    source = models.CharField(max_length=20, choices=Source, blank=True, default="", editable=False)
    context = models.UUIDField(editable=False)
    # Of the journey, once this was done; NULL is not known: from before it was kept.
    version = models.PositiveBigIntegerField(null=True, editable=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["pk"]
        default_related_name = "changes"
        constraints = [
            *within_organisation("change", "journey", "undoes"),
            one_of("change", "kind", "begin", "edit", "undo", "redo", "restore"),
            models.UniqueConstraint(fields=["context", "journey"], name="change_once_a_context"),
        ]
        indexes = [models.Index(fields=["journey", "user", "id"], name="change_of_user")]

    def __str__(self) -> str:
        return self.name or f"{self.get_kind_display()} {timezone.localtime(self.made_at):%Y-%m-%d %H:%M}"

    @property
    def takes_back(self) -> bool:
        """Whether it undoes something, or does it again."""
        return self.kind in (self.Kind.UNDO, self.Kind.REDO)

    @property
    def origin_id(self) -> int:
        """The number of the change as it was first made, however often it was undone and done again."""
        return self.undoes_id if self.takes_back else self.pk
