"""The way in: by a code that can't be guessed, tried or used again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.session_factories import ParticipantFactory
from workshops.codes import ALPHABET, in_groups, new_code
from workshops.joining import (
    FROM_ALL,
    FROM_ONE,
    NAMES,
    find_workshop,
    friendly_name,
    join,
    participant_of,
)
from workshops.models import Participant, Tries, Workshop
from workshops.refusals import DoorClosed, Over, TooManyTries, UnknownCode

HERE = "10.0.0.1"


def tried(code: str, address: str = HERE, times: int = 1) -> list[type]:
    ends = []
    for _ in range(times):
        try:
            ends.append(type(find_workshop(code, address)))
        except (UnknownCode, TooManyTries, DoorClosed) as end:
            ends.append(type(end))
    return ends


def test_codes_are_easy_to_read_out():
    assert not set(ALPHABET) & set("0O1ILAEU")
    assert in_groups("K7F3QX") == "K7F 3QX"
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_code_is_found_however_it_is_typed(workshop, typed):
    code = workshop.code

    assert find_workshop(typed.format(code, in_groups(code), code.lower()), HERE) == workshop


@pytest.mark.parametrize("typed", ["", "CCCCCC", "K7F", "K7F3QXK7F3QX", "👶" * 6, "x" * 10_000])
def test_a_code_that_opens_nothing_is_told(workshop, typed):
    with pytest.raises(UnknownCode):
        find_workshop(typed, HERE)


def test_too_many_wrong_codes_close_the_way_for_one_address(workshop):
    assert tried("CCCCCC", times=FROM_ONE) == [UnknownCode] * FROM_ONE

    assert tried("CCCCCC") == [TooManyTries]
    assert tried(workshop.code) == [TooManyTries], "a right code would tell that it is right"
    assert tried(workshop.code, "10.0.0.2") == [Workshop]


def test_too_many_wrong_codes_from_many_addresses_close_the_way_too(workshop):
    Tries.add("")
    Tries.objects.filter(who="").update(count=FROM_ALL)

    assert tried(workshop.code) == [TooManyTries]


def test_a_full_room_behind_one_address_gets_in(workshop):
    assert tried(workshop.code, times=3 * FROM_ONE) == [Workshop] * 3 * FROM_ONE


def test_the_address_itself_is_kept_nowhere_and_not_for_long(workshop):
    tried("CCCCCC")
    assert HERE not in str(list(Tries.objects.values()))

    Tries.objects.update(since=timezone.now() - timedelta(hours=1))
    tried("CCCCCC")

    assert Tries.objects.count() == 2


def test_a_closed_door_keeps_new_people_out_and_who_is_in_stays(workshop, facilitator):
    inside, token = join(workshop, nickname="Wilg", kind="resident")
    workshop.close_door(by=facilitator)

    assert tried(workshop.code) == [DoorClosed]
    with pytest.raises(DoorClosed):
        join(workshop, nickname="Te laat", kind="resident")
    assert participant_of(token) == inside


def test_a_session_past_its_time_lets_nobody_in_and_knows_nobody_any_more(workshop):
    code = workshop.code
    person, token = join(workshop, nickname="Wilg", kind="resident")
    Workshop.objects.update(ends_at=timezone.now() - timedelta(minutes=1))

    assert tried(code) == [UnknownCode]
    with pytest.raises(Over):
        join(workshop, nickname="Later", kind="resident")
    assert participant_of(token) is None
    person.refresh_from_db()
    assert (person.nickname, person.digest) == ("", None)


def test_only_a_digest_of_the_token_is_kept(workshop):
    person, token = join(workshop, nickname="Wilg", kind="staff")

    assert token not in str(Participant.objects.values())
    assert participant_of(token) == person
    assert participant_of("made-up") is None
    assert participant_of("") is None


def test_who_was_sent_out_is_not_known_any_more(workshop, facilitator):
    person, token = join(workshop, nickname="Wilg", kind="resident")

    person.remove(by=facilitator)

    assert participant_of(token) is None


def test_a_name_that_is_taken_gets_a_number(workshop):
    names = [join(workshop, nickname=" Wilg ", kind="resident")[0].nickname for _ in range(3)]

    assert names == ["Wilg", "Wilg 2", "Wilg 3"]


def test_a_very_long_name_is_cut_and_still_somebody_else(workshop):
    names = [join(workshop, nickname="n" * 80, kind="resident")[0].nickname for _ in range(2)]

    assert len(set(names)) == 2
    assert {len(name) for name in names} == {30}


def test_a_friendly_name_is_offered_that_nobody_has(workshop):
    for name in NAMES[1:]:
        ParticipantFactory(workshop=workshop, nickname=str(name))
    assert friendly_name(workshop) == str(NAMES[0])

    ParticipantFactory(workshop=workshop, nickname=str(NAMES[0]))

    assert friendly_name(workshop).endswith(" 2")
