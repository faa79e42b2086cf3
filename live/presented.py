"""A journey on a wall: told that it changed, the page asks for its own slide again."""

from journeys.models import Journey
from live import journeys
from live.kinds import Kind, Topic, Update

NAME = "presented"


def topic_of(journey: Journey) -> Topic:
    return Topic(NAME, journey.pk, journey.organisation_id)


def draw(topic: Topic, _view: None, _since: str) -> Update:
    """Raises `Gone`."""
    return Update(journeys.mark_now(topic.number), told={"stale": True})


KIND = Kind(NAME, journeys.KIND.hears, draw)
