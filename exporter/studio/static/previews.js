// What readers get, kept up with what is typed. Each frame keeps its document, and so its place: only
// what has changed is sent, and put into it. Nothing in a frame runs: this script works on it from
// outside.
"use strict";

const LONGEST = 10000; // milliseconds that a change waits for its answer

class Preview {
  constructor(frame) {
    this.frame = frame;
    this.edition = frame.dataset.preview.split("/").pop();
    this.forget();
    frame.src = frame.dataset.preview; // without this script another one shows the section alone
    frame.addEventListener("load", () => {
      this.forget(); // it was loaded anew: nobody knows what stands in it
      this.toSection();
      if (latest) keepUp(latest);
    });
  }

  // Not by a # in its address: then the page around it would be moved, too.
  toSection() {
    const { contentDocument: inside, contentWindow: view } = this.frame;
    const place = inside?.getElementById(this.frame.dataset.anchor);
    if (!place) return;
    const top = place.getBoundingClientRect().top + view.scrollY;
    view.scrollTo({ top, behavior: "instant" });
  }

  forget() {
    this.says = "";
    this.pieces = [];
  }

  // Pieces of the page give way to others, from its end on; then its document becomes what they say.
  take({ says, since }) {
    for (const [from, count, pieces] of since) {
      if (count < 0) this.pieces = pieces;
      else this.pieces.splice(from, count, ...pieces);
    }
    this.says = says;
    const there = this.frame.contentDocument?.documentElement;
    if (!there || !there.querySelector("main")) { // not loaded yet, or somebody followed a link in it
      this.frame.src = this.frame.dataset.preview;
      return;
    }
    const wanted = new DOMParser().parseFromString(this.pieces.join(""), "text/html");
    become(there, wanted.documentElement);
  }
}

// One node becomes another; what is the same in both is not touched.
function become(node, wanted, differs = false) {
  if (!differs && node.isEqualNode(wanted)) return;
  if (node.nodeName !== wanted.nodeName) {
    node.replaceWith(node.ownerDocument.importNode(wanted, true));
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) {
    node.nodeValue = wanted.nodeValue;
    return;
  }
  for (const { name } of [...node.attributes]) {
    if (!wanted.hasAttribute(name) && name !== "open") node.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) { // what somebody has folded up stays so
    if (node.getAttribute(name) !== value && name !== "open") node.setAttribute(name, value);
  }
  insides(node, [...node.childNodes], [...wanted.childNodes]);
}

// Those that are the same at the beginning and at the end stay; those between become one another.
function insides(node, old, wanted) {
  const least = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < least && old[head].isEqualNode(wanted[head])) head += 1;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail).isEqualNode(wanted.at(-1 - tail))) tail += 1;
  const after = old[old.length - tail] ?? null;
  const [from, to] = [old.slice(head, old.length - tail), wanted.slice(head, wanted.length - tail)];
  const alone = from.length === 1 && to.length === 1; // then it was compared already
  to.forEach((one, at) => {
    if (at < from.length) become(from[at], one, alone);
    else node.insertBefore(node.ownerDocument.importNode(one, true), after);
  });
  for (const one of from.slice(to.length)) one.remove();
}

// One question about all frames at a time; what was typed meanwhile is asked for next.
let latest = 0;
let asking = false;
let wanted = 0;
async function keepUp(number) {
  latest = wanted = number;
  if (asking || !previews.length) return;
  asking = true;
  while (wanted) {
    const asked = new URLSearchParams({ number: wanted });
    for (const one of previews) asked.set(one.edition, one.says);
    wanted = 0;
    const told = await changes(asked);
    for (const one of previews) {
      if (told[one.edition] && one.says === asked.get(one.edition)) one.take(told[one.edition]);
    }
  }
  asking = false;
  document.body.dataset.shown = latest;
}

async function changes(asked) {
  const address = previews[0].frame.dataset.preview.replace(/preview\/[^/]*$/, "shown");
  try {
    const answer = await fetch(`${address}?${asked}`, { signal: AbortSignal.timeout(LONGEST) });
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

const previews = [...document.querySelectorAll("iframe[data-preview]")].map((one) => new Preview(one));
addEventListener("shown", ({ detail }) => keepUp(detail));
