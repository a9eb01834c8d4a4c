// Makes the pages smoother; everything works without it.
"use strict";
(function () {
  for (const form of document.querySelectorAll("[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    const over = on => event => { event.preventDefault(); form.classList.toggle("over", on); };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", event => {
      over(false)(event);
      if (event.dataTransfer.files.length === 1) { input.files = event.dataTransfer.files; form.requestSubmit(); }
    });
    input.addEventListener("change", () => { if (input.files.length) form.requestSubmit(); });
  }
  for (const form of document.querySelectorAll("form.issue")) {
    form.addEventListener("submit", () => { form.querySelector("button").setAttribute("aria-busy", "true"); });
  }
})();
