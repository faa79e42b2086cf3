"""The idea behind it all."""

from django.utils.translation import gettext_lazy as _

TERMS = (
    (
        "leefwereld",
        _("Lifeworld and system world"),
        _("The world people live in, as against the world of rules, departments and products."),
    ),
    (
        "klantgericht",
        _("Customer-focused"),
        _("Making one product of ours as good as possible for who uses it."),
    ),
    (
        "klantgedreven",
        _("Customer-driven"),
        _("Beginning with what someone needs in the broad sense, and looking at the whole."),
    ),
    (
        "levensgebeurtenis",
        _("Life event"),
        _("Something that happens in a life: having a child, moving house, starting a business."),
    ),
    (
        "aanleiding",
        _("Motive"),
        _("Why someone sets out: to achieve something, because something bothers them, or for an idea."),
    ),
    (
        "ijkmoment",
        _("Anchor moment"),
        _("The moment that days are counted from, such as the birth. Before it, days are negative."),
    ),
    (
        "persona",
        _("Persona"),
        _("A made-up person who stands for many, based on what people told."),
    ),
    (
        "doenvermogen",
        _("Capacity to act"),
        _("How much someone can take on and see through right now, apart from how clever they are."),
    ),
    (
        "klantreis",
        _("Journey"),
        _("One persona who goes through one life event, step by step."),
    ),
    (
        "huidige-reis",
        _("Current and desired journey"),
        _("How it goes now, and how you want it to go. The second is made from the first."),
    ),
    (
        "situatie",
        _("Situation"),
        _("A circumstance that changes the route: unmarried, no DigiD, giving birth elsewhere."),
    ),
)
