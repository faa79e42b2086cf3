"""Random journey documents of every shape that the format allows, as people might really send them."""

from datetime import date

from hypothesis import strategies as st

CONTROL_FREE = st.characters(exclude_categories=("Cs", "Cc"))
TITLES = st.text(CONTROL_FREE, min_size=1, max_size=12).filter(str.strip)
TEXTS = st.text(CONTROL_FREE, max_size=20)
SAID = TITLES
DATES = st.dates(min_value=date(1900, 1, 1)).map(date.isoformat)
WHOLE = st.integers(0, 400)
KINDS = ("own", "partner", "national", "network")
CHANNELS = (
    "counter",
    "phone",
    "website",
    "letter",
    "email",
    "app",
    "home_visit",
    "on_location",
    "event",
    "other",
)
SITUATIONS = ("ongehuwd", "bevalt elders", "geen DigiD", "één ouder")
ANYONE = st.sampled_from(("Sanne", "Mo & Iris", "Çelik", "👶"))


def record(required: dict, optional: dict) -> st.SearchStrategy[dict]:
    """Optional keys are there, null or left out."""
    nullable = {key: st.none() | values for key, values in optional.items()}
    return st.fixed_dictionaries(required, optional=nullable)


def some(values: list) -> st.SearchStrategy[list]:
    """A few of these, perhaps one twice; none where there are none."""
    return st.lists(st.sampled_from(values), max_size=3) if values else st.just([])


PARTIES = st.builds(
    dict, name=st.sampled_from(("Burgerzaken", "Verloskundige", "UWV")), kind=st.sampled_from(KINDS)
)
PROCESS = {
    "department": st.sampled_from(("Burgerzaken", "BRP", "Communicatie", "")),
    "system": TEXTS,
    "work_minutes": WHOLE,
    "wait_days": WHOLE,
    "seen": st.booleans(),
    "part_of": st.sampled_from(("Geboorte inschrijven", "Adres wijzigen", "")),
}
FACTS = record({"text": SAID}, {"source": TEXTS, "checked_on": DATES})


@st.composite
def life_events(draw: st.DrawFn) -> dict:
    return draw(
        record(
            {"name": st.sampled_from(("een kind krijgen", "verhuizen"))},
            {
                "motive": st.sampled_from(("achieve", "troubled", "idea")),
                "anchor": TEXTS,
                "situations": st.lists(st.sampled_from(SITUATIONS), max_size=4),
            },
        )
    )


PERSONAS = record(
    {"name": ANYONE},
    {
        "situation": TEXTS,
        "quote": TEXTS,
        "needs": st.lists(SAID, max_size=2),
        "worries": st.lists(SAID, max_size=2),
        "digital_skill": st.integers(1, 5),
        "capacity_to_act": st.integers(1, 5),
        "lives_here": st.booleans(),
    },
)
JOURNEYS = record(
    {"title": TITLES, "kind": st.sampled_from(("as_is", "to_be"))},
    {"goal": TEXTS, "organisation": TITLES, "based_on": TITLES},
)


