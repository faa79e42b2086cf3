"""Which steps of a journey document count, and what touches them: the ground under all figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

#: Kinds of finding that are evidence; research at the desk is not.
EVIDENCE_KINDS = frozenset({"resident", "staff", "measured"})


class UnknownSituation(ValueError):
    """Situations were chosen that the life event doesn't have; `names` holds them."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__("unknown situation: " + ", ".join(self.names))


class Counted(NamedTuple):
    """A step that counts, and its indexes in the document: of the phase and of the step within it."""

    place: tuple[int, int]
    step: Mapping


def listed(owner: Mapping, key: str) -> Sequence:
    """The list under a key, empty where it is left out or null."""
    return owner.get(key) or ()


def check_situations(documents: Iterable[Mapping], chosen: Sequence[str]) -> None:
    known = {name for document in documents for name in listed(document["life_event"], "situations")}
    unknown = [name for name in dict.fromkeys(chosen) if name not in known]
    if unknown:
        raise UnknownSituation(unknown)


def counted(document: Mapping, situations: Sequence[str]) -> list[Counted]:
    """Without a chosen situation every step; else those for everyone or for one of the chosen."""
    return [item for item in _all_steps(document) if _is_for(item.step, situations)]


def _all_steps(document: Mapping) -> Iterator[Counted]:
    for phase_index, phase in enumerate(listed(document, "phases")):
        for step_index, step in enumerate(listed(phase, "steps")):
            yield Counted((phase_index, step_index), step)


def _is_for(step: Mapping, situations: Sequence[str]) -> bool:
    only_for = listed(step, "only_for")
    return not situations or not only_for or any(name in situations for name in only_for)


def touchpoints_by_key(document: Mapping) -> dict[str, Mapping]:
    return {touchpoint["key"]: touchpoint for touchpoint in listed(document, "touchpoints")}


def is_own(touchpoint: Mapping) -> bool:
    return touchpoint["party"]["kind"] == "own"


def is_in_sight(step: Mapping, touchpoints: Mapping[str, Mapping]) -> bool:
    return any(is_own(touchpoints[encounter["touchpoint"]]) for encounter in listed(step, "encounters"))


def evidence_by_key(document: Mapping) -> dict[str, str]:
    """`single` or `several` for each step key or pain key with evidence about that very step or pain."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for finding in listed(document, "findings"):
        if finding.get("kind") in EVIDENCE_KINDS:
            for key in listed(finding, "about"):
                kinds[key].add(finding["kind"])
    return {key: "single" if len(found) == 1 else "several" for key, found in kinds.items()}
