// Ctrl+K: one line that finds places of the panel, acts of this screen and stories by their
// headline. What it offers is there to be pressed without it: it only presses links and buttons.
const dialog = document.querySelector("dialog[data-command]");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("[role=listbox]");
const WAIT = 180; // ms between the last letter and the question, about a typist's pause
const MOST = 8; // of each kind: nobody reads further

// Any spelling: without marks and tatweel, hamza and the two last letters folded.
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
  .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647")
  .toLowerCase().replace(/\s+/g, " ").trim();

const PLACES = ".rail a.to, .rail .box a, .bar > a.btn, .bar .box a.go, .tabs a";
const ACTS = "main button.btn[type=submit], main button.btn:not([type]), main a.btn, .ed-bar button, .ed-bar a.btn, .bar .box button.go, #result_list .cur :is([data-claim], [data-quick])";

function named(part) {
  const copy = part.cloneNode(true);
  for (const extra of copy.querySelectorAll("kbd, .count, svg, .num")) extra.remove();
  return (copy.textContent.trim() || part.getAttribute("aria-label") || "").replace(/\s+/g, " ").replace(/…$/, "");
}

// A folded menu counts as there; what is hidden for this person or this state does not.
const isThere = (part) => !part.disabled && !part.closest("[hidden], dialog, .actions, .object-tools[hidden]");

function collected(selector, kind) {
  const seen = new Set();
  return [...document.querySelectorAll(selector)].filter(isThere).flatMap((part) => {
    const called = named(part);
    if (!called || seen.has(called)) return [];
    seen.add(called);
    return [{ called, kind, take: () => part.click() }];
  });
}

let offered = [];
let asking;

function show(found) {
  offered = found;
  list.replaceChildren(...found.map((one, place) => {
    const row = document.createElement("li");
    row.id = `command-${place}`;
    row.setAttribute("role", "option");
    const name = document.createElement("bdi");
    name.textContent = one.called;
    const kind = document.createElement("span");
    kind.className = "small mute end";
    kind.textContent = list.dataset[one.kind];
    row.append(name, kind);
    row.addEventListener("click", () => take(place));
    return row;
  }));
  dialog.querySelector("[data-none]").hidden = found.length > 0;
  dialog.querySelector("[data-count]").textContent = found.length || dialog.querySelector("[data-none]").textContent;
  stand(0);
}

function stand(place) {
  for (const row of list.children) row.setAttribute("aria-selected", "false");
  const row = list.children[(place + offered.length) % (offered.length || 1)];
  row?.setAttribute("aria-selected", "true");
  row?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", row?.id ?? "");
}

const standing = () => [...list.children].findIndex((row) => row.getAttribute("aria-selected") === "true");

function take(place) {
  const chosen = offered[place];
  if (!chosen) return;
  dialog.close();
  chosen.take();
}

// The list's own search: who may see which story is decided there.
async function stories(words, signal) {
  const address = `${dialog.dataset.stories}?q=${encodeURIComponent(words)}`;
  const answer = await fetch(address, { signal });
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("#result_list tbody th a")].slice(0, MOST).map((link) => {
    const to = link.getAttribute("href");
    return { called: link.querySelector(".story-name")?.textContent ?? link.textContent, kind: "story", take: () => location.assign(to) };
  });
}

function find() {
  const words = fold(input.value).split(" ");
  const holds = ({ called }) => words.every((word) => fold(called).includes(word));
  const acts = collected(ACTS, "acts").filter(holds);
  const places = collected(PLACES, "places").filter(holds).filter(({ called }) => !acts.some((act) => act.called === called));
  const near = [...places.slice(0, MOST), ...acts.slice(0, MOST)];
  show(near);
  asking?.abort();
  if (!input.value.trim() || !dialog.dataset.stories) return;
  asking = new AbortController();
  const { signal } = asking;
  setTimeout(async () => {
    if (signal.aborted) return;
    const found = await stories(input.value, signal).catch(() => []);
    if (signal.aborted || !found.length) return;
    const place = standing();
    show([...near, ...found]);
    stand(Math.max(place, 0));
  }, WAIT);
}

export function open() {
  if (!dialog || document.querySelector("dialog[open]")) return;
  input.value = "";
  dialog.showModal();
  find();
}

if (dialog) {
  for (const button of document.querySelectorAll("[data-command-open]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  input.addEventListener("input", find);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    take(standing());
  });
  dialog.addEventListener("close", () => asking?.abort());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (event.code === "Escape") {
      event.preventDefault(); // a search field would first be emptied
      dialog.close();
    } else if (step) {
      event.preventDefault();
      stand(standing() + step);
    }
  });
}
