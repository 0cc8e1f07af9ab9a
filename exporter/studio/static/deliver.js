// What the pages of handing out do where scripts run: they show how far a run is, and what a brand
// looks like as it is typed. Without it a page shows itself anew, or when its form was sent. It
// stands behind studio.js on every page of its own, and calls its `renew`.
"use strict";

const EVERY = 700; // milliseconds
const run = document.querySelector("[data-progress]");

async function follow() {
  try {
    const told = await (await fetch(run.dataset.progress)).json();
    if (!told.going) {
      location.replace(location.pathname);
      return;
    }
    const words = run.querySelector("[data-words]");
    if (words.textContent !== told.words) words.textContent = told.words;
    const bar = run.querySelector("progress");
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
    }
  } catch {
    // The studio cannot be reached at the moment: look again.
  }
  setTimeout(follow, EVERY);
}
if (run) setTimeout(follow, EVERY);

// ---- a brand as it is typed -----------------------------------------------------------------------

const brand = document.querySelector("form[data-live]");
let typing = 0;

async function contrast(told) {
  const asked = new URLSearchParams();
  asked.set("accent", told.get("colours.accent") ?? "");
  asked.set("second", told.get("colours.second") ?? "");
  const answer = await (await fetch(`${brand.dataset.live}?${asked}`)).json();
  const lines = answer.lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line.words;
    item.className = line.fine ? "" : "wrong";
    return item;
  });
  document.getElementById("contrast").replaceChildren(...lines);
}

// A new cover is loaded behind the old one and takes its place when it is there: nothing flickers. One
// at a time, or none would ever be there while somebody types; of those that were asked for meanwhile
// the last one follows.
const WAITED = 5000; // milliseconds
function renew(frame, address) {
  const figure = frame.parentElement;
  const coming = figure.querySelector(".coming");
  if (coming && performance.now() - coming.since < WAITED) {
    coming.following = address;
    return;
  }
  coming?.remove();
  const next = frame.cloneNode();
  next.src = address;
  next.since = performance.now();
  next.classList.add("coming");
  next.addEventListener("load", () => {
    next.classList.remove("coming");
    frame.remove();
    if (next.following) renew(next, next.following);
  }, { once: true });
  frame.after(next);
}

function covers(told) {
  for (const frame of document.querySelectorAll("iframe[data-cover]:not(.coming)")) {
    renew(frame, `${frame.dataset.cover}&${told}`);
  }
}

brand?.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const told = new URLSearchParams(new FormData(brand));
    contrast(told).catch(() => {});
    covers(told);
  }, 250);
});

for (const chooser of document.querySelectorAll("input[data-types]")) {
  const field = document.getElementById(chooser.dataset.types);
  chooser.hidden = false;
  chooser.addEventListener("input", () => {
    field.value = chooser.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) chooser.value = field.value;
  });
}

// ---- a file that is dropped -----------------------------------------------------------------------

for (const place of document.querySelectorAll("form[data-drop]")) {
  const file = place.querySelector("input[type=file]");
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("dropping");
  });
  place.addEventListener("dragleave", () => place.classList.remove("dropping"));
  place.addEventListener("drop", (event) => {
    place.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    place.querySelector("textarea").focus();
  });
}
