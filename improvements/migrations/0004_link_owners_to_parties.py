from django.db import migrations

LINK = """
UPDATE improvements_improvement SET owner_party_id = party.id
FROM (SELECT organisation_id, name, min(id) AS id FROM touchpoints_party GROUP BY 1, 2 HAVING count(*) = 1) party
WHERE improvements_improvement.organisation_id = party.organisation_id
  AND improvements_improvement.owner = party.name AND improvements_improvement.owner_person_id IS NULL
"""


class Migration(migrations.Migration):
    """Owners were names; those that name one party are that party."""

    dependencies = [
        ("improvements", "0003_own_improvements"),
    ]

    operations = [migrations.RunSQL(LINK, migrations.RunSQL.noop)]
