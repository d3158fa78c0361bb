// The readers' page beside the text, at the width of a phone or of a desktop; asked for when it is
// opened, and again after each save ("desk:saved").
const part = document.querySelector("#preview")
const pane = part.querySelector("[data-pane]")
const frame = pane.querySelector("iframe")
const WIDTHS = { phone: 390, desktop: 1280 }
let width = "phone"

// A page wider than its place is drawn smaller, as a whole.
function fit() {
  const scale = Math.min(1, pane.clientWidth / WIDTHS[width])
  frame.style.setProperty("inline-size", `${WIDTHS[width]}px`)
  frame.style.setProperty("zoom", scale)
}

function load() {
  if (!part.open) return
  fit()
  frame.src = frame.dataset.src
}

function toggle() {
  part.open = !part.open
  if (part.open) part.scrollIntoView({ block: "nearest" })
}

part.addEventListener("toggle", load)
document.addEventListener("desk:saved", load)
addEventListener("resize", fit)
for (const button of part.querySelectorAll("[data-width]")) {
  button.addEventListener("click", () => {
    width = button.dataset.width
    pane.className = `pane ${width}`
    part.querySelectorAll("[data-width]").forEach((other) => {
      other.setAttribute("aria-pressed", other === button)
    })
    fit()
  })
}
document.addEventListener("keydown", (event) => {
  if (event.code !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  // Where there is no room beside the text, it opens in a tab of its own.
  if (matchMedia("(max-width: 699px)").matches) part.querySelector(".own-tab").click()
  else toggle()
})
