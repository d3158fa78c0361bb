// The boxes of a body: a pull quote with its speaker, and a fact box with a heading and paragraphs,
// lists or pairs. Each part says what it is for, since an empty one shows nothing by itself.

import { Node, mergeAttributes } from "django-prose-editor/editor"

const gettext = window.gettext || ((text) => text)

// A block of a box that shows its own label; the label is never a part of the text.
function labelled(name, tag, label, { content = "inline*", ...rest } = {}) {
  return Node.create({
    name,
    content,
    defining: true,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addNodeView: () => () => {
      const dom = document.createElement(tag)
      dom.dataset.label = label
      return { dom, contentDOM: dom }
    },
    ...rest,
  })
}

function box({ name, kind, label, content, icon, title, parts, made, more = () => {} }) {
  return Node.create({
    name,
    group: "block",
    content,
    isolating: true,
    defining: true,
    draggable: true,
    addExtensions: () => parts,
    parseHTML: () => [{ tag: `aside[data-box="${kind}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      "aside",
      mergeAttributes(HTMLAttributes, { "data-box": kind }),
      0,
    ],
    addNodeView: () => () => {
      const dom = document.createElement("aside")
      dom.className = "box"
      dom.dataset.box = kind
      dom.dataset.label = label
      return { dom, contentDOM: dom }
    },
    addMenuItems({ buttons, menu }) {
      menu.defineItem({
        name,
        groups: "nodes",
        button: buttons.material(icon, title),
        command: (editor) => insertAfterBlock(editor, { type: name, content: made(editor) }),
        active: (editor) => editor.isActive(name),
        enabled: (editor) => !editor.isActive("pullQuote") && !editor.isActive("factBox"),
      })
      more({ buttons, menu })
    },
  })
}

// Boxes stand between the blocks of the text, never inside one; the caret goes into the new one,
// and behind it there is always a line to go on writing in.
function insertAfterBlock(editor, node) {
  const { doc, selection } = editor.state
  const after = selection.$to.depth ? selection.$to.after(1) : selection.to
  const last = after >= doc.content.size
  editor
    .chain()
    .insertContentAt(after, last ? [node, { type: "paragraph" }] : node)
    .setTextSelection(after + 2)
    .focus()
    .run()
}

const paragraph = (words) =>
  words ? { type: "paragraph", content: [{ type: "text", text: words }] } : { type: "paragraph" }

const Speaker = labelled("speaker", "footer", gettext("Who said it"))

export const PullQuote = box({
  name: "pullQuote",
  kind: "quote",
  label: gettext("Pull quote"),
  content: "paragraph+ speaker",
  icon: "campaign",
  title: gettext("Insert a pull quote"),
  parts: [Speaker],
  // Words that are chosen in the text are lifted from it.
  made({ state: { doc, selection } }) {
    const words = doc.textBetween(selection.from, selection.to, " ").trim()
    return [paragraph(words), { type: "speaker" }]
  },
})

const pair = () => [{ type: "factTerm" }, { type: "factDescription" }]

const FactTerm = labelled("factTerm", "dt", gettext("Term"), {
  // From the term on to its description, wherever the caret stands in it.
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        if (!editor.isActive("factTerm")) return false
        const end = editor.state.selection.$head.after()
        return editor.chain().setTextSelection(end + 1).focus().run()
      },
    }
  },
})

const FactDescription = labelled("factDescription", "dd", gettext("Description"), {
  // From the description to a new pair; from an empty pair out of the list.
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        if (!editor.isActive("factDescription")) return false
        const { $head } = editor.state.selection
        const end = $head.after()
        const term = editor.state.doc.resolve($head.before()).nodeBefore
        if (!$head.parent.textContent && !term?.textContent) {
          const list = $head.after($head.depth - 1)
          return editor
            .chain()
            .insertContentAt(list, { type: "paragraph" })
            .setTextSelection(list + 1)
            .focus()
            .run()
        }
        return editor.chain().insertContentAt(end, pair()).setTextSelection(end + 1).focus().run()
      },
    }
  },
})

const FactList = Node.create({
  name: "factList",
  content: "(factTerm+ factDescription+)+",
  parseHTML: () => [{ tag: "dl" }],
  renderHTML: () => ["dl", 0],
})

export const FactBox = box({
  name: "factBox",
  kind: "facts",
  label: gettext("Fact box"),
  content: "heading (paragraph | heading | bulletList | orderedList | factList)+",
  icon: "fact_check",
  title: gettext("Insert a fact box"),
  parts: [FactList, FactTerm, FactDescription],
  made: () => [
    { type: "heading", attrs: { level: 3 } },
    { type: "factList", content: pair() },
  ],
  more({ buttons, menu }) {
    menu.defineItem({
      name: "factList",
      groups: "nodes",
      button: buttons.material("splitscreen", gettext("Term and description")),
      command(editor) {
        // Behind the present part of the box: a box is the first block around the caret.
        const after = editor.state.selection.$to.after(2)
        editor
          .chain()
          .insertContentAt(after, { type: "factList", content: pair() })
          .setTextSelection(after + 2)
          .focus()
          .run()
      },
      hidden: (editor) => !editor.isActive("factBox"),
    })
  },
})
