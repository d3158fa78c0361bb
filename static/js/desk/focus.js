// The focus point by a press on the picture; its two fields hold it, and may be typed into as well.
const stage = document.querySelector("[data-stage]");
const across = document.getElementById("id_focus_x");
const down = document.getElementById("id_focus_y");

if (stage && across && down) {
  const image = stage.querySelector("img");
  const drawing = stage.querySelector("svg");
  const point = stage.querySelector("circle");
  const show = () => {
    drawing.setAttribute("height", image.clientHeight);
    point.setAttribute("cx", Number(across.value) * 100);
    point.setAttribute("cy", Number(down.value) * 100);
  };
  image.addEventListener("click", (event) => {
    const box = image.getBoundingClientRect();
    across.value = ((event.clientX - box.x) / box.width).toFixed(2);
    down.value = ((event.clientY - box.y) / box.height).toFixed(2);
    show();
  });
  for (const field of [across, down]) field.addEventListener("input", show);
  addEventListener("resize", show);
  image.complete ? show() : image.addEventListener("load", show);
}
