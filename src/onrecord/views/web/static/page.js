// The pages work without this. With it, a statement and its note light up together, and "/" leads to the search.
"use strict";

const numbers = (element) => (element.dataset.s || "").split(" ").filter(Boolean);

function light(element, on) {
  for (const number of numbers(element)) {
    for (const other of document.querySelectorAll(`[data-s~="${CSS.escape(number)}"]`)) {
      other.classList.toggle("lit", on);
    }
  }
}

for (const element of document.querySelectorAll("[data-s]")) {
  element.addEventListener("mouseenter", () => light(element, true));
  element.addEventListener("mouseleave", () => light(element, false));
  element.addEventListener("focusin", () => light(element, true));
  element.addEventListener("focusout", () => light(element, false));
}

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("seek").focus();
  }
});
