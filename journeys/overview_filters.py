"""What of the overview someone asks to see, as the address says it, and how much there is of each."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace

from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from journeys.models import Journey, LifeEvent
from journeys.overview_rows import BY_NAME, LONGEST, MOST, Entry
from organisations.listing import chosen, searched
from organisations.plain import plain
from touchpoints.departments import key_of
from touchpoints.models import Touchpoint

MOTIVES = {
    "bereiken": ("achieve", _("wants to achieve something")),
    "last": ("troubled", _("is troubled by something")),
    "idee": ("idea", _("carries out an idea")),
    "onbekend": (None, _("not known yet")),
}
MOTIVE_WORDS = {motive: word for word, (motive, _label) in MOTIVES.items()}
NOTHING, DESIRED, CURRENT = "niets-bedacht", "met-gewenste", "zonder-gewenste"
STATUSES = {
    "idea": ("idee", _("idea")),
    "planned": ("gepland", _("planned")),
    "doing": ("bezig", _("in progress")),
    "done": ("klaar", _("done")),
}
STATUS_LABELS = {
    NOTHING: _("nothing thought up yet"),
    **dict(STATUSES.values()),
    CURRENT: _("no desired journey yet"),
    DESIRED: _("with a desired journey"),
}
ORDERS = {MOST: _("most to be won"), LONGEST: _("longest out of sight"), BY_NAME: _("by name")}


def motive_of(entry: Entry) -> list[str]:
    return [MOTIVE_WORDS[entry.life_event.motive or None]]


def departments_of(entry: Entry) -> Collection[str]:
    return entry.line.department_keys if entry.line else ()


def channels_of(entry: Entry) -> Collection[str]:
    return entry.line.channels if entry.line else ()


def statuses_of(entry: Entry) -> list[str]:
    """How far the improvements that help it are, and whether there is a desired journey."""
    if entry.journey is None:
        return []
    has_desired = entry.desired or entry.journey.kind == Journey.Kind.TO_BE
    thought_up = entry.line.statuses - {"dropped"} if entry.line else ()
    words = [STATUSES[status][0] for status in thought_up]
    return [*(words or [NOTHING]), DESIRED if has_desired else CURRENT]


def life_event_of(entry: Entry) -> list[str]:
    return [str(entry.life_event.pk)]


@dataclass(frozen=True)
class Asked:
    """Words as they stand in the address; one that means nothing finds nothing."""

    words: str = ""
    motive: str = ""
    department: str = ""
    channel: str = ""
    status: str = ""
    life_event: str = ""
    order: str = MOST

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        asked = {name: request.GET.get(word, "").strip()[:320] for name, word in ADDRESS.items()}
        number = chosen(request, ADDRESS["life_event"])
        order = asked["order"] if asked["order"] in ORDERS else MOST
        life_event = "" if number is None else str(number)
        return cls(**asked | {"words": searched(request), "order": order, "life_event": life_event})

    @property
    def filters(self) -> dict[str, str]:
        """Those that are on, by name; the order hides nothing."""
        return {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name != "order" and getattr(self, field.name)
        }

    def query(self) -> str:
        """This, behind the question mark of an address."""
        query = QueryDict(mutable=True)
        for name, word in ADDRESS.items():
            if getattr(self, name):
                query[word] = getattr(self, name)
        return f"?{query.urlencode()}"


ADDRESS = {
    "words": "zoek",
    "motive": "aanleiding",
    "department": "afdeling",
    "channel": "kanaal",
    "status": "status",
    "life_event": "levensgebeurtenis",
    "order": "volgorde",
}
VALUES: dict[str, Callable[[Entry], Collection[str]]] = {
    "motive": motive_of,
    "department": departments_of,
    "channel": channels_of,
    "status": statuses_of,
    "life_event": life_event_of,
}


@dataclass(frozen=True)
class Overview:
    """All entries, and the journeys that have the words someone looks for."""

    entries: Sequence[Entry]
    asked: Asked
    matching: frozenset[int]

    def found(self, asked: Asked | None = None) -> list[Entry]:
        """The entries that answer to all that is asked."""
        asked = asked or self.asked
        return [entry for entry in self.entries if self._has_words(entry, asked) and answers(entry, asked)]

    def _has_words(self, entry: Entry, asked: Asked) -> bool:
        if not asked.words:
            return True
        if entry.journey is None:
            return plain(asked.words) in plain(entry.life_event.name)
        return entry.journey.id in self.matching

    def counts(self, name: str) -> Counter:
        """The number of journeys behind each value of a filter, with all other filters as they are."""
        others = self.found(replace(self.asked, **{name: ""}))
        return Counter(value for entry in others if entry.journey for value in VALUES[name](entry))


def answers(entry: Entry, asked: Asked) -> bool:
    return all(
        getattr(asked, name) in values(entry) for name, values in VALUES.items() if getattr(asked, name)
    )


@dataclass(frozen=True)
class Choice:
    value: str
    label: str | Promise
    count: int


@dataclass(frozen=True)
class Filter:
    """A list to choose from; `groups`: choices under a heading, which is empty where there is but one."""

    name: str
    word: str
    label: str | Promise
    chosen: str
    groups: Sequence[tuple[str | Promise, list[Choice]]]

    @property
    def chosen_label(self) -> str | Promise:
        """What was chosen as people read it; as it stands in the address where it isn't there any more."""
        return self._labels.get(self.chosen, self.chosen)

    @property
    def is_unknown(self) -> bool:
        """Chosen in the address, and not among the choices."""
        return bool(self.chosen) and self.chosen not in self._labels

    @property
    def _labels(self) -> dict[str, str | Promise]:
        return {choice.value: choice.label for _heading, group in self.groups for choice in group}


