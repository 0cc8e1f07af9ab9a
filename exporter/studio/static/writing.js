// What helps to write a section: marks in texts at the press of a button, tables from a spreadsheet.
// The page works without it.
"use strict";

// ---- marks ---------------------------------------------------------------------------------------

const MARKS = {
  "**": (words) => ["**", words || "…", "**"],
  link: (words) => ["[", words || "…", "](https://)"],
  "- ": (words) => ["\n\n- ", (words || "…").replaceAll("\n", "\n- "), "\n\n"],
  "1. ": (words) => ["\n\n1. ", (words || "…").split("\n").join("\n1. "), "\n\n"],
  box: (words) => ["\n\n::: note\n", words || "…", "\n:::\n\n"],
  question: (words) => ["\n\n::: question several\n", words || "…?", "\n\n- …\n- …\n:::\n\n"],
};
for (const bar of document.querySelectorAll(".toolbar")) {
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const { mark } = event.target.dataset;
    if (!mark) return;
    const area = document.getElementById(event.target.getAttribute("aria-controls"));
    if (mark === "note") {
      addNote(area);
      return;
    }
    const make = MARKS[mark];
    const { selectionStart: start, selectionEnd: end, value } = area;
    const [before, words, after] = make(value.slice(start, end));
    area.setRangeText(before + words + after, start, end);
    area.focus();
    area.setSelectionRange(start + before.length, start + before.length + words.length);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// A note has its mark where somebody writes, and its words at the end of the text.
function addNote(area) {
  const { selectionEnd: at, value } = area;
  let number = 1;
  while (value.includes(`[^note-${number}]`)) number += 1;
  const mark = `[^note-${number}]`;
  const whole = `${value.slice(0, at)}${mark}${value.slice(at)}`.trimEnd();
  const gap = /^\[\^[^\]]+\]:/.test(whole.split("\n").at(-1)) ? "\n" : "\n\n";
  area.value = `${whole}${gap}${mark}: …`;
  area.focus();
  area.setSelectionRange(area.value.length - 1, area.value.length);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// What comes into a text comes below the paragraph in which somebody writes: the studio is told where
// that is, if anybody was there.
const written = new WeakSet();
document.addEventListener("focusin", ({ target }) => written.add(target));
if (document.activeElement) written.add(document.activeElement);
document.addEventListener("submit", ({ target }) => {
  const area = document.getElementById(target.dataset.at);
  if (!area || !written.has(area)) return;
  target.elements.at.value = [...area.value.slice(0, area.selectionStart)].length;
});

// ---- marks are seen: behind the field stand the same words, with a ground below each mark ----------

const MARKED = new RegExp([
  "^:::.*$", "^#{1,6} .*$", "^ *(?:[-*+]|\\d{1,3}[.)]) ", "\\*\\*[^*\\n]+\\*\\*",
  "\\*(?! )[^*\\n]+\\*",
  "\\[\\^[^\\]\\n]+\\]:?", "\\[[^\\]\\n]*\\](?:\\([^)\\n]*\\)|\\{[^}\\n]*\\})",
].join("|"), "gm");

function seen(area) {
  const behind = document.createElement("div");
  const around = document.createElement("div");
  const had = document.activeElement === area;
  behind.className = "behind";
  behind.setAttribute("aria-hidden", "true");
  around.className = "typing";
  area.replaceWith(around);
  around.append(behind, area);
  if (had) area.focus();
  const show = () => {
    behind.replaceChildren();
    let end = 0;
    for (const found of area.value.matchAll(MARKED)) {
      const mark = document.createElement("mark");
      mark.textContent = found[0];
      behind.append(area.value.slice(end, found.index), mark);
      end = found.index + found[0].length;
    }
    behind.append(`${area.value.slice(end)}\n`); // a last line without words is a line, too
    behind.scrollTop = area.scrollTop;
  };
  area.addEventListener("input", show);
  area.addEventListener("change", show);
  area.addEventListener("scroll", () => { behind.scrollTop = area.scrollTop; });
  show();
}
for (const bar of document.querySelectorAll(".toolbar")) {
  seen(document.getElementById(bar.querySelector("[aria-controls]").getAttribute("aria-controls")));
}

// ---- tables: a paste from Excel or Word fills cells, and the table grows as it must ----------------

document.addEventListener("paste", (event) => {
  const cell = event.target.closest?.(".grid :is(td, th)");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!cell || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const row = cell.parentElement;
  const form = cell.closest(".grid").querySelector('form[action$="/grid"]');
  form.elements.row.value = row.dataset.row; // the header is row -1
  form.elements.column.value = [...row.cells].indexOf(cell);
  form.elements.text.value = text.replace(/\r?\n$/, "");
  form.requestSubmit();
});
