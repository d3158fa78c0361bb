// A front page composed by mouse or by keys. What is put down is sent by the same form that the menus
// of a place send, so that everything here works without this script too.
const board = document.querySelector("ol.board");
const putter = document.querySelector("[data-putter]");
const said = document.querySelector("[data-said]");
const isRtl = document.documentElement.dir === "rtl";
const places = () => [...board.querySelectorAll("[data-place]")];
const at = (number) => board.querySelector(`[data-place="${number}"]`);
const TYPING = "input, textarea, select, summary, button, a, [contenteditable=true]";

function put(story, place) {
  putter.elements.story.value = story;
  putter.elements.place.value = place;
  sessionStorage.setItem("front-place", place);
  putter.submit();
}

function target(place) {
  for (const one of board.querySelectorAll(".hot")) one.classList.remove("hot");
  place?.classList.add("hot");
}

// By mouse

let dragged = null;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-story]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.called);
  dragged.classList.add("lift");
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("lift");
  dragged = null;
  target(null);
});
board.addEventListener("dragover", (event) => {
  const place = event.target.closest("[data-place]");
  if (!dragged || !place) return;
  event.preventDefault();
  target(place);
});
board.addEventListener("drop", (event) => {
  const place = event.target.closest("[data-place]");
  if (!dragged || !place) return;
  event.preventDefault();
  if (place !== dragged) put(dragged.dataset.story, place.dataset.place);
});

// By keys

let lifted = null; // { item, number }

function carry(number) {
  lifted.number = Math.min(Math.max(number, 1), places().length);
  const place = at(lifted.number);
  target(place);
  place.scrollIntoView({ block: "nearest" });
  said.textContent = `${lifted.item.dataset.called}: ${said.dataset.template} ${lifted.number}`;
}

function leave() {
  lifted.item.classList.remove("lift");
  target(null);
  said.textContent = "";
  lifted = null;
}

const STEP = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const item = event.target.closest?.("[data-story]");
  if (!lifted) {
    if (!item || event.target.closest(TYPING)) return;
    const figure = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    if (figure && at(figure)) put(item.dataset.story, figure);
    else if (event.code === "KeyP") item.querySelector("[data-pin]")?.click();
    else if (event.code === "Space") {
      item.classList.add("lift");
      lifted = { item, number: 0 };
      carry(Number(item.dataset.place ?? 1));
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (!(event.code in STEP) && !["Space", "Enter", "Escape", "Tab"].includes(event.code)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.code in STEP) carry(lifted.number + STEP[event.code]);
  else if (event.code === "Escape" || event.code === "Tab") leave();
  else if (lifted.item === at(lifted.number)) leave();
  else put(lifted.item.dataset.story, lifted.number);
}, true);

// What was put down is where one goes on.
const last = sessionStorage.getItem("front-place");
sessionStorage.removeItem("front-place");
if (last) at(last)?.focus();
