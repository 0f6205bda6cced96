# One command each; `make help` lists them. Tools that are missing go into .tools/ and node_modules/.

SHELL := /bin/sh
PORT ?= 8080
TARGET := $(or $(CARGO_TARGET_DIR),target)
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)

names = $(patsubst tests/%.rs,%,$(wildcard tests/$(1).rs)) $(patsubst tests/%/main.rs,%,$(wildcard tests/$(1)/main.rs))
E2E := $(call names,e2e*)
IN_BROWSER := $(call names,browser*)
NATIVE := $(filter-out $(E2E) $(IN_BROWSER),$(call names,*))

.PHONY: help serve build crash-build test fmt lint test-native test-browser test-e2e size clean tools test-tools

help: ## list these commands
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|'

serve: tools ## build the site and serve it on http://127.0.0.1:8080 (PORT=... for another port)
	@echo "Quiet Legs: http://127.0.0.1:$(PORT)"
	@trunk --log warn serve --release --port $(PORT)

build: tools ## build the site into dist/
	@trunk --log warn build --release
	@echo "dist/ is ready: copy it to any web server, into any folder."

test: fmt lint test-native test-browser build size test-e2e ## everything that must pass before a change lands
	@echo "All tests passed."

fmt: ## check the formatting (cargo fmt repairs it)
	@cargo fmt --check

lint: tools ## clippy without warnings, for the core and for the browser
	@cargo clippy --quiet --locked --all-targets -- -D warnings
	@cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bins $(IN_BROWSER:%=--test %) -- -D warnings

test-native: tools ## tests of the core, of the content and of the build
	@cargo test --quiet --locked --lib --bins --examples $(NATIVE:%=--test %)
	@cargo test --quiet --locked --doc

test-browser: test-tools ## tests of the browser's doors and of the screens, inside Chromium
ifneq ($(strip $(IN_BROWSER)),)
	@cargo test --quiet --locked --target wasm32-unknown-unknown $(IN_BROWSER:%=--test %)
endif

# Again with a switch that makes it panic on purpose, to try the message people see then.
crash-build: tools
	@trunk --log warn build --release --features crash-test --dist $(TARGET)/dist-crash

test-e2e: test-tools build crash-build ## the built site in a real Chromium, as people use it
ifneq ($(strip $(E2E)),)
	@E2E_CRASH_DIST="$(abspath $(TARGET))/dist-crash" cargo test --quiet --locked $(E2E:%=--test %)
endif

size: build ## bytes of a first visit; fails above the budget
	@node .ci/size.mjs dist

clean: ## remove what was built (tools stay)
	@cargo clean
	@rm -rf dist

tools:
	@.ci/tools.sh

test-tools: tools
	@.ci/browser.sh
