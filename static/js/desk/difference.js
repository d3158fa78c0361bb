// Two texts of a form side by side in words: what goes is <del>, what comes is <ins>.
import { named } from "./fields.js";

const LONGEST = 400; // words compared one by one on each side, after the equal ends are set aside

const plain = (value) =>
  new DOMParser().parseFromString(value.replace(/<\/(p|h\d|li|td|figure)>/g, "$& "), "text/html")
    .body.textContent.replace(/\s+/g, " ").trim();

const shown = ([values, labels]) =>
  labels.length ? labels.join("، ") : values.map((value) => (value.includes("<") ? plain(value) : value)).join("، ");

// A <div> for every field that differs; `labelOf` names a field.
export function difference(now, then, labelOf) {
  const was = named(now);
  return [...named(then)]
    .filter(([name, rest]) => was.has(name) && String(was.get(name)[0]) !== String(rest[0]))
    .map(([name, rest]) => {
      const row = document.createElement("div");
      const label = document.createElement("b");
      const words = document.createElement("p");
      label.textContent = labelOf(name);
      words.dir = "auto";
      words.append(...marked(shown(was.get(name)), shown(rest)));
      row.append(label, words);
      return row;
    });
}

function marked(was, now) {
  const old = was.split(" ").filter(Boolean);
  const young = now.split(" ").filter(Boolean);
  let start = 0;
  while (start < Math.min(old.length, young.length) && old[start] === young[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, young.length) - start && old.at(-1 - end) === young.at(-1 - end)) end++;
  const middle = steps(old.slice(start, old.length - end), young.slice(start, young.length - end));
  const same = (words) => (words.length ? [`${words.join(" ")} `] : []);
  return [
    ...same(old.slice(0, start)),
    ...middle.flatMap(([tag, words]) => (tag ? [mark(tag, words), " "] : same(words))),
    ...same(end ? old.slice(-end) : []),
  ];
}

function mark(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words.join(" ");
  return made;
}

// The longest common row of words; long stretches are one change.
function steps(old, young) {
  if (!old.length && !young.length) return [];
  if (old.length > LONGEST || young.length > LONGEST) return parts([["del", old], ["ins", young]]);
  const best = old.map(() => new Uint16Array(young.length + 1));
  best.push(new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      best[i][j] = old[i] === young[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const found = [];
  for (let i = 0, j = 0; i < old.length || j < young.length; ) {
    if (i < old.length && j < young.length && old[i] === young[j]) found.push(["", [old[i++]], j++]);
    else if (j >= young.length || (i < old.length && best[i + 1][j] >= best[i][j + 1])) found.push(["del", [old[i++]]]);
    else found.push(["ins", [young[j++]]]);
  }
  return parts(found);
}

// Neighbours of one kind together.
function parts(found) {
  const joined = [];
  for (const [tag, words] of found) {
    if (!words.length) continue;
    if (joined.at(-1)?.[0] === tag) joined.at(-1)[1].push(...words);
    else joined.push([tag, [...words]]);
  }
  return joined;
}
