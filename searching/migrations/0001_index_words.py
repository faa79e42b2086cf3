"""What there can be thousands of is found through an index; see searching/sources.py."""

from django.db import migrations

WORDS = {
    "journeys_step": "title || ' ' || doing || ' ' || thinking || ' ' || needs || ' ' || designed",
    "journeys_pain": "text",
    "journeys_fact": "text || ' ' || source",
    "improvements_improvement": "title || ' ' || description",
    "processes_processstep": "title || ' ' || department || ' ' || system",
    "personas_finding": "text || ' ' || source",
}


def index(table: str, words: str) -> migrations.RunSQL:
    made = f"CREATE INDEX {table}_words ON {table} USING gin (to_tsvector('dutch', {words}))"
    return migrations.RunSQL(made, f"DROP INDEX {table}_words")


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0001_initial"),
        ("improvements", "0001_initial"),
        ("processes", "0001_initial"),
        ("personas", "0001_initial"),
    ]

    operations = [index(table, words) for table, words in WORDS.items()]
