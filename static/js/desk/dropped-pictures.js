// Pictures dropped on the text or pasted into it: their words are asked for at once, then they go
// to the library, and the text names them.
import { pm } from "django-prose-editor/editor"
import { editor as ready, field } from "./story.js"

const dialog = document.querySelector("#dropped-picture")
const form = dialog.querySelector("form")
const progress = dialog.querySelector("progress")
const refused = dialog.querySelector(".refused")
const { address, failed } = dialog.dataset
const waiting = [] // files and the places that they shall have
let sending

const pictures = (files) => [...(files ?? [])].filter(({ type }) => type.startsWith("image/"))

function next() {
  if (dialog.open || !waiting.length) return
  form.reset()
  refused.textContent = ""
  progress.hidden = true
  const image = dialog.querySelector("img")
  URL.revokeObjectURL(image.src)
  image.src = URL.createObjectURL(waiting[0].file)
  dialog.showModal()
}

// A request that tells how far it is, which fetch does not.
function send(data) {
  return new Promise((done, broken) => {
    sending = new XMLHttpRequest()
    sending.open("POST", address)
    sending.setRequestHeader("X-CSRFToken", field("csrfmiddlewaretoken").value)
    sending.responseType = "json"
    sending.upload.addEventListener("progress", ({ loaded, total }) => (progress.value = loaded / total))
    sending.addEventListener("load", () =>
      sending.response?.picture ? done(sending.response.picture) : broken(sending.response?.refused),
    )
    sending.addEventListener("error", () => broken())
    sending.addEventListener("abort", () => broken(""))
    sending.send(data)
  })
}

async function insert(picture, at) {
  const editor = await ready
  const { doc } = editor.state
  const $at = doc.resolve(Math.min(at, doc.content.size))
  const place = $at.depth ? $at.after(1) : $at.pos
  const node = { type: "pictureReference", attrs: { value: `${picture}`, place: null } }
  const last = place >= doc.content.size
  editor.chain().insertContentAt(place, last ? [node, { type: "paragraph" }] : node).focus().run()
}

form.addEventListener("submit", async (event) => {
  event.preventDefault()
  const data = new FormData(form)
  data.append("file", waiting[0].file)
  refused.textContent = ""
  progress.value = 0
  progress.hidden = false
  try {
    await insert(await send(data), waiting[0].at)
    dialog.close()
  } catch (why) {
    refused.textContent = typeof why === "string" ? why : failed
  }
  progress.hidden = true
})
dialog.querySelector("[data-cancel]").addEventListener("click", () => dialog.close())
dialog.addEventListener("close", () => {
  sending?.abort()
  waiting.shift()
  next()
})

function take(files, at) {
  waiting.push(...files.map((file) => ({ file, at })))
  next()
}

function handleDrop(view, event) {
  const files = pictures(event.dataTransfer?.files)
  if (!files.length) return false
  event.preventDefault()
  take(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to)
  return true
}

// Word puts a drawing of the words beside the words: then they are meant.
function handlePaste(view, { clipboardData }) {
  const files = pictures(clipboardData?.files)
  if (!files.length || clipboardData.getData("text/plain").trim()) return false
  take(files, view.state.selection.to)
  return true
}

ready.then((editor) => {
  const plugin = new pm.state.Plugin({ props: { handleDrop, handlePaste } })
  editor.registerPlugin(plugin, (ours, all) => [ours, ...all])
})
