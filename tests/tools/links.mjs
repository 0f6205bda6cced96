// Follows every link of the built site that leads to another file of it: node tests/tools/links.mjs DIST
// Serves the folder as a plain web host does, because links are relative. Links to other sites are not followed: the
// tests ask nothing of the net.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { LinkChecker } from "linkinator";

const KINDS = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };
const [dist] = process.argv.slice(2);

const server = createServer(async (asked, answer) => {
  const path = normalize(decodeURIComponent(new URL(asked.url, "http://localhost").pathname));
  const file = path.endsWith("/") ? join(path, "index.html") : path;
  try {
    const bytes = await readFile(join(dist, file));
    answer.writeHead(200, { "content-type": KINDS[extname(file)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const site = `http://127.0.0.1:${server.address().port}/`;
const checker = new LinkChecker();
let broken = 0;
let followed = 0;
for (const begin of [site, `${site}learn/`]) {
  const { links } = await checker.check({ path: begin, recurse: true, linksToSkip: ["^https?://(?!127\\.0\\.0\\.1)"] });
  followed += links.filter((link) => link.state === "OK").length;
  for (const link of links.filter((link) => link.state === "BROKEN")) {
    console.error(`${link.parent ?? begin}: ${link.url} leads nowhere (${link.status})`);
    broken += 1;
  }
}
server.close();
console.log(`${followed} links of the site followed, ${broken} broken`);
process.exit(broken > 0 || followed < 40 ? 1 : 0);
