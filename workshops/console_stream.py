"""The console live: whatever happens in the session, it is drawn again."""

from live.kinds import Gone, Kind, Topic, Update
from workshops.following import HEARS, journeys_mark
from workshops.models import Workshop

NAME = "console"


def draw(topic: Topic, _view: str, since: str) -> Update:
    """Each console asks for its own page: it holds what only who leads may see. Raises `Gone`."""
    workshop = Workshop.objects.filter(pk=topic.number).first()
    if workshop is None:
        raise Gone
    mark = console_mark(workshop)
    return Update(mark, told={"again": True} if mark != since else {})


def console_mark(workshop: Workshop) -> str:
    """The version of the session, and the state of its journeys."""
    return f"{workshop.version}.{journeys_mark(workshop)}"


KIND = Kind(NAME, HEARS, draw)
