// Saving while somebody types. The text goes to the desk after a pause, with the number of the state
// that it was typed on and of the lease; until the desk has acknowledged that very text a copy stays
// on the device. What cannot be saved here any more is kept beside, as a branch.
import { ask } from "./ask.js";
import { Device } from "./device.js";
import { hasWords, read } from "./fields.js";
import { Lease } from "./lease.js";
import { offer } from "./offer.js";
import { State } from "./state.js";

const PAUSE = 800; // ms without a key; Wagtail waits 500, WordPress 60,000
const LATEST = 10_000; // ms of typing without a pause
const LONGEST_WAIT = 60_000; // ms between two attempts
const WATCH = 1_000; // ms: calendars and pickers change fields without an event
const LOGGED_IN = 5_000; // ms between two looks whether the session is back

const line = document.querySelector("[data-saving]");
if (line && document.querySelector("#article_form")) start(line, document.querySelector("#article_form"));

function start(line, form) {
  const page = line.dataset;
  const note = document.querySelector("[data-lease-note]");
  const messages = [line, note, document.querySelector("[data-device-offer]")];
  const tab = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const aside = page.aside.split(" ");
  const state = new State(line);
  const device = new Device(page.person, page.story, tab);
  const lease = new Lease({ note, tab, person: page.person, on: { gained, held, lost, unheard, reached: online, letting: () => save() } });
  const offered = offer({ form, device, page, read: look, changed: () => { touched = true; keep = true; watch(); } });

  let touched = false; // by a person: until then what changes is the editor settling in
  let acknowledged = read(form, aside); // the text that the desk holds
  let seen = acknowledged;
  let sending = null;
  let timer, firstUnsaved = 0, failures = 0, offlineSince = 0;
  let keep = false, refused = "", over = false, reading = false, leaving = false;

  const isUnsaved = () => seen !== acknowledged;
  const field = (name) => document.querySelector(`input[form=article_form][name=${name}]`);
  field("tab").value = tab;

  function look() {
    return (seen = read(form, aside));
  }

  function watch() {
    const before = seen;
    if (look() === before) return;
    if (!touched) {
      acknowledged = seen;
      return;
    }
    if (over || reading) return;
    lease.typed = true;
    if (!isUnsaved()) {
      device.drop();
      return settle();
    }
    const isKept = device.keep(seen);
    if (["saved", "refused"].includes(state.kind)) state.show("unsaved", { words: isKept ? "" : page.full });
    schedule();
  }

  function schedule() {
    firstUnsaved ||= Date.now();
    if (failures || sending) return;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, firstUnsaved + LATEST - Date.now())));
  }

  function save() {
    return (sending ??= send().finally(() => (sending = null)));
  }

  async function send() {
    clearTimeout(timer);
    if (over || reading || look() === acknowledged) return;
    if (page.story && !lease.isMine) await lease.turn();
    if (over || reading || (page.story && !lease.isMine) || (!page.story && !hasWords(seen))) return;
    const sent = seen;
    if (!failures) state.show("saving");
    const answer = await ask(page.story ? page.autosave : page.begin, typed(), { renew: page.lease || page.begin });
    firstUnsaved = 0;
    if (answer.kind === "ok") arrived(answer.body, sent);
    else if (["network", "server", "session"].includes(answer.kind)) away(answer.kind);
    else if (["section", "refused"].includes(answer.kind)) {
      refused = answer.body.title;
      state.show("refused", { words: refused });
    } else await lost(answer);
  }

  // Everything on the screen, and what it was typed on.
  function typed() {
    const data = new FormData(form);
    for (const [name, value] of Object.entries({ tab, person: page.person, version: page.version, fence: lease.fence })) {
      data.set(name, value);
    }
    if (keep) data.set("keep", "1");
    return data;
  }

  function arrived(body, sent) {
    if (!page.story) begun(body);
    numbered(body.version, body.based_on);
    page.clock = body.saved;
    refused = body.refused;
    acknowledged = refused ? acknowledged : sent;
    failures = offlineSince = 0;
    keep = false;
    if (look() === sent && !refused) device.drop();
    settle();
    if (seen !== sent) schedule();
  }

  function settle() {
    failures = 0;
    if (refused) state.show("refused", { words: refused });
    else if (isUnsaved()) state.show("unsaved");
    else state.show("saved", { words: page.clock });
  }

  function numbered(version, seal) {
    page.version = field("version").value = version;
    const based = form.querySelector("[name=based_on]");
    if (based && seal) based.value = seal;
    field("fence").value = lease.fence;
  }

  // A new story has its address from now on: the next save, and a reload, go there.
  function begun(body) {
    for (const name of ["story", "autosave", "lease", "branch", "change"]) page[name] = body[name];
    form.action = body.change;
    history.replaceState(history.state, "", body.change);
    device.belongsTo(body.story);
    lease.begin(body.lease, body.fence);
  }

  function away(kind) {
    if (kind === "session") {
      state.show("session");
      lease.say("stopc", { title: page.session, text: page.safe }, ["log_in"]);
      failures ||= 1;
      clearTimeout(timer);
      timer = setTimeout(returned, LOGGED_IN);
      return;
    }
    if (!isUnsaved()) return;
    const wait = Math.min(LONGEST_WAIT, 1_000 * 2 ** ++failures);
    if (kind === "network") {
      offlineSince ||= Date.now();
      offline();
    } else state.show("again", { n: Math.round(wait / 1_000) });
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function offline() {
    const minutes = Math.floor((Date.now() - offlineSince) / 60_000);
    state.show("offline", { n: minutes || null });
  }

  async function returned() {
    const answer = await ask(page.lease || page.begin);
    if (answer.kind !== "ok") {
      timer = setTimeout(returned, LOGGED_IN);
      return;
    }
    if (answer.body.person !== page.person) return lost({ kind: "person", body: { title: page.other } });
    lease.hide();
    failures = 0;
    await lease.turn();
    if (isUnsaved()) await save();
    else settle();
  }

  // A beat that nobody answered does not put off the next attempt to save.
  function unheard(kind) {
    if (kind === "session") away(kind);
  }

  // An attempt that is underway by then may have begun without a network: another follows it.
  function online() {
    if (!offlineSince) return;
    clearTimeout(timer);
    if (sending) sending.then(() => offlineSince && online());
    else save();
  }

  // The lease

  async function gained(version) {
    const isNewer = String(version) !== page.version;
    field("fence").value = lease.fence;
    if (isNewer && !isUnsaved()) return again();
    if (reading) open(true);
    reading = false;
    settle();
    offered.allow(true);
    if (isUnsaved()) schedule();
  }

  async function held() {
    // What was typed before the answer came is nobody's loss.
    if (isUnsaved() && !reading) return lost({ kind: "overtaken", body: {} });
    reading = true;
    open(false);
    offered.allow(false);
    state.show("reading");
  }

  function again() {
    leaving = true;
    lease.end();
    location.reload();
  }

  // Another tab or person has the story: this one saves no more, and what it holds is kept beside.
  async function lost({ kind, body }) {
    if (over) return;
    over = true;
    clearTimeout(timer);
    lease.stop();
    open(false);
    offered.allow(false);
    state.show("lost");
    const title = body?.title || page.lost;
    if (kind === "person") return lease.say("stopc", { title, text: page.safe }, ["copy"]);
    if (!isUnsaved()) return lease.say("stopc", { title, text: page.nothing }, ["again"]);
    lease.say("stopc", { title, text: page.keeping }, ["copy"]);
    await branch(title);
  }

  async function branch(title, wait = 1_000) {
    const answer = await ask(page.branch, typed(), { renew: page.lease });
    if (answer.kind === "ok") {
      acknowledged = seen;
      device.drop();
      lease.button("merge").href = answer.body.address;
      return lease.say("stopc", { title, text: answer.body.text }, ["merge", "copy", "again"]);
    }
    if (answer.kind === "session") lease.say("stopc", { title: page.session, text: page.safe }, ["log_in", "copy"]);
    const next = Math.min(LONGEST_WAIT, wait * 2);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return branch(title, next);
  }

  // Everything of the form but the messages in it.
  function open(yes, within = form) {
    for (const part of within.children) {
      if (messages.includes(part)) continue;
      if (messages.some((message) => part.contains(message))) open(yes, part);
      else if (part.querySelector("input, select, textarea, button") || part.matches("button")) part.inert = !yes;
    }
    for (const button of document.querySelectorAll("button[form=article_form]")) button.inert = !yes;
  }

  // The page

  const touch = (event) => (touched ||= event.isTrusted !== false);
  for (const kind of ["keydown", "beforeinput", "input", "paste", "drop", "pointerdown", "change"]) {
    form.addEventListener(kind, touch, true);
  }
  for (const kind of ["input", "change"]) form.addEventListener(kind, watch);
  window.django?.jQuery?.(form).on("change select2:select select2:unselect", watch);
  setInterval(() => {
    watch();
    if (offlineSince && state.kind === "offline") offline();
  }, WATCH);
  addEventListener("online", online);

  // A button waits for the text to be safe; a desk that cannot be reached keeps the page open.
  form.addEventListener("submit", async (event) => {
    watch();
    if (leaving || (!isUnsaved() && !sending && !over && !reading)) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const pressed = event.submitter;
    if (over || reading) return;
    await save();
    if (isUnsaved() && !refused) await save();
    if (over || reading || (isUnsaved() && !refused && (page.story || hasWords(seen)))) return;
    leaving = true;
    form.requestSubmit(pressed);
  });

  addEventListener("beforeunload", (event) => {
    watch();
    if (!leaving && isUnsaved() && !reading) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (isUnsaved() && !over && lease.isMine) navigator.sendBeacon(page.autosave, typed());
    offered.end();
    lease.end();
  });
  addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted && !over && page.story) lease.begin(page.lease);
  });

  lease.button("again").addEventListener("click", again);
  lease.button("copy").addEventListener("click", () => navigator.clipboard?.writeText(offered.plain(seen)));

  if (page.story) lease.begin(page.lease);
  else offered.allow(true);
  offered.look();
}
