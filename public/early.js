// Before the first paint: the chosen theme, and whether the app can run here at all.
// A classic script on purpose: where modules or WebAssembly are missing, or the page was opened as a
// file, `data-boot` stays unset and the style sheet shows the check on paper instead of the app.
(function () {
  "use strict";
  var root = document.documentElement;

  // In a frame of another site: boot.js does the rest.
  if (/[?&]embed=1(&|$)/.test(location.search)) root.setAttribute("data-embed", "");

  try {
    var theme = JSON.parse(localStorage.getItem("quiet-legs.settings")).data.theme;
    if (["light", "dark", "contrast", "night"].indexOf(theme) >= 0) show(theme);
  } catch (nothingKeptOrBlocked) { /* the device's own wish holds */ }

  var build = document.currentScript.dataset;
  var whole = build.whole.split(" ").some(function (address) {
    return location.hash === address || location.hash.indexOf(address + "/") === 0;
  });
  if (location.protocol !== "file:") {
    ask({ rel: "modulepreload", href: whole ? build.wholeJs : build.js });
    ask({ rel: "preload", href: whole ? build.wholeWasm : build.wasm, as: "fetch", type: "application/wasm" });
  }

  if (location.protocol !== "file:" && typeof WebAssembly === "object" && "noModule" in HTMLScriptElement.prototype) {
    awaitApp();
    addEventListener("hashchange", function () { if (isStarting()) awaitApp(); });
    // The boot script, the app's script or the wasm did not arrive, or broke while starting.
    addEventListener("error", function (event) {
      if (isStarting() && event.target.rel !== "icon") root.removeAttribute("data-boot");
    }, true);
  }

  // Until the app answers for itself.
  addEventListener("click", function (event) {
    var at = event.target.closest ? event.target : event.target.parentElement;
    if (at.closest("[data-reload]")) {
      event.preventDefault();
      location.reload();
    }
    if (root.getAttribute("data-boot") === "on") return;
    if (at.closest(".ql-theme")) show(root.getAttribute("data-theme") === "night" ? "" : "night");
    if (at.closest(".ql-skip")) document.getElementById("main").focus();
  });

  // The build that the address needs, before the page is read to its end.
  function ask(link) {
    document.head.append(Object.assign(document.createElement("link"), { crossOrigin: "anonymous" }, link));
  }

  // "waiting": a question was asked for before the app is here (a tap on Start, a reload), so the first
  // screen makes room. The app reads the address when it starts; no tap is lost.
  function awaitApp() {
    root.setAttribute("data-boot", location.hash.length > 2 ? "waiting" : "starting");
  }

  function isStarting() {
    return /^(starting|waiting)$/.test(root.getAttribute("data-boot"));
  }

  function show(theme) {
    if (theme) root.setAttribute("data-theme", theme);
    else root.removeAttribute("data-theme");
    var ground = getComputedStyle(root).getPropertyValue("--bg").trim();
    document.querySelectorAll("meta[name=theme-color]").forEach(function (meta) {
      meta.removeAttribute("media");
      if (ground) meta.content = ground;
    });
  }
})();
