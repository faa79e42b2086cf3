"""How often a wrong code was typed: kept in the database, so that it holds over every process."""

from datetime import datetime, timedelta

from django.db import connection, models
from django.utils import timezone

WINDOW = timedelta(minutes=10)


class Tries(models.Model):
    """A count for one address (by its digest), or for all together (empty), within one window of time."""

    who = models.CharField(max_length=64)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "since"], name="tries_counted_once")]

    def __str__(self) -> str:
        return f"{self.since:%H:%M}: {self.count}"

    @classmethod
    def add(cls, who: str, change: int = 1) -> int:
        """Count one more (or one less), and give the count; no two processes count the same."""
        sql = """INSERT INTO workshops_tries (who, since, count) VALUES (%s, %s, 1)
                 ON CONFLICT (who, since) DO UPDATE SET count = greatest(workshops_tries.count + %s, 0)
                 RETURNING count"""
        with connection.cursor() as cursor:
            cursor.execute(sql, [who, window(), change])
            return cursor.fetchone()[0]

    @classmethod
    def forget(cls) -> None:
        """Addresses are kept no longer than they count."""
        cls.objects.filter(since__lt=timezone.now() - 2 * WINDOW).delete()


def window() -> datetime:
    """Where the ten minutes began that it is now."""
    now = timezone.now()
    return now.replace(minute=now.minute - now.minute % 10, second=0, microsecond=0)
