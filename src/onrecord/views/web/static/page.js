// The pages work without this. With it, a statement and its note light up together, what other reports have of it shows
// beside it, and "/" leads to the search.
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

// Readings of other reports, shown by the pointer and by the keyboard alike. Escape dismisses them, and the pointer may
// go over to them.
const tip = document.createElement("div");
tip.id = "tip";
tip.className = "tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
let waiting = 0;
let told = null;

function readingsOf(element) {
  const notes = numbers(element).map((number) => document.getElementById(`n${number}`));
  const found = notes.filter(Boolean).map((note) => [...note.querySelectorAll(".readings li")]);
  return found.filter((items) => items.length).at(-1) || [];
}

function tell(element, items) {
  let last = "";
  const shown = items.slice(0, 5).map((item) => {
    const line = document.createElement("p");
    const outlet = document.createElement("cite");
    const name = item.querySelector("cite").textContent;
    outlet.textContent = name === last ? "" : name;
    last = name;
    const words = document.createElement("span");
    words.dir = "auto";
    words.textContent = item.querySelector("a").textContent;
    line.append(outlet, words);
    return line;
  });
  if (items.length > 5) {
    const rest = document.createElement("p");
    rest.textContent = `and ${items.length - 5} more, in the note`;
    shown.push(rest);
  }
  hush();
  tip.replaceChildren(...shown);
  tip.hidden = false;
  place(element);
  told = element;
  element.setAttribute("aria-describedby", tip.id);
}

function place(element) {
  const at = [...element.getClientRects()].at(-1) || element.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const height = document.documentElement.clientHeight;
  const left = Math.max(8, Math.min(at.left, width - tip.offsetWidth - 8));
  const below = at.bottom + 6;
  const top = below + tip.offsetHeight < height ? below : Math.max(8, at.top - tip.offsetHeight - 6);
  tip.style.left = `${left + window.scrollX}px`;
  tip.style.top = `${top + window.scrollY}px`;
}

function hush() {
  clearTimeout(waiting);
  tip.hidden = true;
  if (told) {
    told.removeAttribute("aria-describedby");
  }
  told = null;
}

function soon(act, wait) {
  clearTimeout(waiting);
  waiting = setTimeout(act, wait);
}

if (document.querySelector(".readings")) {
  document.getElementById("content").append(tip);
  tip.addEventListener("mouseenter", () => clearTimeout(waiting));
  tip.addEventListener("mouseleave", () => soon(hush, 150));
  for (const element of document.querySelectorAll(".paragraph .content[data-s], .paragraph .ref[data-s]")) {
    const items = readingsOf(element);
    if (!items.length) {
      continue;
    }
    element.classList.add("told-elsewhere");
    element.addEventListener("mouseenter", () => soon(() => tell(element, items), 120));
    element.addEventListener("mouseleave", () => soon(hush, 250));
    element.addEventListener("focus", () => tell(element, items));
    element.addEventListener("blur", hush);
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && hush());
}

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("seek").focus();
  }
});
