// What is pasted is cleaned by the server, by the rules that store it. Copied in this editor it
// stays as it is; with Shift only its words come; without a server the editor's own schema cleans.
import { pm } from "django-prose-editor/editor"
import { ask, editor } from "./story.js"

const address = document.querySelector("[data-paste]")?.dataset.paste
let own = false // the cleaned words come in by the same way
let before = Promise.resolve() // two pasted in a row come in that order

function comeIn(view, put) {
  own = true
  try {
    put(view)
  } finally {
    own = false
  }
}

async function cleaned(view, html, text) {
  try {
    const { body } = await ask(address, { html, text })
    if (body) comeIn(view, () => view.pasteHTML(body))
  } catch {
    comeIn(view, () => (html ? view.pasteHTML(html) : view.pasteText(text)))
  }
}

function handlePaste(view, { clipboardData }) {
  const html = clipboardData?.getData("text/html") ?? ""
  const text = clipboardData?.getData("text/plain") ?? ""
  if (own || view.input?.shiftKey || html.includes("data-pm-slice") || !(html || text)) return false
  if (!text.trim() && clipboardData.files.length) return false // a picture
  before = before.then(() => cleaned(view, html, text))
  return true
}

if (address) {
  editor.then((made) => {
    // Before the editor's own: theirs would put in what was copied as it is.
    made.registerPlugin(new pm.state.Plugin({ props: { handlePaste } }), (ours, all) => [ours, ...all])
  })
}
