"""The colours that an organisation can choose from: the style sheets in `themes/` under static."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

FOLDER = "themes"
NAMES = {
    "black": _("black"),
    "blue": _("blue"),
    "brown": _("brown"),
    "green": _("green"),
    "purple": _("purple"),
    "raspberry": _("raspberry"),
    "sky": _("sky blue"),
}


def theme_choices(current: str = "") -> list[tuple[str, str]]:
    """The path of each with its name; also the one that is in use, wherever that is."""
    found = {
        sheet.stem for folder in finders.find(FOLDER, find_all=True) for sheet in Path(folder).glob("*.css")
    }
    choices = {f"{FOLDER}/{stem}.css": str(capfirst(NAMES.get(stem, stem))) for stem in found}
    if current:
        choices.setdefault(current, current)
    return [("", str(_("As Leefwereld itself"))), *sorted(choices.items(), key=lambda choice: choice[1])]
