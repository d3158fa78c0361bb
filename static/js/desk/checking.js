// Asks the server about what is typed, a moment after the last letter: "desk:proofread" has its
// answer, for the marks and for the counts.
import { ask, field, form, tell } from "./story.js"

const address = document.querySelector("[data-proofread]")?.dataset.proofread
const NAMES = ["kicker", "headline", "standfirst", "body", "lead_picture"]
let timer
let asking

export async function check() {
  clearTimeout(timer)
  asking?.abort()
  asking = new AbortController()
  const typed = NAMES.map((name) => [name, field(name)?.value ?? ""])
  try {
    const answer = await ask(address, typed, { signal: asking.signal })
    tell("desk:proofread", { ...answer, typed: Object.fromEntries(typed) })
  } catch {} // the next letter asks again
}

function soon() {
  clearTimeout(timer)
  timer = setTimeout(check, 500)
}

if (form && address && field("body")) {
  form.addEventListener("input", soon)
  form.addEventListener("change", soon)
}
