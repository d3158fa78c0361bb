// Another hour by mouse or by the arrows. What is put down is sent by the form that the clock beside
// it leads to, so that refusals, undo and permissions are the same with and without this script.
const table = document.querySelector("table.cal");
const mover = document.querySelector("[data-mover]");
const said = document.querySelector("[data-said]");
const isRtl = document.documentElement.dir === "rtl";
const STEP = 30; // minutes: a desk plans by the half hour; the form takes any minute
const two = (number) => String(number).padStart(2, "0");

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const clockOf = (sum) => `${two(Math.floor(sum / 60))}:${two(sum % 60)}`;
const cells = () => [...table.querySelectorAll("td[data-day]")];
const cellAt = (day, clock) => cells().find(({ dataset: d }) => d.day === day && minutes(clock) >= d.from * 60 && minutes(clock) < d.to * 60);

const figures = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", numberingSystem: table.dataset.figures, timeZone: "UTC" });
const shown = (clock) => figures.format(new Date(`2000-01-01T${clock}:00Z`));

// The clock that it has stays where the part of the day holds it; else the part's first hour.
function hourIn(cell, clock) {
  const { from, to } = cell.dataset;
  return minutes(clock) >= from * 60 && minutes(clock) < to * 60 ? clock : `${two(from)}:00`;
}

function send(item, day, clock) {
  mover.action = item.dataset.move;
  mover.elements.kind.value = item.dataset.kind;
  mover.elements.moment_0.value = day;
  mover.elements.moment_1.value = clock;
  mover.submit();
}

// By mouse

let dragged = null;

function target(cell) {
  for (const one of table.querySelectorAll(".target")) one.classList.remove("target");
  cell?.classList.add("target");
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-move]") ?? null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.textContent.trim());
  dragged.classList.add("lift");
});
document.addEventListener("dragend", () => {
  dragged?.classList.remove("lift");
  dragged = null;
  target(null);
});
table.addEventListener("dragover", (event) => {
  const cell = event.target.closest("td[data-day]");
  if (!dragged || !cell) return;
  event.preventDefault();
  target(cell);
});
table.addEventListener("drop", (event) => {
  const cell = event.target.closest("td[data-day]");
  if (!dragged || !cell) return;
  event.preventDefault();
  const item = dragged;
  const clock = hourIn(cell, item.dataset.clock);
  if (cell.contains(item) && clock === item.dataset.clock) return;
  send(item, cell.dataset.day, clock);
});

// By keys: Space lifts, the arrows carry by half an hour and by a day, Space puts down

let lifted = null; // { item, ghost, day, clock }

function lift(item) {
  const ghost = document.createElement("div");
  ghost.className = "ev ghost";
  ghost.setAttribute("aria-hidden", "true");
  const hour = document.createElement("b");
  const name = document.createElement("bdi");
  name.textContent = item.querySelector("bdi").textContent;
  ghost.append(hour, name);
  item.classList.add("lift");
  lifted = { item, ghost, day: item.dataset.day, clock: item.dataset.clock };
  show();
}

function show() {
  const cell = cellAt(lifted.day, lifted.clock);
  lifted.ghost.firstChild.textContent = shown(lifted.clock);
  if (cell) cell.append(lifted.ghost);
  else lifted.ghost.remove();
  target(cell);
  lifted.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
  said.textContent = `${cell?.dataset.called ?? lifted.day}، ${shown(lifted.clock)}`;
}

function leave() {
  lifted.ghost.remove();
  lifted.item.classList.remove("lift");
  target(null);
  said.textContent = "";
  lifted = null;
}

function carry(days, steps) {
  const all = [...new Set(cells().map((cell) => cell.dataset.day))].sort();
  const first = Math.min(...cells().map((cell) => cell.dataset.from * 60));
  const wanted = Math.floor(minutes(lifted.clock) / STEP) * STEP + steps * STEP;
  const sum = steps ? Math.min(Math.max(wanted, first), 24 * 60 - STEP) : minutes(lifted.clock);
  const place = Math.min(Math.max(all.indexOf(lifted.day) + days, 0), all.length - 1);
  Object.assign(lifted, { day: all[place], clock: clockOf(sum) });
  show();
}

const LATER = isRtl ? "ArrowLeft" : "ArrowRight";
const CARRY = { ArrowLeft: "day", ArrowRight: "day", ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const item = event.target.closest?.("[data-move]");
  if (!lifted) {
    if (event.code !== "Space" || event.target !== item) return;
    event.preventDefault();
    lift(item);
    return;
  }
  const way = CARRY[event.code];
  if (!way && !["Space", "Enter", "Escape", "Tab"].includes(event.code)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const weeks = table.classList.contains("month") ? 7 : 0;
  if (way === "day") carry(event.code === LATER ? 1 : -1, 0);
  else if (way && weeks) carry(way[1] * weeks, 0);
  else if (way) carry(...way);
  else if (event.code === "Escape" || event.code === "Tab") leave();
  else send(lifted.item, lifted.day, lifted.clock);
}, true);

// What was moved is where one goes on.
if (location.hash.startsWith("#hour-")) document.getElementById(location.hash.slice(1))?.focus();
