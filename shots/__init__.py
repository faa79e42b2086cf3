"""Pictures of every page and its states, for people to look at: `make shots`."""
