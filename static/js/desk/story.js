// The story on the screen: its form, its fields, its body editor, and questions to the server.

export const form = document.querySelector("#article_form")
export const field = (name) => form?.elements.namedItem(name)

// A question about what is typed; the answer as data. Whoever asks decides what a failure means.
export async function ask(address, fields, options = {}) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
  const headers = { "X-CSRFToken": field("csrfmiddlewaretoken").value, Accept: "application/json" }
  const answer = await fetch(address, { method: "POST", body, headers, ...options })
  const data = await answer.json().catch(() => ({}))
  if (!answer.ok) throw Object.assign(new Error(answer.status), data)
  return data
}

// The body editor as soon as there is one: it may have been ready before this script.
export const editor = new Promise((found) => {
  const made = document.querySelector("#article_form .ProseMirror[contenteditable]")?.editor
  if (made) return found(made)
  document.addEventListener("prose-editor:ready", ({ detail }) => {
    if (detail.textarea.name === "body") found(detail.editor)
  })
})

// Says that somebody at the screen should know about what has happened.
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
