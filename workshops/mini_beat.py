"""The hartslag of a whole journey on a strip of a phone: plain numbers."""

from dataclasses import dataclass

from journeys.drawing_small import curve
from journeys.drawing_wide import WIDTH as WIDE
from journeys.drawing_wide import Stretch, WideBeat
from journeys.pictures import MapPicture
from journeys.presenting import beat_of

WIDTH, HEIGHT = 358, 40
TOP, BOTTOM = 8, 32


@dataclass(frozen=True, slots=True)
class MiniBeat:
    """`here`: across and down, where the step is; in the middle where its feeling isn't known."""

    path: str
    blind: tuple[Stretch, ...]
    contact: float | None
    here: tuple[float, float]


def mini_beat(picture: MapPicture, current: int) -> MiniBeat:
    wide: WideBeat = beat_of(picture, current)
    small = WIDTH / WIDE
    points = [(round(point.x * small, 1), height(point.feeling)) for point in wide.points]
    feeling = picture.steps[current].feeling.feeling
    column = WIDTH / len(picture.steps)
    return MiniBeat(
        path=curve(points),
        blind=tuple(Stretch(round(one.x * small, 1), round(one.width * small, 1)) for one in wide.blind),
        contact=None if wide.contact is None else round(wide.contact * small, 1),
        here=(round((current + 0.5) * column, 1), height(feeling or 0)),
    )


def height(feeling: int) -> float:
    return TOP + (2 - feeling) / 4 * (BOTTOM - TOP)
