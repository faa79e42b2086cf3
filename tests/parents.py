"""From a row to what decides its organisation, where that is not the row itself."""

UP = {
    **dict.fromkeys(("Situation",), "life_event"),
    **dict.fromkeys(("Phase", "Evidence", "Improvement", "Change", "SavedView"), "journey"),
    "Step": "phase__journey",
    **dict.fromkeys(("WorkshopJourney", "Round", "Participant", "Note", "Harvest"), "workshop"),
    **dict.fromkeys(("Rating", "Vote"), "participant__workshop"),
    **dict.fromkeys(("Fact", "Encounter", "Pain", "ProcessStep", "StepSituation"), "step__phase__journey"),
}
