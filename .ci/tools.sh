#!/bin/sh
# Makes sure of the tools a build (`tools.sh build`) or a test run (`tools.sh test`) needs.
# What is missing goes into .tools/ and node_modules/, both ignored by git; the right version on PATH is used.
set -eu
cd "$(dirname "$0")/.."
need=${1:-build}
root=$PWD
TRUNK=0.21.14
ICALENDAR=7.3.2
TEXTSTAT=0.7.13
BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
PATH="$root/.tools/bin:$root/node_modules/.bin:$PATH"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have cargo || stop "Rust is missing. Install it with rustup (rustup.rs), then run this again."
have node || stop "Node.js is missing. Install version 20.19 or newer (nodejs.org), then run this again."
node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)' ||
  stop "Node.js $(node --version) is too old. Install version 20.19 or newer (nodejs.org), then run this again."

wasm_target() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] && return 0
  have rustup || stop "The Rust target wasm32-unknown-unknown is missing. Install it with your Rust distribution's package for it."
  say "Adding the Rust target wasm32-unknown-unknown ..."
  rustup target add wasm32-unknown-unknown
}

is_version() { case "$("$1" --version 2>/dev/null || true)" in *" $2"*) return 0 ;; *) return 1 ;; esac; }

# install NAME VERSION CRATE OPTIONS...: a command-line tool from its crate, unless this version is there.
install() {
  name=$1 version=$2 crate=$3
  shift 3
  if is_version "$name" "$version" && { [ "$name" != wasm-bindgen ] || is_version wasm-bindgen-test-runner "$version"; }; then
    return 0
  fi
  say "Installing $name $version into .tools (a few minutes, once) ..."
  # Its own release profile takes three times as long, and a build does not wait for its speed.
  CARGO_TARGET_DIR="$root/.tools/build" CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 RUSTFLAGS="" \
    cargo install --quiet --force --root "$root/.tools" "$@" "$crate@$version"
}

node_tools() {
  stamp=node_modules/.package-lock.json
  [ -f "$stamp" ] && [ ! package-lock.json -nt "$stamp" ] && return 0
  say "Installing the Node tools of package-lock.json ..."
  npm ci --silent --no-progress
  touch "$stamp"
}

crates() {
  # Trunk builds offline, so the crates must be here before it starts.
  cargo fetch --quiet --locked --offline 2>/dev/null || cargo fetch --quiet --locked
}

browser() {
  { have chromium || [ -n "${CHROMIUM:-}" ]; } && { have chromedriver || [ -n "${CHROMEDRIVER:-}" ]; } && return 0
  as_root=""
  if [ "$(id -u)" != 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then as_root=sudo; else as_root=none; fi
  fi
  if have apt-get && [ "$as_root" != none ]; then
    say "Installing Chromium and its driver ..."
    $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium chromium-driver >/dev/null || true
  fi
  have chromium && have chromedriver ||
    stop "Chromium and chromedriver are missing. Install them (on Debian: apt-get install chromium chromium-driver), or name them in CHROMIUM and CHROMEDRIVER, then run this again."
}

# PyPI's icalendar reads the calendar files in the tests, textstat measures how hard the pages are to read; in a virtual
# environment, so that nothing else changes.
calendar_reader() {
  python="$root/.tools/py/bin/python"
  "$python" -c "import sys; from importlib.metadata import version as v; sys.exit(v('icalendar') != '$ICALENDAR' or v('textstat') != '$TEXTSTAT')" 2>/dev/null && return 0
  have python3 || stop "Python 3 is missing. Install version 3.10 or newer (on Debian: apt-get install python3-venv), then run this again."
  say "Installing icalendar $ICALENDAR and textstat $TEXTSTAT into .tools ..."
  { python3 -m venv --clear "$root/.tools/py" && "$python" -m pip install --quiet --disable-pip-version-check "icalendar==$ICALENDAR" "textstat==$TEXTSTAT"; } >&2 ||
    stop "icalendar $ICALENDAR or textstat $TEXTSTAT could not be installed. Python 3.10 or newer needs its module venv (on Debian: apt-get install python3-venv) and PyPI, then run this again."
}

wasm_target
install wasm-bindgen "$BINDGEN" wasm-bindgen-cli --no-default-features
install trunk "$TRUNK" trunk --locked --no-default-features
rm -rf .tools/build
node_tools
crates
if [ "$need" = test ]; then browser; calendar_reader; fi
