// Serves the built site and the clinic's pages from two origins of this machine, as if they were two hosts.
// Usage: node examples/clinic/serve.mjs [DIST] [PORT]; the clinic is at PORT, the check at PORT + 1.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const [dist = "dist", port = "8080"] = process.argv.slice(2);
const clinic = dirname(fileURLToPath(import.meta.url));
// Two names of this machine: two origins, and two sites, as browsers see it.
const host = `http://localhost:${port}`;
const app = `http://127.0.0.1:${Number(port) + 1}`;

const KINDS = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A folder on a port of the loopback; `file` may give another text for a path. */
function serve(folder, at, headers, file = () => undefined) {
  const answer = async (request, response) => {
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
      const bytes = (await file(path)) ?? (await readFile(join(folder, path)));
      response.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream", ...headers });
      response.end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such file");
    }
  };
  const server = createServer(answer).listen(at, "127.0.0.1");
  server.on("error", ({ message }) => {
    console.error(`Cannot serve: ${message}. Another port: make demo PORT=9000`);
    process.exit(1);
  });
}

const ours = async (path) => (await readFile(join(clinic, path), "utf8")).replaceAll("http://localhost:8080", host);

serve(clinic, Number(port), { "cache-control": "no-store" }, async (path) =>
  extname(path) === ".html" ? (await ours(path)).replaceAll("{{app}}", app) : undefined,
);
serve(dist, Number(port) + 1, { "cache-control": "no-cache", "content-security-policy": `frame-ancestors ${host}` }, (path) =>
  path === "/clinic.json" ? ours(path) : undefined,
);
console.log(`The clinic's page: ${host}/   (also /several.html, /wordpress.html, /hostile.html, /plain.html)`);
console.log(`The check it embeds: ${app}/   Ctrl+C ends both.`);
