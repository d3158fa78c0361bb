// Quick edit in a window of the list: the form of its own page, which works without script too.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-quick]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const form = await formOf(link.href);
  if (!form) return location.assign(link.href);
  link.closest("[popover]")?.hidePopover();
  open(form, link);
});

async function formOf(address) {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-quick-form]");
  } catch {
    return null;
  }
}

function open(form, link) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", form.querySelector("h2").textContent);
  dialog.append(document.adoptNode(form));
  for (const hint of dialog.querySelectorAll("kbd[data-script]")) hint.hidden = false;
  dialog.addEventListener("keydown", (event) => {
    if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-save]"));
  });
  dialog.querySelector("[data-leave]").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.closest("tr")?.querySelector("th a")?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("[name=headline]").focus();
}
