// On opening: a text that this device kept and the desk never acknowledged is offered, with what is
// different in it. Taking it can be undone; it goes only when somebody presses so, or when the desk
// holds it.
import { difference } from "./difference.js";
import { named, write } from "./fields.js";

export function offer({ form, device, page, read, changed }) {
  const place = document.querySelector("[data-device-offer]");
  const part = (name) => place.querySelector(`[data-${name}]`);
  let copy, before;

  const labelOf = (name) => {
    const field = form.elements[name];
    const label = (field?.labels ?? field?.[0]?.labels)?.[0];
    return label?.textContent.trim().replace(/[:：]$/, "") || name;
  };

  function show(pressed) {
    part("restore").hidden = pressed;
    part("undo").hidden = !pressed;
  }

  async function look() {
    for (const orphan of await device.orphans()) {
      const rows = difference(read(), orphan.text, labelOf);
      if (!rows.length) {
        device.drop(orphan.key); // the desk holds it
        continue;
      }
      copy = orphan;
      before = undefined;
      const kept = new Date(orphan.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", numberingSystem: page.figures });
      part("when").textContent = kept;
      part("difference").replaceChildren(...rows);
      show(false);
      place.hidden = false;
      return;
    }
    place.hidden = true;
  }

  part("restore").addEventListener("click", () => {
    before = read();
    write(form, copy.text);
    show(true);
    changed();
  });
  part("undo").addEventListener("click", () => {
    write(form, before);
    before = undefined;
    show(false);
    changed();
  });
  part("drop").addEventListener("click", () => {
    if (!confirm(part("drop").dataset.question)) return;
    device.drop(copy.key);
    look();
  });

  return {
    look,
    // Only a tab that may save takes a text over.
    allow(yes) {
      part("restore").disabled = !yes;
    },
    // A copy that was taken and stayed is in the story now, or in this tab's own copy.
    end() {
      if (copy && before !== undefined) device.drop(copy.key);
    },
    plain(text) {
      const fields = named(text);
      const words = (name) => fields.get(name)?.[0][0] ?? "";
      const body = new DOMParser().parseFromString(words("body"), "text/html");
      const blocks = [...body.body.children].map((block) => block.textContent);
      return [words("kicker"), words("headline"), words("standfirst"), ...blocks].filter(Boolean).join("\n\n");
    },
  };
}
