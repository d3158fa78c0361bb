// Whoever writes own words chooses them; without this script the choice is one press more.
addEventListener("input", (event) => {
  const own = event.target.closest(".merge .side")?.querySelector("[type=radio][value=written]");
  if (own) own.checked = true;
});
