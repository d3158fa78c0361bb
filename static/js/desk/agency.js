// The copy of an agency becomes the fields of the form: first shown, and where somebody has typed
// already, only when they say so.
import { ask, editor, field } from "./story.js"

const box = document.querySelector("#agency")
const copyForm = box.querySelector("form")
const found = box.querySelector(".agency-found")
const list = found.querySelector("dl")
const NAMES = ["headline", "standfirst", "dateline", "source_line", "body"]
let parts = {}

const wordsOf = (html) => new DOMParser().parseFromString(html.replaceAll("</p>", "</p>\n"), "text/html").body.textContent.trim()
const typed = (name) => (name === "body" ? wordsOf(field(name).value) : field(name)?.value.trim()) ?? ""
const labelOf = (name) => document.querySelector(`label[for=id_${name}]`)?.textContent.trim() ?? name

function row(label, words, own = "") {
  const made = box.querySelector("template").content.firstElementChild.cloneNode(true)
  made.querySelector("dt").textContent = label
  made.querySelector("p").textContent = words
  made.querySelector("label").hidden = !own
  made.querySelector("bdi").textContent = own.slice(0, 80)
  return made
}

function show() {
  const { leftOut, joint } = box.querySelector("[data-left-out]").dataset
  const rows = NAMES.filter((name) => parts[name] && field(name)).map((name) => {
    const words = name === "body" ? wordsOf(parts.body) : parts[name]
    const own = typed(name)
    const made = row(labelOf(name), words, own === words ? "" : own)
    made.dataset.name = name
    return made
  })
  if (parts.left_out.length) rows.push(row(leftOut, parts.left_out.join(joint)))
  list.replaceChildren(...rows)
  found.hidden = false
  found.focus()
}

function say(what) {
  for (const name of ["failed", "filled"]) box.querySelector(`[data-${name}]`).hidden = name !== what
}

copyForm.addEventListener("submit", async (event) => {
  event.preventDefault()
  say("")
  try {
    parts = await ask(copyForm.action, { copy: copyForm.copy.value })
    show()
  } catch {
    say("failed")
  }
})

async function put(name) {
  if (name === "body") return (await editor).commands.setContent(parts.body, { emitUpdate: true })
  const input = field(name)
  input.value = parts[name]
  input.dispatchEvent(new Event("input", { bubbles: true }))
}

box.querySelector("[data-fill]").addEventListener("click", async () => {
  for (const made of list.querySelectorAll("[data-name]")) {
    const asked = made.querySelector("label")
    if (asked.hidden || asked.querySelector("input").checked) await put(made.dataset.name)
  }
  found.hidden = true
  say("filled")
})
