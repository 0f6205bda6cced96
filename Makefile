# Quiet Legs. `make help` lists the targets.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(PATH)
PORT ?= 8080
# Everything loaded until the first question can be answered; docs/decisions/0003-size.md says where the bytes are.
BUDGET_KIB ?= 210
# A person's own flags would replace those of .cargo/config.toml and make the app 50 KiB larger.
unexport RUSTFLAGS
unexport QUIET_LEGS_DRAFT

.PHONY: help serve demo build packed test tools test-tools fmt lint test-native test-exports test-browser test-site test-e2e build-crash size clean \
	content-review review-due reading-level bench million mutated mutants fixtures

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

serve: tools ## build the app and serve it on a local port (PORT=8080)
	@echo "Quiet Legs will be at http://127.0.0.1:$(PORT)/ when the build is done. Ctrl+C ends it."
	@trunk serve --release --port $(PORT)

demo: build ## a clinic's page with the check in it, from two origins (PORT=8080 and the one after it)
	@node examples/clinic/serve.mjs dist $(PORT)

build: tools ## write the finished site into dist/
	@trunk build --release

packed: build ## write the finished site, and beside its files packed ones (.br, .gz) for hosts that can send them
	@node .ci/pack.mjs dist

test: test-tools ## everything that must pass before a change lands
	@$(MAKE) --no-print-directory lint test-native test-exports test-browser size test-site test-e2e
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
	cargo clippy --locked --target wasm32-unknown-unknown --features bench --lib --bins --test web --test web_bench -- -D warnings

test-native: ## the core, natively
	cargo test --locked --lib --bins --examples --tests

test-exports: test-tools ## the calendar, the record and a clinic's settings, read by other people's programs
	@rm -rf target/exports
	@cargo test --locked --quiet --test export_record records_of_every_kind > target/test-exports.txt 2>&1 \
	  || { cat target/test-exports.txt; exit 1; }
	@.tools/py/bin/python tests/tools/reminders.py tests/golden/reminders.ics
	@node tests/tools/fhir.mjs tests/golden/record.json target/exports/*.json
	@cargo test --locked --quiet --test clinic_schema cases_for_another_judge > target/test-exports.txt 2>&1 \
	  || { cat target/test-exports.txt; exit 1; }
	@node tests/tools/clinic.mjs public/clinic.schema.json target/exports/clinic.cases

test-browser: test-tools ## parts of the screens, in Chromium
	CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" cargo test --locked --target wasm32-unknown-unknown --test web

build-crash: tools
	@trunk build --release --features crash-test --dist target/dist-crash

test-e2e: test-tools build build-crash ## the built site, in Chromium, Firefox and WebKit, in about 20 minutes (ONLY=storage:: for a part of it)
	E2E_CRASH_DIST=target/dist-crash cargo test --locked --features e2e --test e2e -- $(ONLY)

test-site: test-tools build ## the built pages against the HTML standard, and every link between them
	@html-validate --config tests/tools/html.json dist/learn/*.html
	@# The first screen and the check on paper are never shown together; Trunk closes a tag in its own way.
	@html-validate --config tests/tools/html.json --rule 'no-multiple-main:off' --rule 'unique-landmark:off' \
	  --rule 'void-style:off' dist/index.html
	@node tests/tools/links.mjs dist

size: build ## bytes of a first visit; fails over the budget (BUDGET_KIB, 210)
	@node .ci/size.mjs dist $(BUDGET_KIB)

content-review: ## write docs/content-review.md and the lists of the JSON Schemas from content/
	@cargo run --locked --quiet --example content_review

review-due: ## rows whose review is past, or due within 60 days
	@cargo run --locked --quiet --example content_review -- --due "$$(date +%F)"

reading-level: test-tools build ## a school grade for each page to read; fails where an outlier is not explained
	@.tools/py/bin/python tests/tools/reading.py dist/learn/*.html

bench: test-tools ## how fast the rules and the medicine search are, native and in Chromium, and the diary with ten years of nights
	@cargo run --locked --quiet --profile native --example bench_assess
	@cargo run --locked --quiet --profile native --example bench_search > target/bench-native.txt; cat target/bench-native.txt
	@CHROMEDRIVER="$${CHROMEDRIVER:-$$(command -v chromedriver)}" cargo test --locked --release \
	  --target wasm32-unknown-unknown --features bench --test web_bench -- --nocapture > target/bench-web.txt 2>&1 \
	  || { cat target/bench-web.txt; exit 1; }
	@grep -E '^(the index|a keystroke)' target/bench-web.txt
	@$(MAKE) --no-print-directory build
	@cargo test --locked --features e2e --test e2e -- --ignored --nocapture bench:: > target/bench-diary.txt 2>&1 \
	  || { cat target/bench-diary.txt; exit 1; }
	@grep -E '^diary with' target/bench-diary.txt
	@cat target/bench-native.txt target/bench-web.txt | awk '/^a keystroke,/ { split($$0, part, "mean "); mean[++n] = part[2] + 0 } \
	  END { if (n == 2 && mean[1] > 0) printf "a keystroke in the browser takes %.1f times as long as natively\n", mean[2] / mean[1] }'

fixtures: test-tools build ## write what this version keeps into tests/fixtures/version_1, once for each version of a format
	@cargo test --locked --features e2e --test e2e -- --ignored fixtures::

# How many random people each law is tried on.
PEOPLE ?= 1000000

million: ## every law of the rules on a million random people (PEOPLE=1000000)
	@mkdir -p target; echo "Each law on $(PEOPLE) random people; this takes a while."
	@begun=$$(date +%s); QUIET_LEGS_CASES=$(PEOPLE) \
	  cargo test --locked --profile native --test rules_laws --test iron_laws > target/million.txt 2>&1 \
	  || { cat target/million.txt; exit 1; }; \
	  echo "$(PEOPLE) random people each for $$(grep -c '^test .* ok$$' target/million.txt) laws: all held, no panic, $$(( $$(date +%s) - begun )) s"

# How many damaged files, keys, journals and locked copies are tried.
DAMAGED ?= 100000

mutated: ## 100,000 damaged files and damaged keys: no panic, nothing changed, a reason (DAMAGED=100000)
	@mkdir -p target; echo "$(DAMAGED) of each kind; this takes a few minutes."
	@begun=$$(date +%s); QUIET_LEGS_CASES=$(DAMAGED) \
	  cargo test --locked --test records_mutated -- --nocapture > target/mutated.txt 2>&1 \
	  || { cat target/mutated.txt; exit 1; }; \
	  grep -E '^[0-9]+ damaged' target/mutated.txt; \
	  echo "$(DAMAGED) each for $$(grep -c '\.\.\. ok$$' target/mutated.txt) promises: all held, no panic, $$(( $$(date +%s) - begun )) s"

mutants: ## change src/clinical in small ways and see that a test notices (needs cargo-mutants; hours)
	QUIET_LEGS_CASES=$(or $(CASES),200) cargo mutants --jobs 2 $(ONLY)

clean: ## remove what was built (tools stay)
	rm -rf dist target
