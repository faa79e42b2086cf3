"""A form is drawn with its labels, hints and errors where a person and a screen reader find them."""

from bs4 import BeautifulSoup

from config.style_page import ExampleForm, refused_form


def drawn(form) -> BeautifulSoup:
    return BeautifulSoup(str(form), "html.parser")


def test_every_control_has_a_label_or_a_legend():
    page = drawn(ExampleForm())
    for control in page.select("input, select, textarea"):
        assert page.find("label", attrs={"for": control["id"]}) or control.find_parent("label"), control


def test_a_date_looks_like_the_other_fields():
    assert "utrecht-textbox" in drawn(ExampleForm()).select_one("[type=date]")["class"]


def test_error_stands_beside_its_field_and_is_tied_to_it():
    page = drawn(refused_form())
    title = page.find(id="id_refused-title")
    assert title["aria-invalid"] == "true"
    assert "utrecht-textbox--invalid" in title["class"]
    described = [page.find(id=name) for name in title["aria-describedby"].split()]
    assert [part["id"] for part in described] == ["id_refused-title_helptext", "id_refused-title_error"]


def test_typed_text_is_kept_when_refused():
    assert "Belt een praktijk" in drawn(refused_form()).find(id="id_refused-doing").text


def test_error_of_a_group_is_tied_to_the_group():
    group = drawn(refused_form()).find("fieldset", attrs={"data-invalid": True})
    assert group["aria-describedby"] == "id_refused-feeling_error"


def test_error_of_the_whole_form_comes_first_and_is_read_out():
    first = drawn(refused_form()).find(True)
    assert first["role"] == "alert"
    assert first.text.strip()


def test_what_someone_saw_is_hidden_and_not_described():
    form = ExampleForm()
    form.fields["title"].show_hidden_initial = True
    hidden = drawn(form).select_one("[name=initial-title]")
    assert hidden["type"] == "hidden"
    assert not [name for name in hidden.attrs if name.startswith("aria-")]
