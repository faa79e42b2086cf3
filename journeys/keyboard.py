"""Every key of the map, in words: for the dialog on `?` and for its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`keys`: each of them does it; `+` within one means together."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    shortcuts: Sequence[Shortcut]


def keyboard_map(*, can_edit: bool) -> list[Group]:
    """Who may only look has nothing to change."""
    editing = [_cell(), _feeling(), _structure(), _table()] if can_edit else []
    return [_walking(), *editing, _in_time(), _everywhere(can_edit)]


def _walking() -> Group:
    return Group(
        _("Walk through the map"),
        (
            Shortcut(("Tab",), _("to the map, and with Tab again past it")),
            Shortcut(("↑", "↓"), _("what stands above or below it; at the top the phase")),
            Shortcut(("←", "→"), _("the same row in the step before or after")),
            Shortcut(("Home", "End"), _("the first or the last step")),
            Shortcut(("Page Up", "Page Down"), _("the phase before or after")),
            Shortcut(("/",), _("find a word in the journey")),
            Shortcut(("o",), _("open all of the step in a panel")),
        ),
    )


def _cell() -> Group:
    return Group(
        _("Write in a cell"),
        (
            Shortcut(("Enter",), _("open the cell; a click anywhere in it does so too")),
            Shortcut(("Tab",), _("in the last field: save, and open the same row in the next step")),
            Shortcut(("Shift + Tab",), _("in the first field: save, and open the step before")),
            Shortcut(("Ctrl + Enter",), _("save")),
            Shortcut(("Enter",), _("in the title of a step: save, and make the next step")),
            Shortcut(("Escape",), _("leave it as it was")),
        ),
    )


def _feeling() -> Group:
    return Group(
        _("Set a feeling"),
        (
            Shortcut(
                ("1", "2", "3", "4", "5"), _("on the heartbeat: from very bad to very good, saved at once")
            ),
            Shortcut(("↑", "↓"), _("in its cell, once that is open: better or worse")),
        ),
    )


def _structure() -> Group:
    return Group(
        _("Steps and phases"),
        (
            Shortcut(("n",), _("a new step after this one; on the name of a phase a new phase")),
            Shortcut(("x", "Space"), _("choose the step, to do something with several at once")),
            Shortcut(("d",), _("duplicate the step or the phase")),
            Shortcut(
                ("Alt + ←", "Alt + →"),
                _("move the step or the phase; with a chosen step all that are chosen"),
            ),
            Shortcut(("Delete",), _("delete the step, the phase or the card in focus; you are asked first")),
        ),
    )


def _table() -> Group:
    return Group(
        _("In the table"),
        (
            Shortcut(
                ("↑", "↓", "←", "→"), _("to the cell beside, above or below; with Shift choose a block")
            ),
            Shortcut(("Enter", "F2"), _("open the cell; typing opens it too, and replaces what is there")),
            Shortcut(("Enter", "Shift + Enter"), _("save, and go down or up")),
            Shortcut(("Tab", "Shift + Tab"), _("save, and go right or left")),
            Shortcut(("Ctrl + C", "Ctrl + V"), _("copy the block, or paste one from a spreadsheet")),
        ),
    )


def _in_time() -> Group:
    return Group(
        _("In time"),
        (
            Shortcut(("+", "−"), _("zoom in or out, around the step in focus")),
            Shortcut(("←", "→", "Home", "End"), _("the step before or after, the first or the last one")),
            Shortcut(("Enter",), _("open the step, to change anything of it")),
        ),
    )


def _everywhere(can_edit: bool) -> Group:
    undoing = (
        Shortcut(("Ctrl + Z",), _("undo your last change")),
        Shortcut(("Ctrl + Y", "Ctrl + Shift + Z"), _("redo it")),
    )
    closing = (
        Shortcut(("?",), _("this list of keys")),
        Shortcut(("Escape",), _("close a menu, a panel or this list")),
    )
    return Group(_("Everywhere on the page"), (*(undoing if can_edit else ()), *closing))
