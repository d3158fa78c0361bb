// What our body adds to the editor: a picture and an embed kept by reference, and button names in
// the language of the panel. The editor package is known here and in articles/fields.py alone.

import { Node, mergeAttributes, updateAttrsDialog } from "django-prose-editor/editor"

const gettext = window.gettext || ((text) => text)

// A block without content of its own that names what it shows: <figure data-picture="17"></figure>.
function reference({ name, attribute, icon, title, question, format, shown }) {
  return Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      value: {
        default: null,
        parseHTML: (element) => element.getAttribute(attribute),
        renderHTML: ({ value }) => ({ [attribute]: value }),
      },
    }),
    parseHTML: () => [{ tag: `figure[${attribute}]` }],
    renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes)],
    addNodeView: () => ({ node }) => {
      const dom = document.createElement("figure")
      dom.className = "reference"
      dom.append(shown(node.attrs.value))
      return { dom }
    },
    addMenuItems({ buttons, menu }) {
      menu.defineItem({
        name,
        groups: "nodes",
        button: buttons.material(icon, title),
        async command(editor) {
          const asked = { value: { type: "string", title: question, format, required: true } }
          const answer = await updateAttrsDialog(asked, { title })(editor, { value: "" })
          if (answer?.value) editor.chain().focus().insertContent({ type: name, attrs: answer }).run()
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

export const PictureReference = reference({
  name: "pictureReference",
  attribute: "data-picture",
  icon: "image",
  title: gettext("Insert a picture"),
  question: gettext("Number of the picture in the library"),
  format: "number",
  shown: (value) => line(gettext("Picture number"), value, "ltr"),
})

export const EmbedReference = reference({
  name: "embedReference",
  attribute: "data-embed",
  icon: "smart_display",
  title: gettext("Insert from another site"),
  question: gettext("Address, beginning with https://"),
  format: "url",
  shown: (value) => line(gettext("From another site:"), value, "ltr"),
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
