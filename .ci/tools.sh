#!/bin/sh
# Makes sure of the tools a build (`tools.sh build`) or a test run (`tools.sh test`) needs.
# What is missing goes into .tools/ and node_modules/, both ignored by git; the right version on PATH is used.
set -eu
cd "$(dirname "$0")/.."
need=${1:-build}
root=$PWD
TRUNK=0.21.14
ICALENDAR=7.3.2
GECKO=0.37.1
LFORMS=40.1.3
LFORMS_DIGEST=sha512-WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==
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

# debian "WHAT" PACKAGE...: through apt where that may be done; whoever calls looks whether it is there now.
debian() {
  what=$1
  shift
  as_root=""
  if [ "$(id -u)" != 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then as_root=sudo; else return 0; fi
  fi
  have apt-get || return 0
  say "Installing $what ..."
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$@" >/dev/null || true
}

chromium() { { have chromium || [ -n "${CHROMIUM:-}" ]; } && { have chromedriver || [ -n "${CHROMEDRIVER:-}" ]; }; }
firefox() { have firefox || have firefox-esr || [ -n "${FIREFOX:-}" ]; }
webkit() { { have WebKitWebDriver || [ -n "${WEBKITWEBDRIVER:-}" ]; } && have xvfb-run && have xauth; }
pdf_reader() { have pdftotext && have pdftoppm; }

browsers() {
  chromium || debian "Chromium and its driver" chromium chromium-driver
  chromium ||
    stop "Chromium and chromedriver are missing. Install them (on Debian: apt-get install chromium chromium-driver), or name them in CHROMIUM and CHROMEDRIVER, then run this again."
  firefox || debian "Firefox" firefox-esr
  firefox ||
    stop "Firefox is missing. Install it (on Debian: apt-get install firefox-esr), or name it in FIREFOX, then run this again."
  webkit || debian "WebKit's browser, its driver, and a screen for them" webkit2gtk-driver xvfb xauth
  webkit ||
    stop "WebKitWebDriver or xvfb-run is missing. Install them (on Debian: apt-get install webkit2gtk-driver xvfb xauth), or name the driver in WEBKITWEBDRIVER, then run this again."
  pdf_reader || debian "Poppler, which reads what the browsers print" poppler-utils
  pdf_reader ||
    stop "pdftotext and pdftoppm are missing. Install Poppler's tools (on Debian: apt-get install poppler-utils), then run this again."
  # Debian has no package of Firefox's driver; any other that the person names will do.
  [ -n "${GECKODRIVER:-}" ] || install geckodriver "$GECKO" geckodriver --locked
}

nginx_modules=/usr/lib/nginx/modules
has_nginx() { [ -x /usr/sbin/nginx ] && [ -f $nginx_modules/ngx_http_brotli_static_module.so ] && [ -f $nginx_modules/ngx_http_brotli_filter_module.so ]; }
has_apache() { [ -x /usr/sbin/apache2 ] && [ -f /usr/lib/apache2/modules/mod_brotli.so ]; }

# The sample configurations are tried in both servers, each on a port of its own. Nothing of theirs is to run by itself:
# Debian asks policy-rc.d before it starts what it has just installed. `apache2-bin` is the program without a service.
servers() {
  has_nginx && has_apache && return 0
  (
    ask=/usr/sbin/policy-rc.d as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    if [ ! -e $ask ] && printf '#!/bin/sh\nexit 101\n' | $as_root tee $ask >/dev/null 2>&1; then
      trap '$as_root rm -f $ask' EXIT
      $as_root chmod +x $ask
    fi
    debian "nginx and Apache" --no-install-recommends \
      nginx libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static apache2-bin
  )
  { has_nginx && has_apache; } ||
    stop "nginx with brotli or Apache is missing: the sample configurations are tried in them. Install them (on Debian: apt-get install --no-install-recommends nginx libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static apache2-bin), then run this again. Neither needs to run as a service."
}

# LHC-Forms draws our questions in a test. Of its package only what a page loads, and none of the packages that npm
# would bring along: what it was built from is in its files already.
forms() {
  at=.tools/lforms
  [ "$(cat "$at/version" 2>/dev/null)" = "$LFORMS" ] && return 0
  say "Fetching LHC-Forms $LFORMS into .tools ..."
  rm -rf "$at" && mkdir -p "$at"
  { npm pack --silent --pack-destination "$at" "lforms@$LFORMS" >/dev/null && check_digest "$at/lforms-$LFORMS.tgz" "$LFORMS_DIGEST"; } ||
    stop "LHC-Forms $LFORMS could not be fetched from the npm registry, or is not what it was. Run this again when the registry can be reached."
  from=package/dist/lforms
  tar -xzf "$at/lforms-$LFORMS.tgz" -C "$at" --transform='s|.*/||' package/LICENSE.md "$from/webcomponent/styles.css" \
    "$from/webcomponent/lhc-forms.js" "$from/webcomponent/assets/lib/zone.min.js" "$from/fhir/R4/lformsFHIR.min.js" \
    "$from/webcomponent/down_arrow_gray_10_10.png" "$from/webcomponent/magnifying_glass.png"
  rm "$at/lforms-$LFORMS.tgz"
  printf '%s\n' "$LFORMS" > "$at/version"
}

check_digest() {
  node -e 'const [file, wanted] = process.argv.slice(1);
    const digest = require("crypto").createHash("sha512").update(require("fs").readFileSync(file)).digest("base64");
    process.exit(`sha512-${digest}` === wanted ? 0 : 1)' "$1" "$2"
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
node_tools
crates
if [ "$need" = test ]; then browsers; servers; calendar_reader; forms; fi
rm -rf .tools/build
