"""A floor behind the product's own doors: session, user, rights and one transaction, then a bare UPDATE.

BENCH_STATEMENTS names a JSON file with the statements of each address, as for `bench.floor`.
"""

import json
import os
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from config.wsgi import application as application
from organisations.access import editor_required
from organisations.middleware import OrganisationRequest

STATEMENTS = json.loads(Path(os.environ["BENCH_STATEMENTS"]).read_text())
settings.ROOT_URLCONF = __name__


@editor_required
@require_POST
def write(_request: OrganisationRequest, key: str) -> HttpResponse:
    """The statements between BEGIN and COMMIT, which the product's doors bring themselves."""
    with connection.cursor() as cursor:
        for statement in STATEMENTS[f"/{key}/bare"][1:-1]:
            cursor.execute(statement)
    return HttpResponse()


urlpatterns = [path("bench/<str:key>/", write), path("", include("config.urls"))]
