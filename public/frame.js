// The check in a frame of another site (`?embed=1`): tells the page around how tall it is and what kind of page it
// shows, once that page has said hello, and nobody else. Never an answer: it knows none.
const root = document.documentElement;
// Kept apart by the browser from what the site itself keeps, so of no use in a frame.
const OWN_TAB = /^#\/(diary|trends|data)(\/|$)/;
let host = "";
let told = 0;
let measuring = 0;

const send = (words) => parent.postMessage({ source: "quiet-legs", version: 1, ...words }, host);

function measure() {
  measuring = 0;
  // Of the root's box, not its scroll height: that is never less than the frame's own.
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  send({ type: "height", height });
}

// However often it is asked for, once for each time the page is drawn.
function measureSoon() {
  measuring ||= requestAnimationFrame(measure);
}

// The warning to get help is a page of the check like any other.
function page() {
  const [, part = ""] = location.hash.split("/");
  if (part === "") return "start";
  return part === "check" || part === "result" ? part : "other";
}

addEventListener("message", ({ data, origin, source }) => {
  if (parent === window || source !== parent || data?.source !== "quiet-legs" || data.version !== 1) return;
  if (data.type !== "hello" || !origin || origin === "null") return;
  if (host) {
    if (origin !== host) return;
    told = 0;
    measureSoon();
    return;
  }
  host = origin;
  root.dataset.host = origin;
  // At once: where the frame is out of sight the browser does not draw it.
  measure();
  send({ type: "page", page: page() });
  new ResizeObserver(measureSoon).observe(root);
  addEventListener("hashchange", () => send({ type: "page", page: page() }));
});

// The folder and its index.html are one page.
const place = ({ origin, pathname }) => origin + pathname.replace(/index\.html$/, "");

// Before a link is followed, in whatever way: what is of no use in a frame opens in a tab of its own.
function prepare({ target }) {
  const link = target.closest?.("a[href]:not([target]):not([download])");
  if (!link || !/^https?:$/.test(link.protocol)) return;
  const inside = place(link) === place(location);
  if (inside && !OWN_TAB.test(link.hash)) {
    if (link.search !== location.search) link.search = location.search;
    return;
  }
  const to = new URL(link.href);
  if (inside) to.search = "";
  link.href = to.href;
  link.target = "_blank";
  link.rel = "noopener";
}
for (const kind of ["pointerdown", "focusin", "click"]) addEventListener(kind, prepare, true);
