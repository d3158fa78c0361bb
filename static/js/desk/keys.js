// The keys of the panel, by place on the keyboard (event.code), so that any layout works. Every key
// stands for something on the screen that can be pressed too; where that is not there, it does
// nothing. Never while somebody types, except together with Ctrl.
import { open as command } from "./command.js";

const $ = (selector) => document.querySelector(selector);
const TYPING = "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable=true]";
const GO = 1500; // ms to press the second key of G A; Gmail's own pause is about as long

const help = $("dialog[data-keys]");
for (const row of help?.querySelectorAll("[data-for]") ?? []) row.hidden = !$(row.dataset.for);
for (const hint of document.querySelectorAll("kbd[data-script]")) hint.hidden = false;
for (const button of document.querySelectorAll("[data-help]")) {
  button.hidden = false;
  button.addEventListener("click", () => help?.showModal());
}

const rows = () => [...document.querySelectorAll("#result_list tbody tr")];
const current = () => $("#result_list tr.cur");

function move(step) {
  const all = rows();
  stand(all[all.indexOf(current()) + step] ?? (current() ? null : all[0]));
}

function stand(to) {
  if (!to) return;
  current()?.classList.remove("cur");
  to.classList.add("cur");
  const link = to.querySelector("th a, td a");
  (link ?? to.querySelector("input"))?.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}

// An act of a row leads back to it.
if (location.hash.startsWith("#story-")) stand(document.getElementById(location.hash.slice(1))?.closest("#result_list tr"));

const onRow = (selector) => () => current()?.querySelector(selector)?.click();
const press = (selector) => () => $(selector)?.click();

const KEYS = {
  Slash: () => $("[data-find]:not([hidden])")?.focus(),
  "Shift+Slash": () => help?.showModal(),
  KeyN: press("[data-key=KeyN]"),
  KeyB: press("[data-key=KeyB]"),
  KeyJ: () => move(1),
  KeyK: () => move(-1),
  KeyX: onRow(".action-select"),
  KeyC: onRow("[data-claim]"),
  KeyQ: onRow("[data-quick]"),
  Enter: onRow("th a, td a"),
};
const WITH_CTRL = { KeyK: command, KeyS: press("[data-save]"), Enter: press("[data-next]") };

let gone = 0;

function handler(event) {
  if (event.altKey || event.isComposing || document.querySelector("dialog[open]")) return null;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? null : WITH_CTRL[event.code];
  if (event.target.closest(TYPING)) return null;
  if (Date.now() - gone < GO) {
    gone = 0;
    const place = $(`.rail [data-key="${event.code}"]`);
    if (place) return () => place.click();
  }
  if (event.code === "KeyG") return () => { gone = Date.now(); };
  if (event.code === "Enter") return event.target === document.body ? KEYS.Enter : null;
  // A screen's own keys stand on its links and buttons.
  const own = event.shiftKey ? null : $(`main [data-key="${event.code}"]`);
  return own ? () => own.click() : KEYS[`${event.shiftKey ? "Shift+" : ""}${event.code}`];
}

addEventListener("keydown", (event) => {
  const act = handler(event);
  if (!act) return;
  const target = { KeyS: "[data-save]", Enter: "[data-next]" }[event.code];
  if (target && (event.ctrlKey || event.metaKey) && !$(target)) return;
  event.preventDefault();
  act();
});
