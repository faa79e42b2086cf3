"""Every question that is asked of sessions and of what people bring in."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from improvements.models import Improvement
from journeys.models import Pain, Step


class WorkshopQuerySet(models.QuerySet):
    """Sessions, in the words of the domain."""

    def not_ended(self) -> "WorkshopQuerySet":
        return self.exclude(state="ended")

    def due(self) -> "WorkshopQuerySet":
        """Past the time that they end by themselves."""
        return self.not_ended().filter(ends_at__lte=timezone.now())

    def running(self) -> "WorkshopQuerySet":
        return self.filter(state="open").filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()))

    def end_due(self) -> int:
        """End what is past its time, and tell how many: their names and tokens have to go."""
        due = list(self.due())
        for workshop in due:
            workshop.end()
        for workshop in self.filter(state="ready"):
            workshop.participants.came_too_early().forget()
        return len(due)

    def matching(self, words: str) -> "WorkshopQuerySet":
        fields = ("title", "workshop_journeys__journey__title")
        return self.filter(Q.create([(f"{field}__holds", words) for field in fields], Q.OR)).distinct()

    def for_list(self) -> "WorkshopQuerySet":
        """What goes on first, with their journeys, and the numbers of people and notes."""
        link = self.model._meta.get_field("participants").related_model
        people = link.objects.filter(workshop=OuterRef("pk"), removed_at=None)
        notes = self.model._meta.get_field("notes").related_model.objects.filter(
            workshop=OuterRef("pk"), removed_at=None
        )
        urgency = Case(
            When(state="open", then=Value(0)),
            When(state="paused", then=Value(1)),
            When(state="ready", then=Value(2)),
            default=Value(3),
        )
        counted = self.annotate(people_count=number_of(people), note_count=number_of(notes), urgency=urgency)
        links = models.Prefetch("workshop_journeys", to_attr="loaded_journeys")
        return counted.prefetch_related(links, "loaded_journeys__journey__persona").order_by(
            "urgency", "-created_at", "-pk"
        )


def number_of(rows: models.QuerySet) -> Coalesce:
    """How many `rows` of another table belong to each row."""
    counted = rows.order_by().values("workshop").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)


class RoundQuerySet(models.QuerySet):
    """Rounds, in the words of the domain."""

    def running(self) -> "RoundQuerySet":
        return self.filter(started_at__isnull=False, ended_at=None)

    def written_last(self) -> models.Model | None:
        """The round of notes that ended last."""
        return self.filter(ended_at__isnull=False).exclude(kind="vote").order_by("-ended_at").first()

    def fill(self, workshop: models.Model, agenda: Iterable) -> None:
        """The rounds of a ready-made agenda, in order."""
        self.bulk_create(
            self.model(
                organisation=workshop.organisation,
                workshop=workshop,
                kind=part.kind,
                minutes=part.minutes,
                order=order,
            )
            for order, part in enumerate(agenda)
        )


class ParticipantQuerySet(models.QuerySet):
    """Participants, in the words of the domain."""

    def present(self) -> "ParticipantQuerySet":
        """Not sent out."""
        return self.filter(removed_at=None)

    def came_too_early(self) -> "ParticipantQuerySet":
        """More than a day ago: who tried a code of a session that has yet to begin."""
        early = timezone.now() - timedelta(days=1)
        return self.filter(joined_at__lt=early).exclude(digest=None)

    def forget(self) -> None:
        """Names and tokens go; the numbers stay."""
        self.update(nickname="", digest=None)


class NoteQuerySet(models.QuerySet):
    """Notes, in the words of the domain."""

    def standing(self) -> "NoteQuerySet":
        """Not removed, and not grouped under another."""
        return self.filter(removed_at=None, merged_into=None)

    def revealed(self) -> "NoteQuerySet":
        return self.filter(round__revealed_at__isnull=False)

    def at(self, step: models.Model | int | None) -> "NoteQuerySet":
        return self.filter(step=step)

    def of(self, participant: models.Model) -> "NoteQuerySet":
        return self.filter(participant=participant)

    def visible_to(self, participant: models.Model) -> "NoteQuerySet":
        """Their own, and what was shown to all."""
        return self.standing().filter(Q(participant=participant) | Q(round__revealed_at__isnull=False))

    def with_votes(self) -> "NoteQuerySet":
        """`dots`: those on it and on what is grouped under it, once their round has ended."""
        votes = self.model._meta.get_field("votes").related_model.objects
        counted = votes.filter(round__ended_at__isnull=False).annotate(
            head=Coalesce("note__merged_into", "note")
        )
        dots = counted.filter(head=OuterRef("pk")).order_by().values("head").annotate(count=Count("pk"))
        return self.annotate(dots=Coalesce(Subquery(dots.values("count")), 0))

    def with_merged(self) -> "NoteQuerySet":
        """`loaded_merged`: what is grouped under each."""
        merged = self.model.objects.filter(removed_at=None).order_by("written_at", "pk")
        return self.prefetch_related(models.Prefetch("merged", merged, to_attr="loaded_merged"))

    def most_voted_first(self) -> "NoteQuerySet":
        return self.with_votes().order_by(F("dots").desc(), "written_at", "pk")

    def told(self) -> "NoteQuerySet":
        """What everyone may read: shown to all, or part of a journey."""
        return self.filter(Q(round__revealed_at__isnull=False) | Q(harvest__isnull=False))


class RatingQuerySet(models.QuerySet):
    """Feelings of participants, in the words of the domain."""

    def of_workshop(self, workshop: models.Model) -> "RatingQuerySet":
        """Also of who has left: they were asked, and answered."""
        return self.filter(participant__workshop=workshop)

    def at(self, step: models.Model | int) -> "RatingQuerySet":
        return self.filter(step=step)

    def revealed(self) -> "RatingQuerySet":
        return self.filter(round__revealed_at__isnull=False)


class VoteQuerySet(models.QuerySet):
    """Dots, in the words of the domain."""

    def of(self, participant: models.Model, in_round: models.Model) -> "VoteQuerySet":
        return self.filter(participant=participant, round=in_round)

    def counted(self, workshop: models.Model) -> "VoteQuerySet":
        """Of rounds that have ended: until then everyone may change them."""
        return self.filter(round__workshop=workshop, round__ended_at__isnull=False)

    def by_pain(self, workshop: models.Model) -> dict[int, int]:
        """How many dots each pain of the journey got."""
        counts = self.counted(workshop).exclude(pain=None).values("pain").annotate(count=Count("pk"))
        return {row["pain"]: row["count"] for row in counts.order_by("-count", "pain")}


class HarvestQuerySet(models.QuerySet):
    """What came of a session, in the words of the domain."""

    def there_still(self) -> "HarvestQuerySet":
        """What nobody undid or deleted since: the row is there, and a need still stands at its step."""
        return self.with_presence().filter(present=True)

    def with_presence(self) -> "HarvestQuerySet":
        """`present`: whether it is on its journey now."""
        row = {"pk": OuterRef("row")}
        step = Exists(Step.objects.filter(**row))
        at_step = Exists(Step.objects.filter(**row, needs__contains=OuterRef("text")))
        return self.annotate(
            present=Case(
                When(kind="pain", then=Exists(Pain.objects.filter(**row))),
                When(kind="improvement", then=Exists(Improvement.objects.filter(**row))),
                When(kind="need", then=at_step),
                default=step,
                output_field=models.BooleanField(),
            )
        )
