// What a first visit loads until the first question can be answered, against the budget.
// The rest (words of the result, fetched when idle; icons) is printed, but does not count.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET_KIB = 200;
const dist = process.argv[2] ?? "dist";

const page = readFileSync(join(dist, "index.html"), "utf8");
const named = [...page.matchAll(/\b(?:src|data-js|data-wasm)="([^"]+)"|rel="stylesheet" href="([^"]+)"/g)];
const first = ["index.html", ...new Set(named.map(([, a, b]) => (a ?? b).replace(/^\.\//, "")))];
const later = readdirSync(dist).filter((file) => !first.includes(file)).sort();

const KINDS = { html: "page", css: "style", js: "script", wasm: "app" };

function measure(files, title) {
  const total = [0, 0, 0];
  console.log(`${title.padEnd(44)}${["raw", "gzip", "brotli"].map((h) => h.padStart(10)).join("")}`);
  for (const file of files) {
    const bytes = readFileSync(join(dist, file));
    const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
    sizes.forEach((size, at) => (total[at] += size));
    row(`  ${KINDS[file.split(".").pop()] ?? "other"}: ${file.replace(/-[0-9a-f]{16}/, "")}`, sizes);
  }
  row("  together", total);
  return total[2];
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function row(name, sizes) {
  console.log(name.padEnd(44) + sizes.map((size) => String(size).padStart(10)).join(""));
}

const used = measure(first, "until the first question") / 1024;
measure(later, "\nlater, or never");
console.log(`\n${used.toFixed(1)} KiB brotli until the first question; the budget is ${BUDGET_KIB} KiB.`);
if (used > BUDGET_KIB) {
  console.error("The budget is exceeded.");
  process.exit(1);
}
