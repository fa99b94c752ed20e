# plan-cover: `make run` shows it at work, `make test` tests it, `make install` puts it on the machine.

PREFIX ?= /usr/local
DESTDIR ?=
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run build test bench peers fuzz sanitize lint dependencies setup install uninstall deb try-deb same-deb clean distclean

PROGRAM := .build/release/plan-cover
SOLVER := .solver/ortools-9.15.6755
SOURCES := $(shell find Package.swift Sources -type f)

# One way to build for both, so that neither undoes the other's work; the switch costs no time that could be measured.
BUILD := -c release -Xswiftc -enable-testing

SOURCE_TEXT := --parallel --recursive Package.swift Sources Tests Fuzz/Package.swift Fuzz/Sources Benchmarks/Sources Benchmarks/Tests

BIN := $(DESTDIR)$(PREFIX)/bin
LIBRARIES := $(DESTDIR)$(PREFIX)/lib/plan-cover

# The sample practice is planned as on this day, so that everybody sees the same plan.
SAMPLE := plan calendars --from 2026-12-14 --now 2026-11-20T09:00:00Z

help: ## Shows this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

# Status 2 says that the plan is made and something in it needs a person: for the sample that is as it should be.
run: setup $(PROGRAM) ## Sets up, builds, and plans the sample practice in calendars/
	@$(PROGRAM) $(SAMPLE) || [ $$? -eq 2 ]

build: $(PROGRAM) ## Sets up and builds the program: .build/release/plan-cover

$(PROGRAM): $(SOURCES)
	@scripts/setup.sh
	swift build $(BUILD) --product plan-cover
	@touch -c $@

test: ## Sets up and runs every test
	@scripts/setup.sh --tests
	@swift format lint $(SOURCE_TEXT)
	swift test $(BUILD) --disable-xctest

bench: $(PROGRAM) ## Measures the program on a small made-up practice, beside itself and a reader of calendars
	@scripts/setup.sh --tests
	.tools/venv/bin/python Benchmarks/run.py --runs 1 --second --ratios practice
	.tools/venv/bin/python Benchmarks/peers_page.py --check

# The practices, and the seconds for each solver.
PEERS ?= practice group tight
PEERS_SECONDS ?= 60

peers: $(PROGRAM) ## Holds the program against other solvers, and keeps the figures in documentation/peers.md
	@scripts/setup.sh --benchmarks
	swift build $(BUILD) --product cover-instance
	.tools/benchmarks/bin/python Benchmarks/peers.py --write --time-limit $(PEERS_SECONDS) $(PEERS)

# How long to look for inputs that the readers do not survive.
SECONDS_OF_FUZZING ?= 600

fuzz: ## Looks for inputs that the readers do not survive, for SECONDS_OF_FUZZING each (default: 600)
	@scripts/setup.sh
	Fuzz/run.sh $(SECONDS_OF_FUZZING)

sanitize: ## Reads every seed and fixture under the address and leak sanitizers
	@scripts/setup.sh
	Fuzz/run.sh --sanitize

lint: ## Checks the layout of the source text; strict, where test only warns
	swift format lint --strict $(SOURCE_TEXT)
	@if command -v shellcheck >/dev/null; then shellcheck scripts/*.sh packaging/*.sh Fuzz/run.sh .ci/run; fi

dependencies: build ## Makes the page of what plan-cover depends on, with versions and licences
	@scripts/setup.sh --tests
	@scripts/setup.sh --benchmarks
	scripts/list-dependencies.py >documentation/dependencies.new
	mv documentation/dependencies.new documentation/dependencies.md

setup: ## Installs what is missing: libical, and the solver's library
	@scripts/setup.sh

$(SOLVER)/contents:
	@scripts/setup.sh

install: $(PROGRAM) $(SOLVER)/contents ## Installs the program and the solver's library under PREFIX (default: /usr/local)
	install -d "$(BIN)" "$(LIBRARIES)"
	install -m 644 $(SOLVER)/lib/* $(SOLVER)/LICENSE "$(LIBRARIES)"
	install -m 755 $(PROGRAM) "$(BIN)/plan-cover"

deb: ## Builds a Debian package in dist/
	@scripts/setup.sh
	packaging/build-deb.sh

try-deb: deb ## Installs the package in a clean Debian, plans the sample practice there, removes it (as root)
	packaging/try-deb.sh

same-deb: ## Builds the package of the last commit twice, in two places, and compares byte by byte
	@scripts/setup.sh
	packaging/compare-debs.sh

uninstall: ## Removes what install has put under PREFIX
	rm -f "$(BIN)/plan-cover"
	rm -rf "$(LIBRARIES)"

clean: ## Removes what was built, and the plan of the sample practice
	rm -rf .build .build-deb Fuzz/.build calendars/cover dist

distclean: clean ## Removes what the set-up has fetched as well
	rm -rf .solver .tools
