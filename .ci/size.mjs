// Prints what a first visit loads, in bytes: raw, gzip 9, brotli 11. Fails over the budget, and over that of the script
// other sites load.
// Usage: node .ci/size.mjs DIST [BUDGET_KIB]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [dist, budget = "200"] = process.argv.slice(2);
// Loaded before the first question can be answered; the rest comes at idle or on asking.
const first = /^(?!whole-|embed\.js$|frame\.js$).*\.(html|css|js|wasm)$/;
const idle = /^(words|learn|whole)-/;
// In a page of another site: what that page loads, and what the check in its frame loads besides.
const host = "embed.js";
const frame = "frame.js";
const HOST_BYTES = 3 * 1024;

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
const row = (name, sizes) => console.log(name.padEnd(44), ...sizes.map((n) => String(n).padStart(9)));

function measure(title, names) {
  const sum = [0, 0, 0];
  for (const name of names) {
    const bytes = readFileSync(join(dist, name));
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
    sizes.forEach((n, at) => (sum[at] += n));
    row(name, sizes);
  }
  row(title, sum);
  console.log();
  return sum;
}

// What `make packed` wrote beside the files is the same again.
const files = readdirSync(dist).filter((f) => !/\.(br|gz)$/.test(f)).sort();
console.log("".padEnd(44), "      raw", "     gzip", "   brotli");
const [, , loaded] = measure("= until the first question", files.filter((f) => first.test(f)));
measure("= at idle, for everyone", files.filter((f) => idle.test(f)));
const [, , embedding] = measure("= for a page of another site", [host]);
measure("= besides, in its frame", [frame]);

const kib = loaded / 1024;
console.log(`until the first question: ${kib.toFixed(1)} KiB brotli, budget ${budget} KiB`);
console.log(`${host}: ${embedding} bytes brotli, budget ${HOST_BYTES}`);
if (kib > Number(budget)) {
  console.error(`Over the budget by ${(kib - Number(budget)).toFixed(1)} KiB.`);
  process.exitCode = 1;
}
if (embedding > HOST_BYTES) {
  console.error(`${host} is over its budget by ${embedding - HOST_BYTES} bytes.`);
  process.exitCode = 1;
}
