#!/bin/sh
# Joins the style sheets in the order they build on each other: one request instead of twenty.
set -eu
cd "$(dirname "$0")/.."
mkdir -p target
cat style/tokens.css style/themes.css style/base.css style/frame.css style/parts/*.css style/print.css > target/style.css
