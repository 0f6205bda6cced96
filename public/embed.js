// Puts the check into a page of another site, in a frame that is as tall as what it shows.
//   <script src="https://clinic.example/rls/embed.js" data-title="Restless legs check"></script>
//   <quiet-legs src="https://clinic.example/rls/"></quiet-legs> with the script anywhere, once
// Types: public/embed.d.ts. Guide: docs/embedding.md. Nothing is ever sent but `hello` and `received`, and to the frame alone.
(() => {
  "use strict";

  const NAME = "quiet-legs";
  const MAY = "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals allow-popups";
  const OURS = ["src", "title", "height", "resize"];
  const LEAST = 320;
  const MOST = 20000;
  // Room for the first screen, by width, so that nothing moves when it comes. Given up when the person goes on.
  const ROOM = [
    [0, 3810], [288, 3550], [320, 3230], [340, 2995], [360, 2860], [380, 2715], [400, 2690], [420, 2610], [480, 2510],
    [520, 2300], [640, 2190], [700, 2040], [760, 1950], [1000, 1840],
  ];

  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const folder = script?.src && new URL(".", script.src).href;
  let warned = false;

  class QuietLegs extends HTMLElement {
    static observedAttributes = ["src", ...OURS.map((name) => `data-${name}`)];
    #shadow = this.attachShadow({ mode: "closed" });
    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    #ends = new AbortController();
    #seen = new Set();
    #there = false;

    connectedCallback() {
      this.#there = true;
      const address = addressOf(this);
      if (!address) {
        // What is written inside the element, as where there is no script.
        this.#shadow.replaceChildren(document.createElement("slot"));
        return;
      }
      const frame = document.createElement("iframe");
      this.#frame = frame;
      this.#ends = new AbortController();
      // On the element itself nothing of the host's styles may hold; into the shadow they do not reach. The frame lies over
      // the whole of it, whatever the host puts before or after.
      dress(this, { display: "block", position: "relative", width: "100%", overflow: "hidden" });
      const asked = Number(this.dataset.height) >= 100 ? Math.min(Number(this.dataset.height), MOST) : 0;
      const least = asked || room(this);
      tall(this, least);
      dress(frame, { position: "absolute", top: "0", left: "0", width: "100%", height: "100%" });
      frame.setAttribute("sandbox", MAY);
      frame.allow = "clipboard-write; web-share";
      frame.referrerPolicy = "no-referrer";
      frame.loading = "eager";
      frame.title = titleOf(this);
      frame.src = address.href;
      if (this.dataset.resize !== "no") this.#talk(frame, address.origin, least, asked || LEAST);
      this.#shadow.replaceChildren(frame);
    }

    disconnectedCallback() {
      this.#there = false;
      this.#frame = undefined;
      this.#ends.abort();
      this.#shadow.replaceChildren();
    }

    // Where a browser can move an element without loading its frame again, the frame stays as it is.
    connectedMoveCallback() {}

    /** @param {string} name @param {string | null} before @param {string | null} now */
    attributeChangedCallback(name, before, now) {
      if (!this.#there || before === now) return;
      if (name === "data-title" && this.#frame) {
        this.#frame.title = titleOf(this);
      } else {
        this.disconnectedCallback();
        this.connectedCallback();
      }
    }

    /** @param {HTMLIFrameElement} frame @param {string} origin @param {number} least @param {number} later */
    #talk(frame, origin, least, later) {
      const { signal } = this.#ends;
      let answered = false;
      let arrived = false;
      let away = false;
      let height = least;
      let drawing = 0;
      let timer = 0;

      /** @param {object} words */
      const send = (words) => frame.contentWindow?.postMessage({ source: NAME, version: 1, ...words }, origin);

      // The frame may not listen yet when it has loaded.
      const hello = (wait = 50) => {
        clearTimeout(timer);
        if (answered || signal.aborted || wait > MOST) return;
        // Until its page has come the frame is an empty one of this page's own origin.
        if (frame.contentDocument?.URL !== "about:blank") send({ type: "hello" });
        timer = setTimeout(hello, wait, wait * 2);
      };

      // However much is said, the page is laid out once for each time it is drawn.
      const draw = () => {
        drawing = 0;
        if (signal.aborted) return;
        tall(this, height);
        if (away && this.getBoundingClientRect().top < 0) this.scrollIntoView({ behavior: "instant" });
        away = false;
      };

      // WebKit says so for each page of the check too; the frame answers again, and that is all.
      frame.addEventListener("load", () => {
        answered = false;
        hello();
      });

      addEventListener("message", ({ data, origin: from, source }) => {
        if (source !== frame.contentWindow || from !== origin || data?.source !== NAME || data.version !== 1) return;
        answered = true;
        if (data.type === "height" && typeof data.height === "number" && data.height > 0) {
          height = Math.min(Math.max(Math.ceil(data.height), least), MOST);
        }
        if (data.type === "page") {
          if (arrived) {
            away = true;
            least = later;
          }
          arrived = true;
        }
        if (data.type === "handover") this.#hand(data, send);
        drawing ||= requestAnimationFrame(draw);
      }, { signal });
    }

    /** @param {{ id: unknown, format: unknown, content: unknown }} data @param {(words: object) => void} send */
    #hand({ id, format, content }, send) {
      if (typeof id !== "string" || typeof content !== "string" || this.#seen.has(id)) return;
      if (format !== "fhir" && format !== "text") return;
      this.#seen.add(id);
      const detail = { format, content };
      const offer = new CustomEvent(`${NAME}-handover`, { bubbles: true, cancelable: true, composed: true, detail });
      // Cancelled means taken.
      if (!this.dispatchEvent(offer)) send({ type: "received", id });
    }
  }

  /** @param {HTMLElement} element @param {Record<string, string>} styles */
  function dress(element, styles) {
    for (const [name, value] of Object.entries({ all: "initial", ...styles })) set(element, name, value);
  }

  // Beside a row or in a column of other things it may not be pressed together either.
  /** @param {HTMLElement} element @param {number} height */
  function tall(element, height) {
    for (const name of ["height", "min-height"]) set(element, name, `${height}px`);
  }

  /** @param {HTMLElement} element @param {string} name @param {string} value */
  function set(element, name, value) {
    element.style.setProperty(name, value, "important");
  }

  /** @param {HTMLElement} element */
  function titleOf(element) {
    return element.dataset.title || "Restless legs check";
  }

  /** @param {HTMLElement} element */
  function room(element) {
    const width = element.getBoundingClientRect().width || innerWidth;
    return ROOM.reduce((height, [from, tall]) => (width < from ? height : tall), MOST);
  }

  // The folder of the app as the address of its page in a frame; no other kind of address than a web one.
  /** @param {HTMLElement} element */
  function addressOf(element) {
    const asked = element.getAttribute("src") || element.dataset.src || folder;
    try {
      const address = new URL(asked || "none:", document.baseURI);
      if (!/^https?:$/.test(address.protocol)) throw new TypeError();
      address.pathname = address.pathname.replace(/\/?(index\.html)?$/, "/index.html");
      address.search = "?embed=1";
      if (address.origin === location.origin && !warned) {
        warned = true;
        console.warn(`${NAME}: this page and the check come from the same origin, so the sandbox of the frame keeps nothing apart. Serve the check from another origin (another host name).`);
      }
      return address;
    } catch {
      console.error(`${NAME}: no web address of the check in src (or data-src): ${asked}`);
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, QuietLegs);

  // The one line: a frame right after it. A script that only serves elements written into the page makes none.
  if (script && document.body?.contains(script)) {
    const given = OURS.filter((name) => script.dataset[name]);
    if (given.length || !document.querySelector(`${NAME}:not([data-line])`)) {
      const element = document.createElement(NAME);
      for (const name of given) element.dataset[name] = script.dataset[name];
      element.dataset.src ||= folder;
      element.dataset.line = "";
      script.after(element);
    }
  }
})();
