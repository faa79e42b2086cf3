"""The worked example, a child is born, in an organisation to try the product with."""

from pathlib import Path

from django.db import transaction

from exchange.importer import import_document
from journeys.models import Journey
from organisations.models import Organisation

# In the order of their names: a desired journey comes after the one that it is based on.
DOCUMENTS = Path(__file__).parent / "examples" / "birth"


@transaction.atomic
def load_example() -> list[Journey]:
    """The journeys that were added: none where the organisation already has some."""
    Organisation.objects.get_or_create(slug="waterrijk", defaults={"name": "Gemeente Waterrijk"})
    organisation = Organisation.objects.select_for_update(no_key=True).get(slug="waterrijk")
    if organisation.journeys.exists():
        return []
    return [
        import_document(file.read_bytes(), organisation, by=None) for file in sorted(DOCUMENTS.glob("*.json"))
    ]
