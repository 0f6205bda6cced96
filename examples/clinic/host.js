// What a clinic's own page may do with a hand-over: take it, and here only show it.
document.addEventListener("quiet-legs-handover", (event) => {
  event.preventDefault();
  const { format, content } = event.detail;
  document.querySelector("#received pre").textContent =
    format === "fhir" ? JSON.stringify(JSON.parse(content), null, 2) : content;
  document.querySelector("#received").hidden = false;
});
