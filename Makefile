.DEFAULT_GOAL := help
COMMANDS := help run test test-all lint shots bench messages reset
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python,$(shell \
	$(name) -c 'import sys; sys.version_info[:2] == (3, 11) and print("$(name)")' 2>/dev/null)))

.PHONY: $(COMMANDS)
$(COMMANDS):
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed: install it, or name it: make $@ PYTHON=/path/to/python3.11"; exit 1; }
	@exec $(PYTHON) -m develop $@ $(ARGS)
