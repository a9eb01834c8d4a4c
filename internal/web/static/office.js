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
  for (const list of document.querySelectorAll("[data-sortable]")) {
    let moving = null;
    const number = () => list.querySelectorAll("input[name=tt]").forEach((input, i) => { input.value = i + 1; });
    list.addEventListener("dragstart", event => { moving = event.target.closest("li"); moving.classList.add("moving"); });
    list.addEventListener("dragend", () => { if (moving) moving.classList.remove("moving"); moving = null; number(); });
    list.addEventListener("dragover", event => {
      const over = event.target.closest("li");
      if (!moving || !over || over === moving) return;
      event.preventDefault();
      const box = over.getBoundingClientRect();
      list.insertBefore(moving, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
    });
    list.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (!button) return;
      event.preventDefault();
      const row = button.closest("li");
      if (button.name === "len" && row.previousElementSibling) list.insertBefore(row, row.previousElementSibling);
      if (button.name === "xuong" && row.nextElementSibling) list.insertBefore(row.nextElementSibling, row);
      number();
      button.focus();
    });
  }
})();
