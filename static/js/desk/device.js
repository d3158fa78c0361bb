// A copy of what was typed on this device, from the first key until the desk has acknowledged it.
// One key for each person, story and tab: the copies of two tabs do not overwrite one another, and
// nobody is shown another person's. A tab that lives holds a lock by the name of its copy.

const PREFIX = "desk";

export class Device {
  constructor(person, story, tab) {
    this.person = person;
    this.tab = tab;
    this.belongsTo(story);
  }

  belongsTo(story) {
    const was = this.key;
    this.key = [PREFIX, this.person, story || "new", this.tab].join(":");
    if (was) {
      const held = localStorage.getItem(was);
      if (held) localStorage.setItem(this.key, held);
      localStorage.removeItem(was);
    }
    navigator.locks?.request(this.key, () => new Promise(() => {}));
  }

  // Whether it could be kept: a full or forbidden store is no reason to lose the next key.
  keep(text) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), text }));
      return true;
    } catch {
      return false;
    }
  }

  drop(key = this.key) {
    try {
      localStorage.removeItem(key);
    } catch {}
  }

  // Copies of this person and story whose tabs are gone, the newest first.
  async orphans() {
    try {
      const mine = this.key.slice(0, -this.tab.length);
      const alive = (await navigator.locks?.query())?.held.map((lock) => lock.name) ?? [];
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(mine) && key !== this.key && !alive.includes(key))
        .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
        .sort((one, other) => other.at - one.at);
    } catch {
      return [];
    }
  }
}
