// Two revisions compared: from change to change, by the key's place on the keyboard. Without this
// script the same buttons lead to the first and the last change, and every box has its button.
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
const form = document.querySelector(".compare-form");
const changes = [...document.querySelectorAll("[data-change]")];
let at = -1;

document.documentElement.classList.add("has-script");
for (const hint of document.querySelectorAll("kbd[data-script]")) hint.hidden = false;

function step(by) {
  if (!changes.length) return;
  changes[at]?.classList.remove("now");
  changes[at]?.closest(".cmp-f")?.classList.remove("here");
  at = (Math.max(at, by < 0 ? 0 : -1) + by + changes.length) % changes.length;
  const change = changes[at];
  change.classList.add("now");
  change.closest(".cmp-f")?.classList.add("here");
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
}

for (const button of document.querySelectorAll("[data-step]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    step(Number(button.dataset.step));
  });
}

const boxes = [...document.querySelectorAll(".hide-shapes [type=checkbox]")];
for (const box of boxes) box.addEventListener("change", () => form.requestSubmit());

function hideAll() {
  const hide = boxes.some((box) => !box.checked);
  for (const box of boxes) box.checked = hide;
  form.requestSubmit();
}

const KEYS = {
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyH: hideAll,
  KeyV: () => document.querySelector(".seg [aria-pressed=false]")?.click(),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
  if (event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
  if (!KEYS[event.code]) return;
  event.preventDefault();
  KEYS[event.code]();
});
