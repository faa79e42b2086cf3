"""The lens that shows what happens behind the counter, from the resident's side."""
