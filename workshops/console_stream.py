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
    return Update(mark, told={"again": True} if mark != since else {}, turns_at=workshop.ends_at)


def console_mark(workshop: Workshop) -> str:
    """The version of the session, the state of its journeys, and whether its time is over."""
    return f"{workshop.version}.{journeys_mark(workshop)}.{int(workshop.is_over)}"


KIND = Kind(NAME, HEARS, draw)
