// Lines under the search field while somebody types: ARIA's combobox. Without it a plain field.
const field = document.querySelector("input[data-suggest]");
const make = (tag, attributes, ...inside) => {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...inside);
  return made;
};
if (field) {
  const { label, suggest } = field.dataset;
  const list = make("ul", { id: "suggested", role: "listbox", "aria-label": label, hidden: "" });
  const status = make("p", { class: "hidden", role: "status" });
  field.after(list, status);
  const say = (name, value) => field.setAttribute(name, value);
  say("role", "combobox");
  say("aria-autocomplete", "list");
  say("aria-controls", list.id);
  say("aria-expanded", false);
  let timer, asking, at = -1; // the field

  const choose = (place) => {
    list.children[at]?.setAttribute("aria-selected", false);
    at = place;
    const line = list.children[at];
    if (!line) return field.removeAttribute("aria-activedescendant");
    line.setAttribute("aria-selected", true);
    line.scrollIntoView({ block: "nearest" });
    say("aria-activedescendant", line.id);
  };
  const show = (open) => {
    choose(-1);
    list.hidden = !open;
    say("aria-expanded", open);
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    show(false);
  };
  const line = ({ kind, text, url }, place) => make(
    "li",
    { id: `line-${place}`, role: "option", "aria-selected": false, "data-url": url },
    make("bdi", {}, text), " ", make("small", {}, kind),
  );
  const go = (line) => line && location.assign(line.dataset.url);
  const ask = async () => {
    const typed = field.value.trim();
    asking?.abort();
    if (typed.length < 2) return close();
    const { signal } = (asking = new AbortController());
    try {
      const answer = await fetch(`${suggest}?q=${encodeURIComponent(typed)}`, { signal });
      const { lines, said } = await answer.json();
      if (document.activeElement !== field) return;
      list.replaceChildren(...lines.map(line));
      status.textContent = said;
      show(lines.length > 0);
    } catch {}
  };

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 200);
  });
  field.addEventListener("compositionend", ask);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const places = list.children.length + 1;
    const step = { ArrowDown: 1, ArrowUp: places - 1 }[event.key];
    if (step) choose(((at + 1 + step) % places) - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else return;
    event.preventDefault();
  });
  // A press must not take the focus and close the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("li")));
}
