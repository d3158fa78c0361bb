// The line that says whether the text is safe. Its words come from the page.

const GLYPHS = {
  saved: ["cloud", "live"], saving: ["spin", ""], unsaved: ["edit", "warn"], offline: ["off", "warn"],
  again: ["stop", "stopc"], session: ["key", "stopc"], refused: ["stop", "warn"], lost: ["lock", "stopc"],
  reading: ["lock", "warn"],
};

// Without a number.
const NOW = { saving: "savingNow", offline: "offlineNow" };

export class State {
  constructor(line) {
    this.line = line;
    this.said = line.querySelector("[data-said]");
    this.rules = new Intl.PluralRules(document.documentElement.lang || "ar");
  }

  show(kind, { n = null, words = "" } = {}) {
    const [glyph, level] = GLYPHS[kind];
    const text = [n === null ? this.line.dataset[NOW[kind] ?? kind] : this.counted(kind, n), words];
    const said = text.filter(Boolean).join(" ");
    this.kind = kind;
    this.line.className = `save ${level}`;
    this.line.querySelector("use").setAttribute("href", `#${glyph}`);
    if (this.said.textContent !== said) this.said.textContent = said;
  }

  // The sentence for a number, by its plural category, in the figures of the house.
  counted(kind, n) {
    const forms = JSON.parse(this.line.dataset[kind]);
    const figures = this.line.dataset.figures === "arab"
      ? String(n).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit]) : n;
    return forms[this.rules.select(n)].replace("%n", figures);
  }
}
