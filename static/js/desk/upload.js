// Pictures dropped, pasted or chosen: each is sent alone, with its own progress and its own answer.
// Without this script the form sends them together.
const form = document.querySelector("[data-upload]");
const box = document.querySelector("[data-uploads]");
const list = box?.querySelector("ul");
const AT_ONCE = 2; // a server decodes each in a process of its own
const queue = [];
let busy = 0;

function line(file) {
  const row = document.createElement("li");
  row.className = "row gap3";
  const name = document.createElement("b");
  name.className = "grow";
  const bdi = document.createElement("bdi");
  bdi.textContent = file.name;
  name.append(bdi);
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  row.append(name, bar);
  list.prepend(row);
  box.hidden = false;
  return { row, bar };
}

function link(address, words) {
  const to = document.createElement("a");
  to.className = "btn s";
  to.href = address;
  to.textContent = words;
  return to;
}

function say(row, words, look) {
  const said = document.createElement("span");
  said.className = look;
  said.textContent = words;
  row.append(said);
}

function send(file) {
  busy += 1;
  const { row, bar } = line(file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => { bar.value = event.loaded / (event.total || 1); });
  request.addEventListener("loadend", () => {
    busy -= 1;
    bar.remove();
    const answer = request.response;
    if (answer?.refused) say(row, answer.refused, "c-stop");
    else if (!answer?.address) say(row, form.dataset.failed, "c-stop");
    else {
      const image = document.createElement("img");
      image.src = answer.image;
      image.alt = "";
      row.prepend(image);
      say(row, answer.said || form.dataset.taken, answer.said ? "c-warn" : "c-live");
      if (answer.other) row.append(link(answer.other, form.dataset.there));
      if (answer.other !== answer.address) row.append(link(answer.address, form.dataset.words));
    }
    next();
  });
  const data = new FormData();
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("files", file);
  request.send(data);
}

function next() {
  while (busy < AT_ONCE && queue.length) send(queue.shift());
}

function take(files) {
  queue.push(...[...files].filter((file) => file.type.startsWith("image/")));
  next();
}

if (form) {
  for (const words of form.querySelectorAll("[data-script-words]")) words.hidden = false;
  const input = form.elements.files;
  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    take(input.files);
    input.value = "";
  });
  for (const kind of ["dragenter", "dragover"]) {
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("hot"); });
  }
  form.addEventListener("dragleave", () => form.classList.remove("hot"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("hot");
    take(event.dataTransfer.files);
  });
  addEventListener("paste", (event) => event.clipboardData?.files.length && take(event.clipboardData.files));
}
