"""How much slower pages are than the same work done bare, and how much they send."""
