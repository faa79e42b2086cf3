"""Everything of an organisation is found from one place."""
