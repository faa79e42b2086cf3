"""The lens for cleaning up: a row a step, a column a field, edited and pasted as in a spreadsheet."""
