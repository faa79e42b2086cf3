"""What is done about it, and together."""

from django.utils.translation import gettext_lazy as _

TERMS = (
    (
        "verbetering",
        _("Improvement"),
        _("What you will do about pains: where it lands, who sees to it and when you look back."),
    ),
    (
        "landen",
        _("Where it lands"),
        _("The touchpoint where people notice an improvement: ours, or one of a partner."),
    ),
    (
        "eigenaar",
        _("Owner"),
        _("Who sees to an improvement: a colleague, a department or a partner outside."),
    ),
    ("terugkijken", _("Looking back"), _("The day on which you look whether an improvement helped.")),
    (
        "snelle-winst",
        _("Quick win"),
        _("An improvement of little effort and much effect: do it now."),
    ),
    (
        "werksessie",
        _("Workshop"),
        _("People look at a journey together and bring in what they know, each with a phone."),
    ),
    ("briefje", _("Note"), _("What someone writes in a workshop: a thought, a pain, a need or an idea.")),
    ("stip", _("Dot"), _("A vote in a workshop for a note or a pain. Everyone has a few.")),
    (
        "begeleider",
        _("Facilitator"),
        _("Who leads a workshop and helps the team with the method."),
    ),
    (
        "zichtlijn",
        _("Line of sight"),
        _("The line between what people see of us and what happens behind the counter."),
    ),
)
