// What our body adds to the editor: pictures and embeds kept by reference, and button names in the
// language of the panel. The editor package is known to these scripts and articles/fields.py alone.

import { Node, mergeAttributes, updateAttrsDialog } from "django-prose-editor/editor"

const gettext = window.gettext || ((text) => text)

// A block without content of its own that names what it shows: <figure data-picture="17"></figure>.
// `asked` describes the dialog; `read` makes the stored attributes of its answer (nothing: refused)
// and `told` the dialog's values of stored ones. Pressed again on one, the button changes it.
function reference({ name, attributes, icon, title, asked, read, told, shown }) {
  const marker = Object.values(attributes)[0]
  return Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(attributes).map(([key, attribute]) => [
          key,
          {
            default: null,
            parseHTML: (element) => element.getAttribute(attribute),
            renderHTML: (values) => (values[key] ? { [attribute]: values[key] } : {}),
          },
        ]),
      ),
    parseHTML: () => [{ tag: `figure[${marker}]` }],
    renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes)],
    addNodeView: () => ({ node }) => {
      const dom = document.createElement("figure")
      dom.className = "reference"
      dom.append(...shown(node.attrs))
      return { dom }
    },
    addMenuItems({ buttons, menu }) {
      menu.defineItem({
        name,
        groups: "nodes",
        button: buttons.material(icon, title),
        async command(editor) {
          const changing = editor.isActive(name)
          const before = changing ? told(editor.getAttributes(name)) : {}
          const answer = await updateAttrsDialog(asked, { title })(editor, before)
          const attrs = answer && read(answer)
          if (!attrs) return
          const { node, to } = editor.state.selection
          const chain = editor.chain().focus()
          if (changing) chain.updateAttributes(name, attrs).run()
          else if (node) chain.insertContentAt(to, { type: name, attrs }).run() // in place of none
          else chain.insertContent({ type: name, attrs }).run()
        },
        active: (editor) => editor.isActive(name),
      })
    },
  })
}

function line(label, value, direction) {
  const text = document.createElement("span")
  const isolated = document.createElement("bdi")
  isolated.dir = direction
  isolated.textContent = value
  text.append(`${label} `, isolated)
  return text
}

// Numbers as people type them: with any comma between, in either digits.
function numbers(typed) {
  const latin = typed.replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit))
  return latin.match(/[1-9][0-9]*/g)
}

const PLACES = new Map([
  [null, gettext("In the text")],
  ["broad", gettext("Wide, across the page")],
  ["out", gettext("Small, beside the text")],
  ["upright", gettext("Upright, beside the text")],
])

export const PictureReference = reference({
  name: "pictureReference",
  attributes: { value: "data-picture", place: "data-place" },
  icon: "image",
  title: gettext("Insert a picture"),
  asked: {
    value: {
      type: "string",
      title: gettext("Number of the picture in the library"),
      required: true,
    },
    place: {
      title: gettext("Place of the picture"),
      enum: [...PLACES.values()],
      default: PLACES.get(null),
    },
  },
  read({ value, place }) {
    const found = [...PLACES].find(([, called]) => called === place)
    return numbers(value) && { value: numbers(value)[0], place: found ? found[0] : null }
  },
  told: ({ value, place }) => ({ value, place: PLACES.get(place) }),
  shown({ value, place }) {
    const number = line(gettext("Picture number"), value, "ltr")
    return place ? [number, ` (${PLACES.get(place)})`] : [number]
  },
})

export const GalleryReference = reference({
  name: "galleryReference",
  attributes: { value: "data-gallery" },
  icon: "collections",
  title: gettext("Insert several pictures"),
  asked: {
    value: {
      type: "string",
      title: gettext("Numbers of the pictures in the library, parted by a comma"),
      required: true,
    },
  },
  read: ({ value }) => numbers(value) && { value: [...new Set(numbers(value))].join(",") },
  told: ({ value }) => ({ value: value.replaceAll(",", "، ") }),
  shown: ({ value }) => [line(gettext("Picture numbers"), value.replaceAll(",", "، "), "rtl")],
})

export const EmbedReference = reference({
  name: "embedReference",
  attributes: { value: "data-embed" },
  icon: "smart_display",
  title: gettext("Insert from another site"),
  asked: {
    value: {
      type: "string",
      title: gettext("Address, beginning with https://"),
      format: "url",
      required: true,
    },
  },
  read: ({ value }) => ({ value }),
  told: ({ value }) => ({ value }),
  shown: ({ value }) => [line(gettext("From another site:"), value, "ltr")],
})

// The package names its buttons in English only, so the names are given again when it is ready.
const NAMES = {
  paragraph: gettext("Paragraph"),
  heading2: gettext("Section heading"),
  heading3: gettext("Heading within a section"),
  bulletList: gettext("List"),
  orderedList: gettext("Numbered list"),
  orderedListProperties: gettext("Numbering"),
  blockquote: gettext("Quotation"),
  bold: gettext("Bold"),
  italic: gettext("Emphasis"),
  link: gettext("Link"),
  unlink: gettext("Remove the link"),
  table: gettext("Table"),
  "history:undo": gettext("Undo"),
  "history:redo": gettext("Redo"),
}
const OTHER_NAMES = {
  paragraph: gettext("Paragraph"),
  "add column": gettext("Add a column"),
  "add row": gettext("Add a row"),
  "delete column": gettext("Remove the column"),
  "delete row": gettext("Remove the row"),
  "delete table": gettext("Remove the table"),
  "merge cells": gettext("Merge the cells"),
  "split cell": gettext("Split the cell"),
  "toggle header cell": gettext("Heading cell or not"),
}

function nameParts(frame, field, label) {
  field.setAttribute("role", "textbox")
  field.setAttribute("aria-multiline", "true")
  if (label) field.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""))
  for (const button of frame.querySelectorAll("button")) {
    const known = NAMES[button.dataset.name] || OTHER_NAMES[button.title.toLowerCase()]
    if (!known) continue
    const option = button.className.includes("__option")
    if (option) button.firstElementChild.textContent = known
    else button.title = known
    button.setAttribute("aria-label", known)
  }
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const field = editor.view.dom
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  // The menu is built after the editor has announced itself.
  setTimeout(() => nameParts(field.closest(".prose-editor"), field, label))
})
