// What came to a live story since the page was made: told politely, shown at a press, never by itself.
const button = document.querySelector("[data-live]");
const list = document.querySelector("[data-entries]");
const SOON = 15e3, LATE = 24e4; // ms between two questions; doubled while nothing answers
let wait = SOON, held = "", newest = Number(button.dataset.newest), first = 0;
const ask = async () => {
  if (document.hidden) return again();
  try {
    const answer = await fetch(`${button.dataset.live}?after=${newest}`);
    if (!answer.ok) throw answer.status;
    const news = await answer.json();
    wait = SOON;
    if (news.number) {
      [held, first] = [news.html, news.newest];
      button.textContent = news.said;
      button.hidden = false;
    }
    if (news.over) return;
  } catch {
    wait = Math.min(wait * 2, LATE);
  }
  again();
};
const again = () => setTimeout(ask, wait);
button.addEventListener("click", () => {
  if ("reload" in button.dataset) return location.reload();
  list.insertAdjacentHTML("afterbegin", held);
  newest = first;
  button.hidden = true;
  document.getElementById(`entry-${first}`)?.focus();
});
document.addEventListener("visibilitychange", () => document.hidden || ask());
again();
