"""“creche” finds “crèche”: the indexes hold words without their accents, as they are searched."""

from django.db import migrations

WORDS = {
    "journeys_step": "title || ' ' || doing || ' ' || thinking || ' ' || needs || ' ' || designed",
    "journeys_pain": "text",
    "journeys_fact": "text || ' ' || source",
    "improvements_improvement": "title || ' ' || description",
    "processes_processstep": "title || ' ' || department || ' ' || system",
    "personas_finding": "text || ' ' || source",
}


def index(table: str, words: str) -> str:
    return (
        f"DROP INDEX {table}_words; "
        f"CREATE INDEX {table}_words ON {table} USING gin (to_tsvector('dutch', {words}))"
    )


def again(table: str, words: str) -> migrations.RunSQL:
    plain = f"regexp_replace(normalize({words}, NFD), '[\\u0300-\\u036f]', '', 'g')"
    return migrations.RunSQL(index(table, plain), index(table, words))


class Migration(migrations.Migration):
    dependencies = [("searching", "0001_index_words")]

    operations = [again(table, words) for table, words in WORDS.items()]
