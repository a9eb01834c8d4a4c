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
    form.addEventListener("submit", () => { for (const button of form.querySelectorAll("button")) button.setAttribute("aria-busy", "true"); });
  }
  // The browser's own button speaks the browser's language: ours stands over it.
  const vi = document.documentElement.lang !== "en";
  for (const input of document.querySelectorAll("input[type=file]")) {
    const pick = document.createElement("span"), button = document.createElement("b"), name = document.createElement("i");
    pick.className = "pick";
    button.textContent = vi ? "Chọn tệp…" : "Choose a file…";
    name.textContent = vi ? "chưa chọn tệp nào" : "no file chosen";
    input.before(pick);
    pick.append(input, button, name);
    input.addEventListener("change", () => { if (input.files.length) name.textContent = input.files[0].name; });
  }
  for (const button of document.querySelectorAll("[data-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => { for (const box of button.form.querySelectorAll(`input[name=${button.dataset.all}]`)) box.checked = true; });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
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
  for (const canvas of document.querySelectorAll("[data-editor]")) editor(canvas);

  // editor lays a frame over each box of the drawn page; places are kept in the
  // typed fields, and the page is drawn again by the server.
  function editor(canvas) {
    const form = document.getElementById("mau-form"), ns = "http://www.w3.org/2000/svg";
    const frame = document.createElementNS(ns, "svg");
    frame.setAttribute("viewBox", `0 0 ${canvas.dataset.w} ${canvas.dataset.h}`);
    frame.setAttribute("class", "frame");
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", document.title);
    canvas.append(frame);
    const rows = new Map(), past = [], undo = form.querySelector("[data-undo]");
    let chosen = null, drag = null, timer = 0;
    const grip = document.createElementNS(ns, "rect");
    grip.setAttribute("class", "grip");
    const field = (row, name) => row.querySelector(`input[name=${name}]`);
    const read = row => ["x", "y", "w", "h"].map(n => parseFloat(field(row, n).value.replace(",", ".")) || 0);
    const write = (row, v) => { ["x", "y", "w", "h"].forEach((n, i) => { field(row, n).value = String(Math.round(v[i] * 100) / 100); }); place(row); };
    const remember = row => { past.push([row, read(row)]); undo.hidden = false; };
    function place(row) {
      const [x, y, w, h] = read(row), rect = rows.get(row);
      rect.setAttribute("x", x); rect.setAttribute("y", y);
      rect.setAttribute("width", Math.max(w, 1)); rect.setAttribute("height", Math.max(h, 1));
      if (row === chosen) { grip.setAttribute("x", x + w - 2); grip.setAttribute("y", y + h - 2); grip.setAttribute("width", 4); grip.setAttribute("height", 4); }
    }
    function choose(row) {
      if (chosen) { rows.get(chosen).classList.remove("on"); chosen.classList.remove("on"); }
      chosen = row;
      rows.get(row).classList.add("on"); row.classList.add("on");
      const list = row.closest(".boxes"); // only the list scrolls, not the page under the mouse
      if (row.offsetTop < list.scrollTop || row.offsetTop > list.scrollTop + list.clientHeight - 40) list.scrollTop = row.offsetTop - list.clientHeight / 2;
      frame.append(grip);
      place(row);
    }
    function redraw() {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const data = new URLSearchParams(new FormData(form));
        data.delete("luu");
        const answer = await fetch(form.action, { method: "POST", body: data }).catch(() => null);
        if (!answer) return; // the old picture stays until the office answers again
        const page = new DOMParser().parseFromString(await answer.text(), "text/html"), fresh = page.querySelector("[data-editor] > svg");
        if (answer.ok && fresh) canvas.replaceChild(document.importNode(fresh, true), canvas.querySelector("svg"));
      }, 400);
    }
    for (const row of form.querySelectorAll("tr[data-row]")) {
      const rect = document.createElementNS(ns, "rect");
      rows.set(row, rect);
      rect.setAttribute("data-box", row.dataset.row);
      for (const input of row.querySelectorAll("input:not([type=hidden])")) {
        input.addEventListener("focus", () => { choose(row); input.was = read(row); });
        input.addEventListener("change", () => { if (input.was) { past.push([row, input.was]); undo.hidden = false; input.was = read(row); } place(row); redraw(); });
      }
      if (!("move" in row.dataset)) rect.setAttribute("pointer-events", "none");
      else {
        rect.setAttribute("tabindex", "0");
        rect.setAttribute("role", "button");
        rect.setAttribute("aria-label", row.dataset.row);
      }
      rect.addEventListener("focus", () => choose(row));
      frame.append(rect);
      place(row);
    }
    const where = event => { const box = frame.getBoundingClientRect(), k = canvas.dataset.w / box.width; return [(event.clientX - box.left) * k, (event.clientY - box.top) * k]; };
    const under = ([px, py]) => [...rows.keys()].filter(r => "move" in r.dataset).reverse()
      .find(r => { const [x, y, w, h] = read(r); return px >= x && px <= x + w && py >= y && py <= y + h; });
    canvas.addEventListener("pointerdown", event => {
      const size = event.target === grip;
      const row = size ? chosen : [...rows.keys()].find(r => rows.get(r) === event.target) || under(where(event));
      if (!row) return;
      choose(row);
      drag = { row, size, from: where(event), was: read(row), moved: false };
      frame.setPointerCapture(event.pointerId);
      if (!size) rows.get(row).focus();
      event.preventDefault();
    });
    frame.addEventListener("pointermove", event => {
      if (!drag) return;
      const [x, y] = where(event), dx = Math.round((x - drag.from[0]) * 10) / 10, dy = Math.round((y - drag.from[1]) * 10) / 10;
      if (!drag.moved && (dx || dy)) { remember(drag.row); drag.moved = true; }
      const v = drag.was;
      if (drag.moved) write(drag.row, drag.size ? [v[0], v[1], Math.max(1, v[2] + dx), Math.max(1, v[3] + dy)] : [v[0] + dx, v[1] + dy, v[2], v[3]]);
    });
    frame.addEventListener("pointerup", () => { if (drag && drag.moved) redraw(); drag = null; });
    const back = () => { const last = past.pop(); if (last) { write(last[0], last[1]); choose(last[0]); redraw(); } undo.hidden = past.length === 0; };
    undo.addEventListener("click", back);
    form.addEventListener("keydown", event => {
      if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && event.target.tagName !== "INPUT") { event.preventDefault(); back(); return; }
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!step || !chosen || event.target !== rows.get(chosen)) return;
      event.preventDefault();
      const k = event.shiftKey ? 1 : 0.1, v = read(chosen);
      remember(chosen);
      write(chosen, [v[0] + step[0] * k, v[1] + step[1] * k, v[2], v[3]]);
      redraw();
    });
  }
})();
