"""How forms are drawn everywhere."""

from django.forms import BoundField, Textarea, Widget
from django.forms.renderers import TemplatesSetting

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
TEXTAREA = "utrecht-textarea utrecht-textarea--html-textarea"
SELECT = "utrecht-select utrecht-select--html-select"
BY_INPUT_TYPE = {
    "select": SELECT,
    **dict.fromkeys(("text", "email", "password", "number", "url", "search", "tel", "date", "file"), TEXTBOX),
}


def design(widget: Widget) -> str:
    if isinstance(widget, Textarea):
        return TEXTAREA
    return BY_INPUT_TYPE.get(getattr(widget, "input_type", ""), "")


class DesignedField(BoundField):
    """A field whose control wears the design system's classes, in each state."""

    @property
    def theirs(self) -> object:
        """What someone else wrote in it meanwhile, where the form minds that."""
        return getattr(self.form, "theirs", {}).get(self.name)

    @property
    def personal(self) -> object:
        """What in it seems to point at one person, where the form minds that."""
        return getattr(self.form, "personal", {}).get(self.name)

    def build_widget_attrs(self, attrs: dict, widget: Widget | None = None) -> dict:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if widget.is_hidden:
            attrs.pop("aria-describedby", None)  # HTML allows it only where something can be heard
        if classes := design(widget):
            state = f"{classes.split()[0]}--invalid" if self.errors else ""
            own = (widget.attrs.get("class"), attrs.get("class"), classes, state)
            attrs["class"] = " ".join(filter(None, own))
        return attrs


class FormRenderer(TemplatesSetting):
    """Draws each field with its label, hint and error beside it."""

    form_template_name = "components/_form.html"
    field_template_name = "components/_field.html"
    bound_field_class = DesignedField
