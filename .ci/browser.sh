#!/bin/sh
# Makes sure of Chromium and its driver for the tests, through the system's package manager where it may.
set -eu

has() { command -v "$1" >/dev/null; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }

if has_chromium && has chromedriver; then exit 0; fi

if has apt-get; then
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif has sudo && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        as_root="none"
    fi
    if [ "$as_root" != none ]; then
        echo "tools: installing chromium and chromium-driver"
        $as_root apt-get update -qq
        $as_root apt-get install -y -qq chromium chromium-driver >/dev/null
        has_chromium && has chromedriver && exit 0
    fi
fi

echo "Please install Chromium and its driver (on Debian: chromium chromium-driver), then run this again." >&2
exit 1
