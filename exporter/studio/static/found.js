// What was found, beside the fields: asked for when nobody has looked yet, and again when somebody has
// stopped typing for a while. Whoever types again meanwhile comes first: then the studio stops looking
// and says that it does not know. What somebody is just answering stays.
"use strict";

const PAUSE = 3000; // milliseconds
let looking = 0;
let pausing = 0;

async function lookForFindings() {
  const now = ++looking;
  let page;
  try {
    const answer = await fetch(`${location.pathname}?findings=now`);
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // the page of all findings is there all the same
  }
  if (now !== looking) return;
  if (page.querySelector("#found[data-not-known]")) {
    after();
    return;
  }
  for (const place of document.querySelectorAll("#found, .found")) {
    const next = page.getElementById(place.id);
    if (!next || place.contains(document.activeElement) || beingAnswered(place)) continue;
    if (place.isEqualNode(next)) continue;
    place.replaceChildren(...document.importNode(next, true).childNodes);
    place.className = next.className;
    place.hidden = next.hidden;
  }
}

function beingAnswered(place) {
  return [...place.querySelectorAll("input[type=text]")].some((one) => one.value);
}

function after() {
  clearTimeout(pausing);
  pausing = setTimeout(lookForFindings, PAUSE);
}
addEventListener("shown", after);
if (document.querySelector("#found[data-not-known]")) lookForFindings();
