// The text alone on the whole screen: F9 and Escape, or the button in the row of signs.
import { editor as ready } from "./story.js"

const button = document.querySelector("#full-screen")

ready.then(({ view }) => {
  const frame = view.dom.closest(".prose-editor")
  const part = frame.closest(".form-row") ?? frame.parentElement
  const turn = (on) => {
    part.classList.toggle("alone", on)
    document.body.classList.toggle("writing-alone", on)
    button.setAttribute("aria-pressed", on)
    // Who presses the key is in the text, where the caret may stand further than the editor knows yet.
    if (!view.hasFocus()) view.focus()
  }
  button.hidden = false
  button.addEventListener("click", () => turn(!part.classList.contains("alone")))
  const isOther = ({ target }) => target.closest?.(".style-tip, dialog") || document.querySelector("dialog[open]")
  // Before the editor, for which Escape means the block around the caret.
  const pressed = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const alone = part.classList.contains("alone")
    const leaves = event.code === "Escape" && alone && !isOther(event)
    if (event.code !== "F9" && !leaves) return
    event.preventDefault()
    event.stopPropagation()
    turn(!alone)
  }
  document.addEventListener("keydown", pressed, { capture: true })
})
