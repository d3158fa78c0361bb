// What stands in the fields of a form: read as one comparable text, and put back again.
// The body editor writes into its textarea and says so; select2 and the calendars of the panel say
// so to jQuery alone, or to nobody, so that whoever watches must look by himself too.

const SKIPPED = ["hidden", "submit", "button", "file", "reset", "image"];

function watched(form, aside) {
  return [...form.elements].filter(
    (field) =>
      field.name &&
      !SKIPPED.includes(field.type) &&
      !field.name.startsWith("_") &&
      !field.name.startsWith("related") &&
      !aside.includes(field.name),
  );
}

const values = (field) => {
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? [field.value] : [];
  if (field.multiple) return [...field.selectedOptions].map((option) => option.value);
  return [field.value];
};

const labels = (field) =>
  field.tagName === "SELECT" ? [...field.selectedOptions].map((option) => option.label) : [];

// [[name, values, labels], …] as JSON; `aside` names fields that are not part of the text.
export function read(form, aside = []) {
  return JSON.stringify(
    watched(form, aside).map((field) => [field.name, values(field), labels(field)]),
  );
}

export const named = (text) => new Map(JSON.parse(text).map(([name, ...rest]) => [name, rest]));

export function hasWords(text) {
  const fields = named(text);
  const plain = (name) => (fields.get(name)?.[0][0] ?? "").replace(/<[^>]*>|&nbsp;|\s/g, "");
  return ["headline", "body", "standfirst", "kicker"].some((name) => plain(name) !== "");
}

export function write(form, text) {
  for (const [name, [wanted, called]] of named(text)) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      put(field, wanted, called);
    }
  }
}

function put(field, wanted, called) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = wanted.includes(field.value);
  else if (field.tagName === "SELECT") choose(field, wanted, called);
  else {
    const editor = field.closest(".prose-editor")?.querySelector(".ProseMirror")?.editor;
    if (editor) return editor.commands.setContent(wanted[0] ?? "", { emitUpdate: true });
    field.value = wanted[0] ?? "";
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  window.django?.jQuery?.(field).trigger("change");
}

function choose(select, wanted, called) {
  for (const option of select.options) option.selected = false;
  wanted.forEach((value, place) => {
    const known = [...select.options].find((option) => option.value === value);
    const option = known ?? new Option(called[place] ?? value, value);
    option.selected = true;
    if (select.multiple) select.append(option); // in the order in which they were chosen
    else if (!known) select.append(option);
  });
}
