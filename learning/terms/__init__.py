"""The terms by theme: the slug, the word and what it means."""
