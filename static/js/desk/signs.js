// « » ، ؛ ؟ without Shift: a row of buttons at the text, keys by their position (AltGr or Ctrl+Alt,
// which browsers and the editor leave free), and straight quotes that become « » in Arabic prose.
import { pm } from "django-prose-editor/editor"
import { editor as ready, field, form } from "./story.js"

const row = document.querySelector("#signs")
const LINES = ["kicker", "headline", "short_headline", "standfirst"]
// Where an Arabic keyboard has them, or beside: Comma and Period hold « », Semicolon ؛, Slash ؟.
const KEYS = { BracketLeft: "«", BracketRight: "»", Comma: "،", Semicolon: "؛", Slash: "؟", Minus: "–" }
const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]/
const LETTER = /\p{L}/u
let last // what was written in last: a press on a button takes the focus from it

const isLine = (part) => part && LINES.includes(part.name)

function writeLine(input, sign) {
  input.focus()
  if (document.execCommand("insertText", false, sign)) return
  input.setRangeText(sign, input.selectionStart, input.selectionEnd, "end")
  input.dispatchEvent(new Event("input", { bubbles: true }))
}

async function write(sign) {
  if (isLine(last)) return writeLine(last, sign)
  const { view } = await ready
  view.focus()
  view.dispatch(view.state.tr.insertText(sign).scrollIntoView())
}

// The last letter before says whose prose it is; at the beginning, the first one behind.
function isArabic(before, after) {
  const letters = [...before].filter((letter) => LETTER.test(letter))
  const nearest = letters.at(-1) ?? [...after].find((letter) => LETTER.test(letter))
  return nearest === undefined ? true : ARABIC.test(nearest)
}

// Opens behind a blank, a bracket or a clitic that was typed for it (و"نعم": the word is short);
// closes where one is open.
function quoteFor(before, after) {
  if (/[0-9٠-٩]$/.test(before) || !isArabic(before, after)) return '"' // 32" is a size
  const open = before.lastIndexOf("«") > before.lastIndexOf("»")
  return open ? "»" : "«"
}

function handleTextInput(view, from, to, text) {
  if (text !== '"') return false
  const { $from } = view.state.selection
  const start = view.state.doc.resolve(from)
  if (!start.sameParent($from)) return false
  const before = start.parent.textBetween(0, start.parentOffset, null, " ")
  const after = start.parent.textBetween(start.parentOffset, start.parent.content.size, null, " ")
  const quote = quoteFor(before, after)
  if (quote === '"') return false
  // First as typed, then changed: one undo gives the typed quote back.
  view.dispatch(view.state.tr.insertText('"', from, to))
  view.dispatch(pm.history.closeHistory(view.state.tr).insertText(quote, from, from + 1))
  return true
}

function lineTyped(event) {
  if (event.inputType !== "insertText" || event.data !== '"' || !isLine(event.target)) return
  const { value, selectionStart, selectionEnd } = event.target
  const quote = quoteFor(value.slice(0, selectionStart), value.slice(selectionEnd))
  if (quote === '"') return
  event.preventDefault()
  writeLine(event.target, quote)
}

function pressed(event) {
  const free = event.getModifierState("AltGraph") || (event.ctrlKey && event.altKey)
  const sign = free && !event.shiftKey && !event.metaKey && KEYS[event.code]
  if (!sign || event.isComposing) return
  const inBody = event.target.closest?.(".ProseMirror[contenteditable]")
  if (!inBody && !isLine(event.target)) return
  event.preventDefault()
  last = event.target
  write(sign)
}

if (form && field("body")) {
  form.addEventListener("focusin", ({ target }) => (last = target))
  form.addEventListener("beforeinput", lineTyped)
  document.addEventListener("keydown", pressed)
  row.addEventListener("mousedown", (event) => event.preventDefault()) // the caret stays
  row.addEventListener("click", ({ target }) => {
    const sign = target.closest("[data-sign]")?.dataset.sign
    if (sign) write(sign)
  })
  ready.then((made) => {
    made.registerPlugin(new pm.state.Plugin({ props: { handleTextInput } }), (ours, all) => [ours, ...all])
    made.view.dom.closest(".prose-editor").before(row)
    row.hidden = false
  })
}
