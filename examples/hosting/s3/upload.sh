#!/bin/sh
# Uploads a built Quiet Legs to an S3-like store, in an order that never leaves a page without its files:
#
#   sh upload.sh dist s3://my-bucket            at the root; a CDN in front of it packs (CloudFront: "Compress objects")
#   sh upload.sh dist s3://my-bucket/legs gzip  in a folder; sends what `make packed` wrote, to everyone
#
# A store cannot look at what a browser understands. "gzip" is understood by all; "br" is smaller and understood by all
# that run the app, but over https only. Needs the AWS command line (for other stores set AWS_ENDPOINT_URL).
# Nothing is deleted: pages that are open may still ask for the old files. docs/hosting.md says the rest, and how the
# headers come (cloudfront-headers.json, cors.json).
set -eu

dist=${1:?name the folder of the built site}
to=${2:?name the bucket, as in s3://my-bucket/folder}
to=${to%/}
packing=${3:-}
case $packing in "") ending="" ;; gzip) ending=.gz ;; br) ending=.br ;; *) echo "gzip, br or nothing" >&2; exit 1 ;; esac
[ -f "$dist/index.html" ] || { echo "$dist has no index.html" >&2; exit 1; }
if [ -n "$ending" ] && [ ! -f "$dist/index.html$ending" ]; then
  echo "$dist is not packed: make packed" >&2
  exit 1
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# Every file into STAGE/<when>/<packed or plain>/, under its own name.
(cd "$dist" && find . -type f ! -name '*.br' ! -name '*.gz' ! -path '*/.*') | while read -r file; do
  when=2-other
  if printf '%s\n' "$file" | grep -Eq -e '-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css|txt)$'; then when=1-hashed; fi
  if [ "$file" = ./index.html ]; then when=3-index; fi
  from=$dist/$file how=plain
  if [ -n "$ending" ] && [ -f "$from$ending" ]; then from=$from$ending how=packed; fi
  mkdir -p "$(dirname "$stage/$when/$how/$file")"
  cp "$from" "$stage/$when/$how/$file"
done

# send FOLDER CACHE-CONTROL OPTIONS...: each kind of file with its type.
send() {
  folder=$1 cache=$2
  shift 2
  while read -r ending type; do
    [ -n "$(find "$folder" -name "*.$ending" 2>/dev/null | head -n 1)" ] || continue
    aws s3 cp "$folder" "$to" --recursive --exclude '*' --include "*.$ending" --no-progress \
      --content-type "$type" --cache-control "$cache" "$@" </dev/null
  done <<TYPES
html text/html; charset=utf-8
css text/css; charset=utf-8
js text/javascript; charset=utf-8
txt text/plain; charset=utf-8
xml text/xml; charset=utf-8
json application/json
webmanifest application/manifest+json
wasm application/wasm
svg image/svg+xml
png image/png
webp image/webp
jpg image/jpeg
TYPES
}

for when in 1-hashed 2-other 3-index; do
  cache=no-cache
  if [ "$when" = 1-hashed ]; then cache="public, max-age=31536000, immutable"; fi
  send "$stage/$when/plain" "$cache"
  if [ -n "$packing" ]; then send "$stage/$when/packed" "$cache" --content-encoding "$packing"; fi
done
