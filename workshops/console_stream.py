"""The console live: whatever happens in the session, it is drawn again."""

from live.kinds import Gone, Kind, Topic, Update
from workshops.models import Workshop
from workshops.triggers import CHANNEL

NAME = "console"


def draw(topic: Topic, _view: str, since: str) -> Update:
    """Each console asks for its own page: it holds what only who leads may see. Raises `Gone`."""
    version = Workshop.objects.filter(pk=topic.number).values_list("version", flat=True).first()
    if version is None:
        raise Gone
    mark = str(version)
    return Update(mark, told={"again": True} if mark != since else {})


KIND = Kind(NAME, {CHANNEL: lambda told, topic: told["workshop"] == topic.number}, draw)


def topic_of(workshop: Workshop) -> Topic:
    return Topic(NAME, workshop.pk, workshop.organisation_id)
