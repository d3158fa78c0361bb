// Whether this tab may save the story: asks for it, beats while it has it, shows who else does.
import { ask } from "./ask.js";

const BEAT = 15_000; // ms, as articles/leases.py has it: four missed beats and it is free
const SOON = 5_000; // while somebody waits for an answer

export class Lease {
  fence = "";
  typed = false;

  // on: gained(version), held(), lost(answer), unheard(kind), reached()
  constructor({ note, tab, person, on }) {
    Object.assign(this, { note, tab, person, on });
    for (const act of ["ask_for", "take", "let_go"]) {
      this.button(act)?.addEventListener("click", () => this.press(act));
    }
    this.button("later")?.addEventListener("click", () => this.hide());
    document.addEventListener("visibilitychange", () => document.hidden || this.turn());
  }

  button = (act) => this.note.querySelector(`[data-act=${act}]`);

  get isMine() {
    return this.fence !== "";
  }

  // The page that stood in this tab before, if it was one of this story: it is taken over from.
  begin(address, fence = "") {
    this.address = address;
    this.fence = String(fence);
    const kept = `lease:${address}`;
    this.heirOf = sessionStorage.getItem(kept) ?? "";
    sessionStorage.removeItem(kept);
    return this.isMine ? this.again() : this.turn();
  }

  // The page goes: the next one in this tab is its heir, even if the answer to the question of this
  // one is still on its way; and everybody else finds the story free.
  end() {
    if (!this.address || this.over) return;
    sessionStorage.setItem(`lease:${this.address}`, this.tab);
    if (!this.isMine) return;
    navigator.sendBeacon(this.address, this.fields("let_go"));
    this.fence = "";
    clearTimeout(this.timer);
  }

  fields(act) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    data.set("act", act);
    data.set("tab", this.tab);
    data.set("person", this.person);
    data.set("fence", this.fence);
    if (this.heirOf) data.set("heir_of", this.heirOf);
    return data;
  }

  again(wait = BEAT) {
    clearTimeout(this.timer);
    if (!this.over) this.timer = setTimeout(() => this.turn(), wait);
  }

  stop() {
    this.over = true;
    this.fence = "";
    clearTimeout(this.timer);
  }

  async turn() {
    if (!this.address || this.over) return;
    const data = this.fields(this.isMine ? "beat" : "ask");
    if (this.typed) data.set("typed", "1");
    this.typed = false;
    await this.tell(await ask(this.address, data, { renew: this.address }), this.isMine);
    this.again(this.asking ? SOON : BEAT);
  }

  async press(act) {
    const question = this.button(act).dataset.question;
    if (question && !confirm(question)) return;
    if (act === "let_go") await this.on.letting();
    const answer = await ask(this.address, this.fields(act), { renew: this.address });
    if (act === "let_go" && answer.kind === "ok") {
      this.fence = "";
      this.on.held();
      return this.hide() ?? this.again();
    }
    if (act === "ask_for") {
      this.asking = answer.kind === "ok";
      if (this.asking) this.say("warn", { title: this.button(act).dataset.done }, ["take"]);
      return this.again(SOON);
    }
    await this.tell(answer, this.isMine);
  }

  async tell({ kind, body }, was) {
    if (kind === "ok") {
      this.fence = String(body.fence);
      if (!was) {
        this.hide();
        this.asking = false;
        await this.on.gained(body.version);
      }
      this.on.reached();
      if (body.asks) this.say("warn", { title: body.asks }, ["let_go", "later"]);
    } else if (kind === "held") {
      if (!this.asking) this.say("warn", body, body.own ? ["take"] : ["ask_for", "take"]);
      this.on.held();
    } else if (["overtaken", "denied", "person"].includes(kind)) this.on.lost({ kind, body });
    else this.on.unheard(kind);
  }

  // One message: what happened, what is safe, what to do.
  say(level, { title = "", text = "" }, acts = []) {
    const said = `${title} ${text}`;
    this.note.className = `msg ${level}`;
    for (const [part, words] of [["title", title], ["text", text]]) {
      const place = this.note.querySelector(`[data-${part}]`);
      if (place.textContent !== words) place.textContent = words;
    }
    for (const button of this.note.querySelectorAll("[data-act]")) {
      button.hidden = !acts.includes(button.dataset.act);
    }
    this.note.hidden = said.trim() === "";
  }

  hide() {
    this.note.hidden = true;
  }
}
