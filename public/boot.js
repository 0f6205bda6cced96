// Starts the app. It draws over the first screen; if it cannot, the check on paper appears.
// There are two builds of it: the check, which is there at once, and the whole app, fetched by everyone when idle.
const root = document.documentElement;
const { js, wasm, wholeJs, wholeWasm, whole } = document.getElementById("early").dataset;
let tries = 0;
let fetched = null;
let handed = null;
const texts = new Map();

// A script that did not come is asked for under another name: some browsers remember the failure.
function fetchWhole() {
  fetched ??= Promise.all([import(wholeJs + (tries++ ? `?${tries}` : "")), bytes(wholeWasm)]).catch((reason) => {
    fetched = null;
    throw reason;
  });
  return fetched;
}

async function bytes(address) {
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

// A file of words, once for both builds; one that did not come is asked for again, and so is a wrong one.
function text(address, again) {
  const kept =
    (again ? null : texts.get(address)) ??
    fetch(new URL(address, import.meta.url)).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.text();
    });
  texts.set(address, kept);
  kept.catch(() => texts.delete(address));
  return kept;
}

// For the check: start the whole app in its place, and hand it what only the memory of this page holds.
globalThis.quietLegs = {
  text,
  async start(check, settings) {
    const [app, module_or_path] = await fetchWhole();
    handed = [check, settings];
    await app.default({ module_or_path });
  },
  handed() {
    const kept = handed;
    handed = null;
    return kept;
  },
};

// What a clinic says of itself. Nobody waits for it longer than this.
const clinic = Promise.race([text("./clinic.json"), new Promise((none) => setTimeout(none, 4000))])
  .then((said) => { globalThis.quietLegs.clinic = said; }, () => {});

if (root.hasAttribute("data-embed")) {
  document.querySelector("[name=keep][value=no]").checked = true;
  import("./frame.js");
}

if (root.hasAttribute("data-boot")) {
  try {
    const at = location.hash;
    if (whole.split(" ").some((address) => at === address || at.startsWith(`${address}/`))) {
      const [[app, module_or_path]] = await Promise.all([fetchWhole(), clinic]);
      await app.default({ module_or_path });
    } else {
      const [app] = await Promise.all([import(js), clinic]);
      await app.default({ module_or_path: new URL(wasm, import.meta.url) });
      const idle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 1500));
      idle(() => fetchWhole().catch(() => {}));
    }
    root.setAttribute("data-boot", "on");
  } catch (reason) {
    root.removeAttribute("data-boot");
    console.error(reason);
  }
}
