"""Saved views of before know their situations by name alone."""

from django.db import migrations
from django.http import QueryDict


def know(apps, schema_editor) -> None:
    for view in apps.get_model("journeys.SavedView").objects.filter(query__contains="situatie="):
        names = QueryDict(view.query).getlist("situatie")
        situations = apps.get_model("journeys.Situation").objects.filter(
            life_event__journeys=view.journey_id, name__in=names
        )
        view.situations = dict(situations.values_list("name", "pk"))
        view.save(update_fields=["situations"])


class Migration(migrations.Migration):
    dependencies = [("journeys", "0010_keep_where_a_journey_comes_from")]

    operations = [migrations.RunPython(know, migrations.RunPython.noop)]
