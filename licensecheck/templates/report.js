"use strict";
// Comfort only: the page is whole without it. It reads the page's own elements and writes no markup.
for (const texts of document.querySelectorAll(".texts")) {
  const tools = texts.querySelector(".tools");
  if (!tools) continue;
  const told = tools.querySelector(".told");
  const keys = tools.querySelector(".keys");
  const marks = [...texts.querySelectorAll("[data-change]")];
  const total = told.textContent;
  let current = null;

  // One stop for each difference, at the first of its marks that is not filtered away.
  const stops = () => {
    const found = new Map();
    for (const mark of marks)
      if (!mark.classList.contains("off") && !found.has(mark.dataset.change)) found.set(mark.dataset.change, mark);
    return [...found.values()];
  };

  const step = (by) => {
    const all = stops();
    const at = all.findIndex((mark) => mark.dataset.change === current);
    const mark = all[at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length];
    current = mark.dataset.change;
    for (const each of marks) each.classList.toggle("current", each.dataset.change === current);
    mark.tabIndex = -1;
    mark.focus({preventScroll: true});
    mark.scrollIntoView({block: "center"});
    told.textContent = `${all.indexOf(mark) + 1} of ${all.length}`;
  };

  const choose = (button) => {
    const wanted = button.dataset.class;
    for (const each of tools.querySelectorAll(".class")) each.setAttribute("aria-pressed", String(each === button));
    for (const line of texts.querySelectorAll(".lines > .line:not(.heads), .lines > .fold"))
      line.hidden = wanted !== "" && !(line.dataset.classes || "").split(" ").includes(wanted);
    for (const mark of marks) mark.classList.toggle("off", wanted !== "" && mark.dataset.class !== wanted);
    current = null;
    for (const each of marks) each.classList.remove("current");
    told.textContent = wanted === "" ? total : `${stops().length} shown`;
  };

  const pressed = () => keys.getAttribute("aria-pressed") === "true";
  for (const button of tools.querySelectorAll(".step"))
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  for (const button of tools.querySelectorAll(".class")) button.addEventListener("click", () => choose(button));
  keys.addEventListener("click", () => keys.setAttribute("aria-pressed", String(!pressed())));
  document.addEventListener("keydown", (event) => {
    const by = {n: 1, p: -1}[event.key];
    const here = document.activeElement.closest(".copy") || document.querySelector(".copy:has(.tools)");
    if (!by || !here.contains(texts) || !pressed() || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(by);
  });
  tools.hidden = false;
}
