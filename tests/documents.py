"""Small journey documents for tests, with only what the test is about."""

PARTIES = {"own": "Burgerzaken", "partner": "Verloskundige", "national": "UWV", "network": "Familie"}


def touchpoint(key: str, kind: str = "own", name: str | None = None, channel: str = "counter") -> dict:
    party = {"name": PARTIES[kind], "kind": kind}
    return {"key": key, "name": name or key, "channel": channel, "party": party}


TOUCHPOINTS = [touchpoint(kind, kind) for kind in PARTIES]


def step(title: str = "Stap", at: int | None = None, meets: str | None = None, **more) -> dict:
    """`at`: days from the anchor. `meets`: an encounter with own, partner, national or network."""
    found = {"title": title, **more}
    if at is not None:
        found["offset_days"] = at
    if meets is not None:
        found["encounters"] = [{"touchpoint": meets}]
    return found


def pain(key: str | None = None, **more) -> dict:
    return {"text": "Dit doet pijn", **({"key": key} if key else {}), **more}


def finding(kind: str | None, *about: str, **more) -> dict:
    return {"text": "Gehoord", "kind": kind, "about": list(about), **more}


def document(
    *steps: dict,
    title: str = "Klantreis",
    kind: str = "as_is",
    persona: str = "Sanne",
    situations: tuple[str, ...] = (),
    touchpoints: list[dict] = TOUCHPOINTS,
    improvements: tuple[dict, ...] = (),
    findings: tuple[dict, ...] = (),
) -> dict:
    """A valid document with these steps in one phase."""
    return {
        "format": "leefwereld-journey/1",
        "life_event": {"name": "een kind krijgen", "situations": list(situations)},
        "persona": {"name": persona},
        "journey": {"title": title, "kind": kind},
        "touchpoints": list(touchpoints),
        "phases": [{"name": "Alles", "steps": list(steps)}],
        "improvements": list(improvements),
        "findings": list(findings),
    }
