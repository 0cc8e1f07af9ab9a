// What the pages of handing out do where scripts run: they show how far a run is. Without it a page
// shows itself anew.
"use strict";

const EVERY = 700; // milliseconds
const run = document.querySelector("[data-progress]");

async function look() {
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
  setTimeout(look, EVERY);
}
if (run) setTimeout(look, EVERY);
