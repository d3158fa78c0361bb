// Notes of the desk: passages with an open one are lit in the text, Ctrl+M begins one on what is
// chosen. Written without leaving the screen, so that nothing typed is at stake.
import { pm } from "django-prose-editor/editor"
import { ask, editor as ready, field } from "./story.js"

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const key = new PluginKey("notes")
const part = document.querySelector("#notes")
const list = part.querySelector("[data-threads]")
const form = part.querySelector("[data-new]")
const chosen = form.querySelector("[data-chosen]")
const LONGEST = 300 // of a passage, as it is stored

// The words of a block with one space for each run of blanks, and where each letter stands.
function lettersOf(node, at) {
  let text = ""
  const places = []
  node.forEach((child, offset) => {
    const own = child.isText ? child.text : " "
    for (let unit = 0; unit < own.length; unit += 1) {
      const letter = /\s/.test(own[unit]) ? " " : own[unit]
      if (letter === " " && (!text || text.endsWith(" "))) continue
      text += letter
      places.push(at + 1 + offset + (child.isText ? unit : 0))
    }
  })
  return { text, places }
}

// First in the paragraph that it was written on, else wherever its words stand now.
function passage(doc, { quote, paragraph }) {
  let found
  doc.descendants((node, at) => {
    if (found?.own || !node.isTextblock) return !node.isTextblock
    const { text, places } = lettersOf(node, at)
    const start = text.indexOf(quote)
    if (start < 0) return false
    const own = text.trim() === paragraph
    if (!found || own) found = { from: places[start], to: places[start + quote.length - 1] + 1, own }
    return false
  })
  return found
}

function lit(doc) {
  const decorations = []
  for (const thread of list.querySelectorAll("[data-quote]")) {
    const { quote } = thread.dataset
    if (!quote) continue
    const place = passage(doc, thread.dataset)
    thread.querySelector("[data-lost]").hidden = Boolean(place)
    if (place && !("settled" in thread.dataset)) {
      decorations.push(Decoration.inline(place.from, place.to, { class: "noted" }, { thread: thread.id }))
    }
  }
  return DecorationSet.create(doc, decorations)
}

const plugin = new Plugin({
  key,
  state: {
    init: (_config, { doc }) => lit(doc),
    apply: (tr, set, _before, { doc }) => (tr.docChanged || tr.getMeta(key) ? lit(doc) : set),
  },
  props: {
    decorations: (state) => key.getState(state),
    handleClick(view, at) {
      const [found] = key.getState(view.state).find(at, at)
      // Its thread is lit too; the text stays where it is under somebody's eyes.
      for (const thread of list.querySelectorAll(".thread")) {
        thread.classList.toggle("at-hand", thread.id === found?.spec.thread)
      }
      return false
    },
  },
})

async function onPassage() {
  const { state } = await ready
  const { from, to, $from } = state.selection
  const end = $from.parent.isTextblock ? Math.min(to, $from.end()) : from // a passage has one block
  const quote = state.doc.textBetween(from, end, " ", " ").replace(/\s+/g, " ").trim().slice(0, LONGEST)
  form.quote.value = quote
  form.paragraph.value = $from.parent.textContent.replace(/\s+/g, " ").trim()
  chosen.textContent = quote
  chosen.hidden = !quote
  form.note.focus()
}

async function send(sent, pressed) {
  const refused = form.querySelector(".refused")
  const data = new FormData(sent, pressed)
  data.set("body", field("body")?.value ?? "")
  try {
    const { html } = await ask(sent.action, data)
    list.innerHTML = html
    sent.reset()
    if (sent === form) {
      form.quote.value = form.paragraph.value = ""
      chosen.hidden = true
    }
    refused.textContent = ""
    const { view } = await ready
    view.dispatch(view.state.tr.setMeta(key, true))
  } catch (why) {
    refused.textContent = why.refused ?? refused.dataset.failed
  }
}

part.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-note]")) return
  event.preventDefault()
  send(event.target, event.submitter)
})

ready.then((made) => {
  made.registerPlugin(plugin)
  const button = form.querySelector("[data-passage]")
  button.hidden = false
  button.addEventListener("mousedown", (event) => event.preventDefault())
  button.addEventListener("click", onPassage)
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyM" || !event.ctrlKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    onPassage()
  })
})
