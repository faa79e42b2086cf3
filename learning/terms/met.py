"""What lies on a journey, and who is met there."""

from django.utils.translation import gettext_lazy as _

TERMS = (
    (
        "organisatie",
        _("Municipality or organisation"),
        _("Whose work it is. What you make here is seen by colleagues of your organisation alone."),
    ),
    ("fase", _("Phase"), _("A stretch of steps with a name, such as ‘Pregnant’ or ‘The first weeks’.")),
    ("stap", _("Step"), _("What someone does, thinks, needs and feels at one moment.")),
    (
        "bedacht-beleefd",
        _("As designed, as experienced"),
        _("What the organisation meant at a step, beside what people live through there."),
    ),
    (
        "feit",
        _("Fact"),
        _("A rule at a step: a term, a cost, who may. With its source and the day it was checked."),
    ),
    (
        "partij",
        _("Party"),
        _("Who stands behind a contact: a department of ours, a partner, the national government or family."),
    ),
    ("kanaal", _("Channel"), _("How contact is made: counter, phone, letter, website, at someone's home.")),
    (
        "contactmoment",
        _("Touchpoint"),
        _("A place where people meet a party, such as the counter or the midwife. Many journeys may pass."),
    ),
    (
        "upl",
        _("Product and UPL"),
        _("What a municipality supplies, by its name in the national list. Much that people meet has none."),
    ),
    (
        "ontmoeting",
        _("Encounter"),
        _("One step where someone meets a touchpoint: wanted or unwanted, and how it was."),
    ),
    (
        "knelpunt",
        _("Pain"),
        _("What hurts at a step. It is light, clear or severe."),
    ),
    (
        "invloed",
        _("Influence"),
        _("Who can take a pain away: we can, only together with partners, or nobody here."),
    ),
    (
        "processtap",
        _("Process step"),
        _("What a department does for a step, in which system and how long it takes."),
    ),
)
