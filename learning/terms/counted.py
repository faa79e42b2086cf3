"""What is computed of a journey."""

from django.utils.translation import gettext_lazy as _

TERMS = (
    ("echte-start", _("Real start"), _("The first step, however long before the counter it is.")),
    (
        "in-beeld",
        _("In sight"),
        _("A step where someone meets a department of ours, wanted or not."),
    ),
    (
        "eerste-contact",
        _("First contact"),
        _("The first step in sight. Most organisations think that the journey begins here."),
    ),
    (
        "buiten-beeld",
        _("Out of sight"),
        _("The time and steps from the real start to the first contact: nobody there thinks of us."),
    ),
    (
        "gat-staart",
        _("Gap and tail"),
        _("Out of sight between two contacts with us, and after the last one."),
    ),
    ("knelpunt-buiten-beeld", _("Pain out of sight"), _("A pain at a step where we are not met.")),
    ("open-knelpunt", _("Open pain"), _("A pain that no improvement addresses.")),
    (
        "waar-mensen-zijn",
        _("Where people already are"),
        _("Contacts with others while we are out of sight: places to bring information to."),
    ),
    (
        "hartslag",
        _("Heartbeat"),
        _("The line of feelings along the steps, from −2 to +2. The desired one is dashed."),
    ),
    ("dieptepunt", _("Low point"), _("Where the heartbeat is low, and higher before and after it.")),
    ("ongewild-contact", _("Unwanted contact"), _("Someone meets an organisation without wanting to.")),
    (
        "bereik",
        _("Reach and balance"),
        _("Whether an improvement is customer-focused or customer-driven, and how many of each a plan has."),
    ),
    ("onderbouwing", _("Evidence cover"), _("The share of steps, and of pains, that have evidence.")),
    (
        "overdracht",
        _("Hand-over"),
        _("Work that goes from one department to another, behind the counter."),
    ),
    (
        "geschat",
        _("Estimated"),
        _("A step without a known day: it is placed between its neighbours."),
    ),
)
