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
    const make = MARKS[event.target.dataset.mark];
    if (!make) return;
    const area = document.getElementById(event.target.getAttribute("aria-controls"));
    const { selectionStart: start, selectionEnd: end, value } = area;
    const [before, words, after] = make(value.slice(start, end));
    area.setRangeText(before + words + after, start, end);
    area.focus();
    area.setSelectionRange(start + before.length, start + before.length + words.length);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A table comes below the paragraph in which somebody writes.
  bar.addEventListener("submit", ({ target }) => {
    const { value, selectionStart } = document.getElementById(target.dataset.at);
    target.elements.at.value = [...value.slice(0, selectionStart)].length;
  });
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
