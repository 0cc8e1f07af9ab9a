// Reads the page aloud with a voice of this device, sentence by sentence, and lights what is said.
// A voice that needs a network is not used: then there is no button.
document.addEventListener("DOMContentLoaded", () => {
  const speech = window.speechSynthesis, bar = document.querySelector(".reading")
  const [listen, stop, voiceChoice] = ["listen", "stop", "voice"].map((name) => bar.querySelector(`[data-${name}]`))
  if (!speech || !window.SpeechSynthesisUtterance) return
  const short = (language) => language.toLowerCase().split(/[-_]/)[0]
  const voices = {}
  const look = () => {
    const own = speech.getVoices().filter((one) => one.localService)
    for (const one of own) voices[short(one.lang)] ??= one
    for (const one of own) if (one.lang.toLowerCase() === page.lang.toLowerCase()) voices[short(page.lang)] = one
    listen.hidden = voiceChoice.hidden = !voices[short(page.lang)]
  }
  look()
  speech.addEventListener?.("voiceschanged", look)

  // ---- what is said: sentences, each with its place in the page; of a picture its words
  const block = "p,li,dt,dd,td,th,h1,h2,h3,h4,h5,h6,caption,figcaption,footer,img"
  const silent = "[hidden],[aria-hidden=true],.web-address,.ways,[role=doc-backlink],sup"
  const languageOf = (node) => {
    const { lang } = node.closest("[lang]")
    return voices[short(lang)] ? lang : page.lang
  }
  const sentences = (piece) => {
    const cut = window.Intl?.Segmenter ? new Intl.Segmenter(piece.lang, { granularity: "sentence" }).segment(piece.text) : [{ index: 0, segment: piece.text }]
    return [...cut].filter((one) => /[\p{L}\p{N}]/u.test(one.segment)).map((one) => ({ ...piece, start: one.index, text: one.segment }))
  }
  const sayings = () => {
    const found = []
    let piece = null
    const end = () => { if (piece) found.push(...sentences(piece)); piece = null }
    for (const root of document.querySelectorAll(".cover, main")) {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
        node.nodeType === 1 && node.matches(silent) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (node.nodeType === 1) {
          if (node.matches(block)) end()
          const text = node.alt || node.dataset.column
          if (text) found.push({ text, at: node, lang: languageOf(node) })
          continue
        }
        const at = node.parentElement, holder = at.closest(block) || at, lang = languageOf(at)
        if (piece && (piece.at !== holder || piece.lang !== lang)) end()
        piece ??= { text: "", nodes: [], at: holder, lang }
        piece.nodes.push([piece.text.length, node])
        piece.text += node.data
      }
      end()
    }
    return found
  }

  // ---- light
  const highlights = window.Highlight && CSS.highlights
  const range = (saying, from, to) => {
    const made = document.createRange()
    const place = (offset) => {
      const [start, node] = saying.nodes.filter(([start]) => start <= offset).pop()
      return [node, Math.min(offset - start, node.length)]
    }
    made.setStart(...place(saying.start + from))
    made.setEnd(...place(saying.start + to))
    return made
  }
  const light = (name, saying, from, to) => {
    if (saying.nodes && highlights) highlights.set(name, new Highlight(range(saying, from, to)))
    else if (name === "said") saying.at.classList.add("said")
  }
  const dark = () => {
    if (highlights) { highlights.delete("said"); highlights.delete("word") }
    document.querySelectorAll(".said").forEach((one) => one.classList.remove("said"))
  }

  // ---- say; each time that it begins has a number, so that what an earlier one sends is not heeded
  let all = [], next = 0, time = 0, speaking = false
  const told = (key) => { listen.firstElementChild.textContent = listen.dataset[key] }
  const pause = () => { time += 1; speaking = false; speech.cancel(); told("listen") }
  const finish = () => {
    if (document.activeElement === stop) listen.focus()
    pause()
    dark()
    all = []
    next = 0
    stop.hidden = true
  }
  const say = () => {
    const now = time, saying = all[next]
    dark()
    if (!saying) return finish()
    const words = new SpeechSynthesisUtterance(saying.text)
    words.lang = saying.lang
    words.voice = voices[short(saying.lang)]
    words.rate = page.dataset.voice === "slow" ? 0.75 : 1
    words.onboundary = ({ name, charIndex, charLength }) => {
      if (now !== time || name === "sentence" || !saying.nodes) return
      light("word", saying, charIndex, charIndex + (charLength || saying.text.slice(charIndex).search(/\s|$/)))
    }
    words.onend = words.onerror = () => { if (now === time) { next += 1; say() } }
    light("said", saying, 0, saying.text.length)
    const box = (saying.nodes ? range(saying, 0, saying.text.length) : saying.at).getBoundingClientRect()
    if (box.top < 80 || box.bottom > innerHeight - 40) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
      saying.at.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" })
    }
    speech.speak(words)
  }
  listen.onclick = () => {
    if (speaking) return pause()
    if (!all.length) {
      all = sayings()
      next = scrollY < 80 ? 0 : Math.max(0, all.findIndex((one) => one.at.getBoundingClientRect().bottom > 80))
    }
    pause()
    speaking = true
    stop.hidden = false
    told("pause")
    say()
  }
  stop.onclick = finish
  addEventListener("pagehide", finish)
})
