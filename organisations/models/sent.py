"""What was sent and written, so that it isn't written again."""

from datetime import timedelta

from django.db import connection, models
from django.utils import timezone

KEPT = timedelta(days=14)


class Sent(models.Model):
    """A change as someone sent it: a repeat, because the answer was lost, is known by it."""

    user = models.ForeignKey("organisations.User", models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)
    location = models.CharField(max_length=500, default="")  # where the answer led to; empty for a part

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="sent_once")]

    def __str__(self) -> str:
        return self.key

    @classmethod
    def forget(cls, location: str) -> None:
        """What led there: the row is gone, and may be made again."""
        cls.objects.filter(location=location).delete()

    @classmethod
    def is_first(cls, user: int, key: str) -> bool:
        """Remember it in this transaction; a repeat waits until the first one has ended."""
        insert = """INSERT INTO organisations_sent (user_id, key, at, location) VALUES (%s, %s, now(), '')
                    ON CONFLICT DO NOTHING RETURNING id"""
        with connection.cursor() as cursor:
            cursor.execute(insert, [user, key])
            row = cursor.fetchone()
        if row and row[0] % 100 == 0:
            cls.objects.filter(at__lt=timezone.now() - KEPT).delete()
        return row is not None
