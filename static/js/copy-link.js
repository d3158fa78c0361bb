// Copy a story's short address. The page says every word (data-*); without this file no button shows.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const { copy, copied, chosen } = button.dataset;
  const status = button.nextElementSibling;
  const hand = (event) => {
    event.clipboardData.setData("text/plain", copy);
    event.preventDefault();
  };
  // Where there is no clipboard (plain http) or it is refused: choose the text, try the old way.
  const choose = () => {
    getSelection().selectAllChildren(button.previousElementSibling);
    document.addEventListener("copy", hand);
    status.textContent = document.execCommand("copy") ? copied : chosen;
    document.removeEventListener("copy", hand);
  };
  button.addEventListener("click", () => {
    status.textContent = "";
    if (!navigator.clipboard) return choose();
    navigator.clipboard.writeText(copy).then(() => (status.textContent = copied), choose);
  });
  button.hidden = false;
}
