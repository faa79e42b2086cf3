"""Behind the counter: departments, hand-overs, waiting and work."""

from journeys.figures import analyse, figures
from tests.documents import document, step


def process(department: str | None = None, **more) -> dict:
    return {"title": "Controle", "department": department, **more}


def test_departments_come_in_order_of_first_appearance():
    found = figures(
        document(
            step(process=[process("Burgerzaken"), process("BRP")]),
            step(process=[process("Burgerzaken"), process("Communicatie")]),
        )
    )["journey"]
    assert found["departments"] == ["Burgerzaken", "BRP", "Communicatie"]
    assert found["handovers"] == 3


def test_process_steps_without_a_department_do_not_hide_a_handover():
    steps = [
        step(process=[process("A"), process(), process("")]),
        step(),
        step(process=[process("B"), process("B")]),
    ]
    found = analyse(document(*steps)).counter
    assert [tuple(handover) for handover in found.handovers] == [(0, "A", 2, "B")]
    assert found.departments == ("A", "B")


def test_sums_are_of_what_is_known():
    found = figures(
        document(
            step(process=[process(wait_days=3), process(wait_days=None, work_minutes=0)]), step(process=None)
        )
    )["journey"]
    assert (found["process_wait_days"], found["process_work_minutes"]) == (3, 0)


def test_nothing_known_is_no_zero():
    found = figures(document(step(process=[process("A")])))["journey"]
    assert (found["process_wait_days"], found["process_work_minutes"]) == (None, None)
    assert (found["departments"], found["handovers"]) == (["A"], 0)
