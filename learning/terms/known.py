"""How we know what we write down."""

from django.utils.translation import gettext_lazy as _

TERMS = (
    (
        "gesprek",
        _("Interview"),
        _("A talk with a resident or a colleague, kept without names and with an end date."),
    ),
    ("bevinding", _("Finding"), _("One thing that was said, measured or read, linked to steps and pains.")),
    (
        "bewijs",
        _("Evidence"),
        _("What residents or colleagues said, or what was measured. Reading at your desk is no evidence."),
    ),
    (
        "aanname",
        _("Assumption"),
        _("A step or pain without evidence. It has a dashed frame, so nobody takes it for knowledge."),
    ),
    (
        "deskresearch",
        _("Desk research"),
        _("What you read about it: useful to begin with, but nobody was asked."),
    ),
)
