// Starts the app. It draws over the first screen; if it cannot, the check on paper appears.
const root = document.documentElement;
const { js, wasm } = document.getElementById("boot").dataset;

if (root.hasAttribute("data-boot")) {
  try {
    const app = await import(js);
    await app.default({ module_or_path: new URL(wasm, import.meta.url) });
    root.setAttribute("data-boot", "on");
  } catch (reason) {
    root.removeAttribute("data-boot");
    console.error(reason);
  }
}
