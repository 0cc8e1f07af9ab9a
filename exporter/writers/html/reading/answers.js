// What a reader answers stays on this device and is there the next time. Nothing is sent; where the
// browser keeps nothing, answers hold for this visit.
document.addEventListener("DOMContentLoaded", () => {
  const fields = [...document.querySelectorAll("[data-question] :is(input, textarea)")]
  const bars = [...document.querySelectorAll("[data-answers]")]
  const place = `answers of ${bars[0].dataset.answers}`
  const isAnswer = ([name, given]) => name.length < 5000 && (given === true || (typeof given === "string" && given.length < 50000))
  const answers = (() => { // another page may have left anything under the name, and as much as it likes
    try {
      const read = JSON.parse(localStorage.getItem(place))
      return typeof read === "object" && !Array.isArray(read) ? Object.fromEntries(Object.entries(read).filter(isAnswer).slice(0, 500)) : {}
    } catch { return {} }
  })()
  const name = (field) => {
    const group = field.closest("fieldset"), words = field.closest("label")
    return [group.id, group.querySelector("legend").textContent, words ? words.textContent : ""].join("\n")
  }
  const grow = (field) => { if (field.rows) { field.style.height = "auto"; field.style.height = `${field.scrollHeight + 4}px` } }
  const show = (field) => {
    const kept = answers[name(field)]
    if (field.rows) field.value = typeof kept === "string" ? kept : ""
    else field.checked = kept === true
    grow(field)
  }
  const keep = () => {
    fields.forEach((field) => {
      const given = field.rows ? field.value : field.checked
      if (given) answers[name(field)] = given
      else delete answers[name(field)]
      grow(field)
    })
    try { localStorage.setItem(place, JSON.stringify(answers)) } catch { /* kept for this visit */ }
  }
  fields.forEach((field) => { show(field); field.addEventListener("input", keep) })
  addEventListener("beforeprint", () => fields.forEach(grow))
  bars.forEach((bar) => {
    bar.hidden = false
    bar.querySelector("[data-print]").onclick = () => print()
    const clear = bar.querySelector("[data-clear]")
    clear.onclick = () => {
      if (!confirm(clear.dataset.clear)) return
      Object.keys(answers).forEach((one) => { delete answers[one] })
      fields.forEach(show)
      keep()
    }
  })
})
