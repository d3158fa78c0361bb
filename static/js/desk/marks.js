// The marks of the house style: wavy in the body, in a list for the fields of one line, each with
// what would mend it. F2 leads to the next; what is mended can be taken back like typed letters.
import { pm } from "django-prose-editor/editor"
import { check } from "./checking.js"
import { editor as ready, field } from "./story.js"

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const key = new PluginKey("house-style")
const panel = document.querySelector("#house-style")
const list = panel.querySelector("[data-marks]")
const ignored = new Set()
let editor
let lines = [] // marks of the fields: {name, mark}

const called = (mark) => `${mark.kind} ${mark.found} ${mark.fix}`
const heard = (mark) => !ignored.has(called(mark))
// Whether one press may mend both: a mark that wants a person is mended with its equals alone.
const alike = (one, other) =>
  one.kind === other.kind && other.fix !== null && (one.safe && other.safe || one.found === other.found)

// The lines of the body as the server has them: text between two blocks or breaks, and its place.
function linesOf(doc) {
  const found = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    let line = { text: "", start: at + 1 }
    node.forEach((child, offset) => {
      if (child.isText) line.text += child.text
      else {
        found.push(line)
        line = { text: "", start: at + 1 + offset + child.nodeSize }
      }
    })
    found.push(line)
    return false
  })
  return found
}

// A line that was typed in since the server read it is not found, and has no marks until the next.
function decorationsOf(doc, told) {
  const own = linesOf(doc)
  let next = 0
  return told.flatMap(({ text, marks }) => {
    const at = own.findIndex((line, place) => place >= next && line.text.replaceAll("\n", " ") === text)
    if (at < 0) return []
    next = at + 1
    return marks.filter(heard).map((mark) => {
      const end = own[at].start + mark.end
      const start = own[at].start + mark.start
      const shown = start === end ? start - 1 : start // a missing space is shown on its sign
      const was = doc.textBetween(shown, end)
      return Decoration.inline(shown, end, { class: `style-mark of-${mark.kind}` }, { mark, was })
    })
  })
}

function tipFor(decoration) {
  const tip = document.querySelector("#style-tip").content.firstElementChild.cloneNode(true)
  fill(tip, decoration.spec.mark, count(decoration.spec.mark))
  tip.contentEditable = "false"
  tip.addEventListener("click", ({ target }) => act(target, decoration.spec.mark, { decoration }))
  tip.addEventListener("keydown", (event) => event.key === "Escape" && editor.view.focus())
  return tip
}

const plugin = new Plugin({
  key,
  state: {
    init: () => ({ set: DecorationSet.empty, open: null }),
    apply(transaction, { set, open }, _before, { doc }) {
      const told = transaction.getMeta(key)
      if (transaction.docChanged) {
        set = set.map(transaction.mapping, doc)
        set = set.remove(set.find().filter(({ from, to, spec }) => doc.textBetween(from, to) !== spec.was))
      }
      if (told?.lines) set = DecorationSet.create(doc, decorationsOf(doc, told.lines))
      if (told?.ignore) set = set.remove(set.find().filter(({ spec }) => !heard(spec.mark)))
      if (told && "open" in told) open = told.open
      else if (transaction.docChanged || transaction.selectionSet) open = null
      return { set, open }
    },
  },
  props: {
    decorations(state) {
      const { set, open } = key.getState(state)
      const shown = open && set.find().find(({ from, spec }) => from === open.from && spec.mark === open.spec.mark)
      if (!shown) return set
      const $at = state.doc.resolve(shown.from)
      const options = { side: 1, stopEvent: () => true, ignoreSelection: true, key: `${shown.from}` }
      return set.add(state.doc, [Decoration.widget($at.after(), () => tipFor(shown), options)])
    },
    handleClick(view, at) {
      const { set, open } = key.getState(view.state)
      const [found] = set.find(at, at)
      if (found || open) view.dispatch(view.state.tr.setMeta(key, { open: found ?? null }))
      return false
    },
  },
})

const inBody = () => (editor ? key.getState(editor.state).set.find().sort((a, b) => a.from - b.from) : [])

function count(mark) {
  const all = [...inBody().map(({ spec }) => spec.mark), ...lines.map((line) => line.mark)]
  return all.filter((other) => alike(mark, other)).length
}

function fill(part, mark, many) {
  const set = (name, text) => part.querySelectorAll(`[data-${name}]`).forEach((one) => (one.textContent = text))
  set("says", mark.says)
  set("found", mark.found)
  set("fix", mark.fix ?? "")
  set("count", many > 1 ? `(${many})` : "")
  // An arrow between two blanks, or between a blank and nothing, tells nobody anything.
  part.querySelector("[data-change]").hidden = !mark.fix?.trim() || !mark.found.trim()
  part.querySelector("[data-do=fix]").hidden = mark.fix === null
  part.querySelector("[data-do=all]").hidden = mark.fix === null || many < 2
}

