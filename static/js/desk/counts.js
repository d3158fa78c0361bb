// What is counted while somebody writes. Words and minutes are the server's, the very ones that it
// stores; how wide a headline is only a browser knows that has the reader's face.
import { editor, field } from "./story.js"

const counts = document.querySelector("#counts")
const meter = document.querySelector("#headline-meter")
const { over, word, letters, figures, font } = counts.dataset
const card = meter.querySelector(".phone-card")
const fill = meter.querySelector(".fill")
const LINES = 2 // of a headline in a list on a phone

const shown = (number) =>
  new Intl.NumberFormat(figures === "arab" ? "ar-EG-u-nu-arab" : "en").format(number)
const say = (within, name, text) => {
  const part = within.querySelector(`[data-said=${name}]`)
  if (part.textContent !== text) part.textContent = text
}

// The words of a headline that stand beyond the second line of the card.
function wordsOver(headline) {
  const words = headline.split(/\s+/)
  const fits = (many) => {
    card.textContent = words.slice(0, many).join(" ")
    return card.getClientRects().length && card.clientHeight <= LINES * lineHeight() + 1
  }
  let many = words.length
  while (many > 1 && !fits(many)) many -= 1
  return words.length - many
}

function lineHeight() {
  return parseFloat(getComputedStyle(card).lineHeight)
}

function widthOf(text) {
  const canvas = (widthOf.canvas ??= document.createElement("canvas").getContext("2d"))
  const style = getComputedStyle(card)
  canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return canvas.measureText(text).width
}

// Four forms, as Arabic has them: one, two, three to ten, more.
function inWords(many) {
  const forms = word.trim().split("|")
  const form = { one: 0, two: 1, few: 2 }[new Intl.PluralRules("ar").select(many)] ?? 3
  return forms[form].replace("{n}", shown(many))
}

function measure() {
  const headline = (field("short_headline")?.value || field("headline").value).trim()
  meter.hidden = !headline
  if (!headline) return
  const full = widthOf(headline) / (LINES * card.clientWidth)
  const beyond = wordsOver(headline)
  fill.setAttribute("width", Math.min(100, beyond ? 100 : full * 100).toFixed(1))
  meter.classList.toggle("over", beyond > 0)
  say(meter, "headline", beyond ? over.replace("{words}", inWords(beyond)) : "")
}

function standfirst() {
  const many = [...new Intl.Segmenter("ar").segment(field("standfirst").value.trim())].length
  say(counts, "standfirst", letters.replace("{n}", shown(many)))
}

async function begin() {
  if (font) {
    const face = new FontFace("News Naskh", `url(${font})`, { weight: "400 700" })
    document.fonts.add(await face.load().catch(() => face))
  }
  document.querySelector("[name=headline]").after(meter)
  const { view } = await editor
  view.dom.closest(".prose-editor").after(counts)
  counts.hidden = false
  for (const name of ["headline", "short_headline"]) field(name)?.addEventListener("input", measure)
  field("standfirst").addEventListener("input", standfirst)
  addEventListener("resize", measure)
  measure()
  standfirst()
}

document.addEventListener("desk:proofread", ({ detail }) => {
  for (const [name, text] of Object.entries(detail.said)) {
    document.querySelectorAll(`[data-said=${name}]`).forEach((part) => {
      if (part.textContent !== text) part.textContent = text
    })
  }
})

if (field("headline") && field("body")) begin()
