// The studio's own script. Pages work without it: it saves what is typed at once, and shows what readers
// get. It asks nobody but the studio, and keeps nothing of its own.
"use strict";

const SOON = 0; // milliseconds: in the next breath, so that what is typed in one go is sent in one go
const AGAIN = 2000; // milliseconds, where the studio was not reached
const PATIENCE = 5000; // milliseconds that anything waits for an answer
const said = document.getElementById("said");

function tell(words) {
  if (said) said.textContent = words;
}

// ---- saving --------------------------------------------------------------------------------------

class Field {
  constructor(control, place) {
    this.control = control;
    this.url = place.dataset.save;
    this.file = place.dataset.file;
    this.was = control.value; // what the studio has: saved, or kept as a draft
    this.refused = null; // what it would not take; it is sent again only when it is typed anew
    this.timer = 0;
    this.going = null;
    control.addEventListener("input", () => this.soon());
    control.addEventListener("change", () => this.now());
  }

  get waiting() {
    return this.control.value !== (this.refused ?? this.was);
  }

  // The first key after a pause waits for nothing; what is typed while an answer is on its way is sent
  // all at once when it is there.
  soon() {
    look();
    if (!this.timer && !this.going) this.later(SOON);
  }

  later(after) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), after);
  }

  // One request of a field at a time, or an older one could arrive after a newer one.
  async now() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.going) {
      await this.going;
    } else if (this.waiting) {
      this.going = this.send();
      await this.going;
      this.going = null;
      look();
      if (this.waiting) this.soon();
    }
  }

  // Until nothing of it is on its way any more.
  async settled() {
    while (this.going || (this.waiting && !this.unreached)) await this.now();
  }

  body(was = this.was) {
    const sent = new URLSearchParams();
    sent.set("file", this.file);
    sent.set("field", this.control.name);
    sent.set("value", this.control.value);
    sent.set("was", was);
    return sent;
  }

  async send() {
    const typed = this.control.value;
    this.sent = typed;
    this.unreached = false;
    let answer, told;
    try {
      answer = await fetch(this.url, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: this.body(),
      });
      told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    } catch {
      this.unreached = true;
      this.explain(document.body.dataset.notReached);
      this.later(AGAIN);
      return;
    }
    if (!told || !answer.ok) {
      this.refused = typed;
      const { notKnown, notTaken } = document.body.dataset;
      this.explain(answer.status === 401 ? notKnown : told?.why || notTaken);
    } else if ("now" in told) {
      this.refused = typed; // it is kept beside, and nothing covers theirs until a person chooses
      this.explain(told.why);
      this.choose(told);
    } else {
      this.was = typed;
      this.refused = null;
      this.explain(told.why || "");
      shown(told.number);
      for (const back of document.querySelectorAll('form[action$="/undo"] button')) back.disabled = false;
    }
  }

  explain(words) {
    const place = document.getElementById(`${this.control.id}-why`);
    if (!place) return;
    const before = place.firstElementChild?.textContent;
    place.replaceChildren();
    if (!words) return;
    const line = document.createElement("p");
    line.className = "wrong";
    line.textContent = words;
    place.append(line);
    if (words !== before) tell(words); // once, not at every key
  }

  // Their words, and the two ways to go on.
  choose({ now, kept }) {
    const place = document.getElementById(`${this.control.id}-why`);
    if (!place) return;
    const other = document.createElement("blockquote");
    other.textContent = now;
    other.tabIndex = 0; // long words scroll, also by keyboard
    const { keepMine, takeTheirs } = document.body.dataset;
    place.append(other, this.way(keepMine, () => {
      this.was = now;
      this.refused = null;
      this.now();
    }), this.way(takeTheirs, () => {
      this.control.value = this.was = now;
      this.refused = null;
      this.explain("");
      this.control.dispatchEvent(new Event("change", { bubbles: true }));
      const sent = new URLSearchParams({ draft: kept });
      fetch(this.url.replace(/put$/, "forget"), { method: "POST", body: sent, redirect: "manual" });
    }));
  }

  way(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      act();
      this.control.focus();
    });
    return button;
  }

  // When the page goes away, what was typed in the last moment goes with a request that outlives it.
  // What is on its way will be what the studio has, unless it would not take what came before either.
  leave() {
    if (!this.going && !this.waiting) return;
    const taken = this.going && this.refused === null && this.control.value !== this.sent;
    const body = this.body(taken ? this.sent : this.was);
    fetch(this.url, { method: "POST", body, keepalive: true });
  }
}