function mendBody(decorations) {
  const { tr } = editor.state
  for (const { to, from, spec } of [...decorations].sort((a, b) => b.from - a.from)) {
    const { mark } = spec
    if (mark.start === mark.end) tr.insertText(mark.fix, to)
    else if (mark.fix) tr.insertText(mark.fix, from, to)
    else tr.delete(from, to)
  }
  editor.view.dispatch(pm.history.closeHistory(tr))
}

// Through the browser's own editing, so that its undo knows of it.
function mendLine({ name, mark }) {
  const input = field(name)
  if (input.value.slice(mark.start, mark.end) !== mark.found) return
  const before = document.activeElement
  input.focus()
  input.setSelectionRange(mark.start, mark.end)
  const done = mark.fix
    ? document.execCommand("insertText", false, mark.fix)
    : document.execCommand("delete")
  if (!done) {
    input.setRangeText(mark.fix, mark.start, mark.end, "end")
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }
  before?.focus()
}

const lastFirst = (some) => [...some].sort((a, b) => b.mark.start - a.mark.start)

function mendAll(chosen) {
  const decorations = inBody().filter(({ spec }) => chosen(spec.mark))
  const own = lines.filter(({ mark }) => chosen(mark))
  if (decorations.length) mendBody(decorations)
  lines = lines.filter((line) => !own.includes(line))
  lastFirst(own).forEach(mendLine)
}

function act(target, mark, { decoration, line } = {}) {
  const what = target.closest("[data-do]")?.dataset.do
  if (!what) return
  const went = decoration?.from
  if (what === "ignore") {
    ignored.add(called(mark))
    lines = lines.filter((other) => heard(other.mark))
    editor.view.dispatch(editor.state.tr.setMeta(key, { ignore: true, open: null }))
  } else if (what === "all") mendAll((other) => alike(mark, other))
  else if (decoration) mendBody([decoration])
  else {
    lines = lines.filter((other) => other !== line)
    mendLine(line)
  }
  show()
  if (decoration) open(next(went ?? 0)) // on to the next one
}

const next = (after) => inBody().find(({ from }) => from >= after) ?? inBody()[0]

function open(decoration) {
  if (!decoration) return editor.view.focus()
  const { state, view } = editor
  const selection = pm.state.TextSelection.create(state.doc, decoration.from, decoration.to)
  view.dispatch(state.tr.setSelection(selection).setMeta(key, { open: decoration }).scrollIntoView())
  view.dom.querySelector(".style-tip [data-do]:not([hidden])")?.focus()
}

// Each mark of a field has its line; those of the body stand in the text, and here by their kind.
function show() {
  const body = inBody().map(({ spec }) => spec.mark)
  const kinds = body.filter((mark, at) => body.findIndex((one) => one.kind === mark.kind) === at)
  const rows = [
    ...lines.map((line) => row(line.mark, document.querySelector(`label[for=id_${line.name}]`), { line })),
    ...kinds.map((mark) => row(mark, null, {})),
  ]
  list.replaceChildren(...rows)
}

function row(mark, label, { line }) {
  const made = document.querySelector("#style-line").content.firstElementChild.cloneNode(true)
  fill(made, mark, count(mark))
  made.querySelector("[data-field]").textContent = label?.textContent.trim() ?? ""
  if (!line) {
    const many = inBody().filter(({ spec }) => spec.mark.kind === mark.kind).length
    made.querySelector("[data-change]").hidden = true
    made.querySelector("[data-do=fix]").hidden = true
    made.querySelector("[data-do=ignore]").hidden = true
    made.querySelector("[data-do=all]").hidden = mark.fix === null || !mark.safe
    made.querySelector("[data-count]").textContent = `(${many})`
  }
  made.addEventListener("click", ({ target }) => act(target, mark, { line }))
  return made
}

function receive({ detail }) {
  lines = Object.entries(detail.fields).flatMap(([name, marks]) =>
    marks.filter(heard).map((mark) => ({ name, mark })),
  )
  const { open } = key.getState(editor.state)
  editor.view.dispatch(editor.state.tr.setMeta(key, { lines: detail.body, open }).setMeta("addToHistory", false))
  show()
}

// What is mended may uncover another mark, as a word behind two signs: asked again, not for ever.
async function tidy() {
  for (let round = 0; round < 5; round += 1) {
    await check()
    const left = [...inBody().map(({ spec }) => spec.mark), ...lines.map((line) => line.mark)]
    if (!left.some((mark) => mark.safe)) break
    mendAll((mark) => mark.safe)
  }
  show()
}

ready.then((made) => {
  editor = made
  editor.registerPlugin(plugin)
  document.addEventListener("desk:proofread", receive)
  check()
  panel.querySelectorAll("[data-script]").forEach((part) => (part.hidden = false))
  panel.querySelector("[data-tidy]").addEventListener("click", (event) => {
    event.preventDefault()
    tidy()
  })
  document.addEventListener("keydown", (event) => {
    if (event.code !== "F2" || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const { open: shown } = key.getState(editor.state)
    open(next(shown ? shown.from + 1 : editor.state.selection.from))
  })
})