def filters(overview: Overview, life_events: Iterable[LifeEvent]) -> list[Filter]:
    """With counts, and only with what some journey has."""
    known = {name: _known(overview, name) for name in VALUES}
    events = {str(life_event.pk): life_event.name for life_event in life_events}
    labels = {
        "motive": {word: label for word, (_motive, label) in MOTIVES.items() if word in known["motive"]},
        "department": department_names(overview.entries),
        "channel": {value: label for value, label in Touchpoint.Channel.choices if value in known["channel"]},
        "status": STATUS_LABELS,
        "life_event": dict(sorted(events.items(), key=lambda item: item[1].casefold())),
    }
    if len(events) == 1 and not overview.asked.life_event:
        del labels["life_event"]
    return [_filter(overview, name, of_name) for name, of_name in labels.items()]


NAMES = {
    "motive": _("Motive"),
    "department": _("Department"),
    "channel": _("Channel"),
    "status": _("Status"),
    "life_event": _("Life event"),
}


def _filter(overview: Overview, name: str, labels: dict[str, str | Promise]) -> Filter:
    counts = overview.counts(name)
    choices = [Choice(value, label, counts[value]) for value, label in labels.items()]
    groups: list[tuple[str | Promise, list[Choice]]] = [("", choices)]
    if name == "status":
        groups = [
            (_("Improvements"), [one for one in choices if one.value not in (CURRENT, DESIRED)]),
            (_("Desired journey"), [one for one in choices if one.value in (CURRENT, DESIRED)]),
        ]
    return Filter(name, ADDRESS[name], NAMES[name], getattr(overview.asked, name), groups)


def _known(overview: Overview, name: str) -> set[str]:
    return {value for entry in overview.entries for value in VALUES[name](entry)}


def department_names(entries: Iterable[Entry]) -> dict[str, str]:
    """By key, sorted; the name that most journeys use."""
    names = Counter(name for entry in entries if entry.line for name in entry.line.departments)
    by_key: dict[str, str] = {}
    for name, _count in names.most_common():
        by_key.setdefault(key_of(name), name)
    return dict(sorted(by_key.items()))


@dataclass(frozen=True, slots=True)
class WayOut:
    label: str
    query: str
    count: int


def ways_out(overview: Overview, shown: Iterable[Filter]) -> list[WayOut]:
    """What finds something again, where nothing is found: leave one filter out."""
    labels = {one.name: f"{one.label}: {one.chosen_label}" for one in shown}
    labels["words"] = f"“{overview.asked.words}”"
    ways = []
    for name in overview.asked.filters:
        less = replace(overview.asked, **{name: ""})
        count = sum(entry.journey is not None for entry in overview.found(less))
        if count:
            ways.append(WayOut(labels[name], less.query(), count))
    return ways