const fields = [];
const underWay = () => fields.filter((field) => field.going || field.waiting);

// Nobody need look for a button that saves: the head of the page says that all is kept.
const kept = document.createElement("span");
kept.className = "kept";
function look() {
  const { kept: all, keeping, notKept } = document.body.dataset;
  const refused = fields.some((field) => field.refused !== null || field.unreached);
  const waiting = underWay().length > 0;
  kept.textContent = refused ? notKept : waiting ? keeping : all;
}

for (const place of document.querySelectorAll("[data-save]")) {
  for (const control of place.querySelectorAll("[data-field] :is(input, textarea, select)[name]")) {
    fields.push(new Field(control, place));
  }
}
if (fields.length) {
  document.querySelector(".banner").append(kept);
  look();
}
addEventListener("pagehide", () => fields.forEach((field) => field.leave()));

// Words that are still on their way are saved before a button does anything else, and before a link
// leads to a page that may show them; but neither waits for them longer than a person would.
function settled() {
  const longest = new Promise((done) => setTimeout(done, PATIENCE));
  return Promise.race([Promise.all(underWay().map((field) => field.settled())), longest]);
}
document.addEventListener("click", (event) => {
  const way = event.target.closest?.("a[href]");
  const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!way || elsewhere || way.target || way.hasAttribute("download") || !underWay().length) return;
  if (way.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  settled().then(() => location.assign(way.href));
});
const held = new Set();
let passing = null;
document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  if (target === passing) return;
  if (held.has(target)) {
    event.preventDefault();
    return;
  }
  if (!underWay().length) return;
  event.preventDefault();
  held.add(target);
  settled().then(() => setTimeout(() => {
    // not in the same breath: a form that is being sent is not sent once more
    held.delete(target);
    passing = target;
    target.requestSubmit(submitter);
    passing = null;
  }));
});

// ---- what readers get ----------------------------------------------------------------------------

// The previews follow in a script of their own, on the pages that have any.
function shown(number) {
  dispatchEvent(new CustomEvent("shown", { detail: number }));
}

// ---- order by dragging; the arrows do the same ----------------------------------------------------

for (const list of document.querySelectorAll("[data-sortable]")) {
  let taken = null;
  for (const item of list.children) {
    item.draggable = true;
    item.addEventListener("dragstart", () => { taken = item; });
    item.addEventListener("dragover", (event) => event.preventDefault());
    item.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!taken || taken === item) return;
      const form = item.querySelector("form");
      form.elements.at.value = taken.dataset.at;
      form.elements.to.value = item.dataset.at;
      form.requestSubmit(form.querySelector("button:enabled"));
    });
  }
}

// ---- small things ---------------------------------------------------------------------------------

const go = document.querySelector("[data-go]")?.dataset.go;
if (go) document.getElementById(go)?.focus();
for (const select of document.querySelectorAll(".field select")) {
  select.addEventListener("change", () => {
    const thumb = select.parentElement.querySelector(".thumb");
    if (!thumb) return;
    thumb.replaceChildren();
    if (select.value === "none") return;
    const image = document.createElement("img");
    image.alt = "";
    const base = select.closest("[data-save]").dataset.save.replace(/put$/, "picture/");
    image.src = base + encodeURIComponent(select.value);
    thumb.append(image);
  });
}
for (const form of document.querySelectorAll('form[action$="/build"]')) {
  form.addEventListener("submit", () => tell(document.body.dataset.working));
}
