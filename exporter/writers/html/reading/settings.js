// The size, the space and the colours that a reader has chosen, here and the next time. Nothing is
// fetched; where the browser keeps nothing, a choice holds for this visit.
const page = document.documentElement
const choices = { size: ["125", "150", "200"], spacing: ["wide"], colours: ["white", "cream", "dark"], voice: ["slow"] }
const names = Object.keys(choices)
const kept = {}
try { // whatever another page has left under the name, only what can be chosen is taken
  const read = JSON.parse(localStorage.getItem("reading"))
  names.forEach((name) => { if (choices[name].includes(read[name])) kept[name] = read[name] })
} catch { /* nothing is kept */ }
const show = (name) => {
  if (choices[name].includes(kept[name])) page.dataset[name] = kept[name]
  else delete page.dataset[name]
}
names.forEach(show)

document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector(".reading"), panel = bar.querySelector(".reading-panel")
  const open = bar.querySelector("[data-open]"), contents = document.querySelector(".contents details")
  const turn = (shown) => { panel.hidden = !shown; open.setAttribute("aria-expanded", shown) }
  const tick = () => bar.querySelectorAll("input").forEach((one) => { one.checked = one.value === (page.dataset[one.name.slice(8)] || "normal") })
  const keep = () => {
    names.forEach(show)
    tick()
    try { localStorage.setItem("reading", JSON.stringify(kept)) } catch { /* kept for this visit */ }
  }
  bar.hidden = false
  tick()
  open.onclick = () => turn(panel.hidden)
  bar.onkeydown = (event) => { if (event.key === "Escape" && !panel.hidden) { turn(false); open.focus() } }
  panel.onchange = ({ target }) => { kept[target.name.slice(8)] = target.value; keep() }
  bar.querySelector("[data-reset]").onclick = () => { names.forEach((name) => { delete kept[name] }); keep() }
  if (contents) { // it would fill the screen of a telephone; on paper it is whole
    contents.open = !matchMedia("(max-width: 34em)").matches
    addEventListener("beforeprint", () => { contents.open = true })
  }
})
