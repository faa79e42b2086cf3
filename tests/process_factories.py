"""Makes what several journeys share behind the counter."""

import factory

from processes.models import Process
from tests.factories import ContentFactory


class ProcessFactory(ContentFactory):
    class Meta:
        model = Process

    name = factory.Sequence(lambda n: f"Proces {n}")
