"""How forms are drawn everywhere."""

from django.forms import BoundField
from django.forms.renderers import TemplatesSetting

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
CLASSES = {
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "nullbooleanselect": "utrecht-select utrecht-select--html-select",
    **dict.fromkeys(
        ("text", "email", "password", "number", "url", "search", "date", "datetime", "time"), TEXTBOX
    ),
}


class DesignedField(BoundField):
    """A field whose control wears the design system's classes, in each state."""

    def build_widget_attrs(self, attrs: dict, widget=None) -> dict:
        attrs = super().build_widget_attrs(attrs, widget)
        design = CLASSES.get(self.widget_type)
        if design:
            own = (widget or self.field.widget).attrs.get("class", "")
            state = f"{design.split()[0]}--invalid" if self.errors else ""
            attrs["class"] = " ".join(filter(None, [own, attrs.get("class"), design, state]))
        return attrs


class FormRenderer(TemplatesSetting):
    """Draws each field with its label, hint and error beside it."""

    form_template_name = "components/_form.html"
    field_template_name = "components/_field.html"
    bound_field_class = DesignedField
