#!/bin/sh
# Makes sure of the tools a build needs. What has the right version on PATH is used; the rest goes into
# .tools/ and node_modules/. A second run only looks.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"

TRUNK=0.21.14
BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

stop() { echo "$1" >&2; exit 1; }
say() { echo "tools: $1"; }

command -v cargo >/dev/null || stop "Please install Rust from https://rustup.rs, then run this again."

# Node: wasm-opt, the size report and axe-core come through npm.
command -v node >/dev/null || stop "Please install Node.js 20.19 or newer, then run this again."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    stop "Node.js is $(node --version), but 20.19 or newer is needed. Please update it, then run this again."

# The target that browsers run.
lib=$(rustc --print target-libdir --target wasm32-unknown-unknown)
if [ ! -d "$lib" ]; then
    command -v rustup >/dev/null || stop "Please install the Rust target wasm32-unknown-unknown, then run this again."
    say "adding the wasm32 target"
    rustup target add wasm32-unknown-unknown
fi

# Trunk, built for speed of building it: what it does is not what a build waits for.
if [ "$(trunk --version 2>/dev/null || true)" != "trunk $TRUNK" ]; then
    say "building trunk $TRUNK (about 3 minutes, once)"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
        cargo install --quiet --locked --force --root .tools "trunk@$TRUNK" --no-default-features
fi

# wasm-bindgen must equal the crate in Cargo.lock, character for character.
if [ "$(wasm-bindgen --version 2>/dev/null || true)" != "wasm-bindgen $BINDGEN" ] ||
    [ "$(wasm-bindgen-test-runner --version 2>/dev/null || true)" != "wasm-bindgen-test-runner $BINDGEN" ]; then
    say "building wasm-bindgen $BINDGEN (about 2 minutes, once)"
    cargo install --quiet --force --root .tools "wasm-bindgen-cli@$BINDGEN" --no-default-features
fi

# wasm-opt and axe-core.
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    say "fetching wasm-opt and axe-core"
    npm ci --silent --no-audit --no-fund
    touch node_modules/.package-lock.json
fi

# The crates: the build itself is offline.
cargo fetch --quiet --locked