class Keys:
    """Hands out keys that no one in the document has yet, some of them odd."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.count = 0
        self.shape = draw(st.sampled_from(("{}", "k{}", "stap {}", "$.'\"{}", "ключ{}")))

    def next(self) -> str:
        self.count += 1
        return self.shape.format(self.count)


@st.composite
def pains(draw: st.DrawFn, keys: Keys) -> dict:
    return draw(
        record(
            {"text": SAID},
            {
                "key": st.just(keys.next()),
                "severity": st.integers(1, 3),
                "influence": st.sampled_from(("ours", "with_partners", "not_ours")),
            },
        )
    )


@st.composite
def steps(draw: st.DrawFn, keys: Keys, touchpoints: list[str], situations: list[str]) -> dict:
    encounter = record(
        {"touchpoint": st.sampled_from(touchpoints or [""])},
        {"wanted": st.booleans(), "experience": st.integers(-2, 2), "note": TEXTS},
    )
    return draw(
        record(
            {"title": TITLES},
            {
                "key": st.just(keys.next()),
                **dict.fromkeys(("doing", "thinking", "needs", "designed"), TEXTS),
                "feeling": st.integers(-2, 2),
                "offset_days": st.integers(-300, 100),
                "duration_days": st.integers(0, 60),
                "only_for": some(situations),
                "facts": st.lists(FACTS, max_size=1),
                "encounters": st.lists(encounter, max_size=2) if touchpoints else st.just([]),
                "pains": st.lists(pains(keys), max_size=2),
                "process": st.lists(process_steps(keys), max_size=2),
            },
        )
    )


@st.composite
def process_steps(draw: st.DrawFn, keys: Keys) -> dict:
    return draw(record({"title": TITLES}, PROCESS | {"key": st.just(keys.next())}))


def relate(draw: st.DrawFn, phases: list[dict], keys: list[str]) -> None:
    """Steps wait for some process steps, or depend on them."""
    for process in _all_in(phases, "process"):
        for name in ("awaited_by", "needed_by") if keys else ():
            if draw(st.booleans()):
                process[name] = draw(st.none() | st.sampled_from(keys))


def point_at_process(draw: st.DrawFn, pointing: list[dict], phases: list[dict]) -> None:
    """Some pains come from a process step, some improvements change one."""
    keys = [item["key"] for item in _all_in(phases, "process") if item.get("key") is not None]
    for thing in pointing if keys else ():
        if draw(st.booleans()):
            thing["process_step"] = draw(st.none() | st.sampled_from(keys))


def _all_in(phases: list[dict], name: str) -> list[dict]:
    return [item for phase in phases for step in phase["steps"] for item in step.get(name) or ()]


@st.composite
def documents(draw: st.DrawFn, life_event: dict | None = None) -> dict:
    """A valid `leefwereld-journey/1` document."""
    keys = Keys(draw)
    event = draw(life_events()) if life_event is None else life_event
    touchpoints = [draw(touchpoint(keys)) for _ in range(draw(st.integers(0, 4)))]
    places = [place["key"] for place in touchpoints]
    step = steps(keys, places, event.get("situations") or [])
    phases = draw(st.lists(st.builds(dict, name=TITLES, steps=st.lists(step, max_size=4)), max_size=3))
    step_keys, pain_keys = _keys_in(phases)
    relate(draw, phases, step_keys)
    planned = draw(st.lists(improvements(pain_keys, places), max_size=3))
    point_at_process(draw, _all_in(phases, "pains") + planned, phases)
    return {
        "format": draw(st.sampled_from(("leefwereld-journey/1", "leefwereld-journey/1.1"))),
        "life_event": event,
        "persona": draw(PERSONAS),
        "journey": draw(JOURNEYS),
        "touchpoints": touchpoints,
        "phases": phases,
        "improvements": planned,
        "findings": draw(st.lists(findings(step_keys + pain_keys), max_size=4)),
    }


def touchpoint(keys: Keys) -> st.SearchStrategy[dict]:
    required = {
        "key": st.builds(keys.next),
        "name": st.sampled_from(("balie", "spreekuur")),
        "channel": st.sampled_from(CHANNELS[:3]) | st.sampled_from(CHANNELS),
        "party": PARTIES,
    }
    return record(required, {"product": TITLES})


def improvements(pain_keys: list[str], places: list[str]) -> st.SearchStrategy[dict]:
    optional = {
        "description": TEXTS,
        "addresses": some(pain_keys),
        "lands_at": some(places),
        "effort": st.integers(1, 5),
        "effect": st.integers(1, 5),
        "owner": TEXTS,
        "follow_up": DATES,
        "status": st.sampled_from(("idea", "planned", "doing", "done", "dropped")),
    }
    return record({"title": TITLES}, optional)


def findings(keys: list[str]) -> st.SearchStrategy[dict]:
    optional = {
        "kind": st.sampled_from(("resident", "staff", "measured", "desk")),
        "source": TEXTS,
        "people": st.integers(0, 12),
        "on": DATES,
        "about": some(keys),
    }
    return record({"text": SAID}, optional)


def _keys_in(phases: list[dict]) -> tuple[list[str], list[str]]:
    found = [step for phase in phases for step in phase["steps"]]
    hurting = [pain for step in found for pain in step.get("pains") or ()]
    return tuple(
        [thing["key"] for thing in things if thing.get("key") is not None] for things in (found, hurting)
    )


@st.composite
def documents_with_situations(draw: st.DrawFn) -> tuple[dict, list[str]]:
    document = draw(documents())
    return document, draw(some(document["life_event"].get("situations") or []))


@st.composite
def life_event_documents(draw: st.DrawFn) -> list[dict]:
    """Journeys of one life event."""
    event = draw(life_events())
    return draw(st.lists(documents(life_event=event), max_size=4))
