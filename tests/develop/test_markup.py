import pytest

from develop.markup import problems_in


@pytest.mark.parametrize(
    "template",
    [
        '<p\n style="color: red">',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<button onclick="go()">',
        '<button hx-on:click="go()">',
        '<div hx-vals="js:{now: Date.now()}">',
        '<a href="javascript:go()">',
    ],
)
def test_what_the_content_security_policy_refuses_is_found(template):
    assert list(problems_in(template))


@pytest.mark.parametrize(
    "template",
    [
        '<link rel="stylesheet" href="{% static "a.css" %}">',
        '<script type="module" src="{% static "a.js" %}"></script>',
        '<script type="importmap" src="x"></script>',
        '<p class="style" data-on="x">The style = calm</p>',
        '<form hx-post="/x" hx-target="this">',
    ],
)
def test_files_of_our_own_are_fine(template):
    assert list(problems_in(template)) == []


def test_a_problem_names_its_line():
    assert [found.split(":")[0] for found in problems_in('<p>\n</p>\n<b style="">')] == ["3"]
