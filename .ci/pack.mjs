// Writes NAME.br (brotli 11) and NAME.gz (gzip 9) beside the files of the built site that get smaller by it, for hosts
// that can send them. A packed file that is right already is left alone, one whose file is gone is removed.
// Usage: node .ci/pack.mjs DIST
import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";

const [dist] = process.argv.slice(2);
const text = /\.(html|css|js|wasm|txt|xml|json|webmanifest|svg)$/;
// Clinics write this one by hand, on the host too: a packed one would go on saying what it said before.
const byHand = /(^|\/)clinic\.json$/;
// Below this a packed file saves nothing: it travels in one packet either way.
const SMALLEST = 1000;

const ways = {
  ".br": {
    pack: (bytes) =>
      brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    unpack: brotliDecompressSync,
  },
  ".gz": { pack: (bytes) => gzipSync(bytes, { level: 9 }), unpack: gunzipSync },
};

function isRight(packed, unpack, bytes) {
  try {
    return unpack(readFileSync(packed)).equals(bytes);
  } catch {
    return false;
  }
}

if (!dist || !existsSync(join(dist, "index.html"))) {
  console.error("Name the folder of the built site: node .ci/pack.mjs dist");
  process.exit(1);
}
const names = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
const packs = (name) => text.test(name) && !byHand.test(name) && statSync(join(dist, name)).size >= SMALLEST;
const wanted = names.filter(packs).sort();
const sums = { raw: 0, ".br": 0, ".gz": 0 };

for (const name of names.filter((name) => /\.(br|gz)$/.test(name) && !wanted.includes(name.slice(0, -3)))) {
  rmSync(join(dist, name));
}
for (const name of wanted) {
  const file = join(dist, name);
  const bytes = readFileSync(file);
  const { atime, mtime } = statSync(file);
  sums.raw += bytes.length;
  for (const [ending, { pack, unpack }] of Object.entries(ways)) {
    const packed = file + ending;
    if (!isRight(packed, unpack, bytes)) writeFileSync(packed, pack(bytes));
    utimesSync(packed, atime, mtime);
    sums[ending] += statSync(packed).size;
  }
}
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
console.log(`${wanted.length} files of ${kib(sums.raw)}: ${kib(sums[".br"])} as .br, ${kib(sums[".gz"])} as .gz`);
