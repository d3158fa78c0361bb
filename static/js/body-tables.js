// The package's table with what it drops: the caption, and which cells a heading cell heads.

import {
  Table as PackageTable,
  TableHeader as PackageTableHeader,
  updateAttrsDialog,
} from "django-prose-editor/editor"

const gettext = window.gettext || ((text) => text)

// The caption is kept beside the rows, not among them: the table's own commands count rows.
export const Table = PackageTable.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (table) => table.querySelector("caption")?.textContent.trim() ?? "",
        renderHTML: ({ caption }) => (caption ? { "data-label": caption } : {}),
      },
    }
  },

  parseHTML() {
    return [{ tag: "table" }, { tag: "caption", ignore: true }]
  },

  renderHTML({ node }) {
    const { caption } = node.attrs
    return caption ? ["table", ["caption", caption], ["tbody", 0]] : ["table", ["tbody", 0]]
  },

  addMenuItems(storage) {
    this.parent?.(storage)
    const { buttons, menu } = storage
    const title = gettext("Caption of the table")
    const asked = { caption: { type: "string", title } }
    menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: buttons.material("subtitles", title),
      async command(editor) {
        const before = editor.getAttributes("table")
        const answer = await updateAttrsDialog(asked, { title })(editor, before)
        if (!answer) return
        const caption = answer.caption.trim()
        editor.chain().focus().updateAttributes("table", { caption }).run()
      },
      hidden: (editor) => !editor.isActive("table"),
    })
  },
})

export const TableHeader = PackageTableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } }
  },
})
