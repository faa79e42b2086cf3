"""How the team is doing: for who leads it, per lesson, and no ranking."""

from learning.lessons import LESSONS
from learning.models import Learner
from tests.factories import MembershipFactory
from tests.pages import page, texts

TEAM = "/leerroute/team/"


def did(organisation, email: str, *lessons: str):
    member = MembershipFactory(organisation=organisation, user__email=email)
    learner = Learner.objects.create(organisation=organisation, person=member.user)
    for lesson in lessons:
        learner.finishes(lesson)


def test_a_facilitator_sees_who_did_which_lesson(as_facilitator, facilitator, waterrijk):
    did(waterrijk, "zoe@waterrijk.example", LESSONS[0].slug, LESSONS[1].slug)
    did(waterrijk, "bas@waterrijk.example", LESSONS[0].slug)

    first, second, third = page(as_facilitator, TEAM).select(".team__lesson")[:3]

    assert texts(first.select("details")[0].select("li")) == [
        "bas@waterrijk.example",
        "zoe@waterrijk.example",
    ]
    assert texts(first.select("details")[1].select("li")) == [facilitator.email]
    assert texts(second.select("details")[0].select("li")) == ["zoe@waterrijk.example"]
    assert len(third.select("details")) == 1


def test_nobody_of_elsewhere_is_among_them(as_facilitator, elsewhere):
    did(elsewhere, "ver@elders.example", LESSONS[0].slug)

    assert "ver@elders.example" not in str(page(as_facilitator, TEAM))


def test_who_left_the_organisation_is_no_longer_counted(as_facilitator, waterrijk):
    did(waterrijk, "weg@waterrijk.example", LESSONS[0].slug)
    waterrijk.memberships.get(user__email="weg@waterrijk.example").delete()

    assert "weg@waterrijk.example" not in str(page(as_facilitator, TEAM))


def test_others_do_not_see_it(as_editor, as_viewer):
    for client in (as_editor, as_viewer):
        assert client.get(TEAM).status_code == 403
        assert TEAM not in str(page(client, "/leerroute/"))


def test_it_takes_as_many_queries_however_large_the_team(
    as_facilitator, waterrijk, django_assert_num_queries
):
    for number in range(30):
        did(waterrijk, f"een{number}@waterrijk.example", LESSONS[number % 9].slug)

    with django_assert_num_queries(3 + 2):
        as_facilitator.get(TEAM)
