// What every page gets on top of working without it: the summary of errors takes the focus, a form is sent once, digits
// choose an answer, and the buttons that print and copy show.

const problems = document.getElementById("problems");
if (problems) problems.focus();

// What has a client's data on it is printed once the audit trail has it.
for (const button of document.querySelectorAll("[data-print]")) {
  const told = button.parentElement.querySelector("[data-printed]");
  const { print: what, of, token: csrf_token } = button.dataset;
  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = "";
    try {
      const body = new URLSearchParams({ what, of, csrf_token });
      const answer = await fetch("/printed", { method: "POST", body });
      if (!answer.ok) throw new Error(answer.status);
      window.print();
    } catch {
      told.textContent = "Not printed, because it could not be recorded. Load the page again and try once more.";
    }
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      told.textContent = "Copied.";
    } catch { // not on a secure address: the text is selected, and the keyboard copies it
      told.textContent = "Selected. Press Ctrl C or ⌘ C to copy.";
    }
  });
}

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault(); // a double click; the server would store it once all the same
    if (!("download" in form.dataset)) form.dataset.sent = "true"; // after a download the page stays, and may ask again
  });
}
// A page that comes back by the Back button may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

for (const field of document.querySelectorAll("[data-device] [name=device_class]")) {
  const narrow = Math.min(screen.width, screen.height);
  const touch = window.matchMedia("(pointer: coarse)").matches;
  field.value = touch ? (narrow < 600 ? "phone" : "tablet") : "desktop";
}

// Digits work only while an answer of the group has the focus, so they never surprise anyone elsewhere on the page.
const choose = (radio) => {
  radio.checked = true;
  radio.focus();
};

for (const scale of document.querySelectorAll("[data-scale]")) {
  const radios = [...scale.querySelectorAll("input[type=radio]:not(.none *)")];
  let typed = "";
  let timer = 0;
  scale.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      choose(event.key === "Home" ? radios[0] : radios[radios.length - 1]);
      return;
    }
    if (!/^[0-9]$/.test(event.key)) return;
    const wanted = [typed + event.key, event.key].find((text) => radios.some((radio) => radio.value === text));
    if (wanted === undefined) return;
    event.preventDefault();
    choose(radios.find((radio) => radio.value === wanted));
    typed = event.key;
    clearTimeout(timer);
    timer = setTimeout(() => { typed = ""; }, 1000);
  });
}

// A digit goes to the answer of that number.
const byDigit = (group, answers, go) => group.addEventListener("keydown", (event) => {
  const answer = /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && answers[event.key - 1];
  if (!answer) return;
  event.preventDefault();
  go(answer);
});

for (const group of document.querySelectorAll("[data-digits]")) {
  byDigit(group, [...group.querySelectorAll("input[type=radio]")], choose);
}

// Answers that store themselves: a digit goes to one while another has the focus, and Enter sends it. A tap that was meant for the
// page before is no answer.
for (const group of document.querySelectorAll("[data-taps]")) {
  byDigit(group, [...group.querySelectorAll("button")], (button) => button.focus());
  addEventListener("pageshow", () => {
    delete group.dataset.ready;
    setTimeout(() => { group.dataset.ready = ""; }, 700);
  });
  group.addEventListener("click", (event) => {
    if ("ready" in group.dataset) return;
    event.preventDefault();
    document.activeElement.blur(); // nor does Enter send what was not meant
  });
}

// What is settled goes with the tension that is taken back; and a view given after the client's answers were begun is
// ticked as such, which can be unticked.
for (const strain of document.querySelectorAll(".strain")) {
  strain.addEventListener("change", (event) => {
    const { name, value, form } = event.target;
    if (name !== "strain" && !name.endsWith(".strain")) return;
    if (value === "none" || value === "") {
      for (const radio of strain.querySelectorAll(".settled input")) radio.checked = false;
    }
    const known = strain.parentElement.querySelector("[data-known] input");
    const theirs = `[name^="${name.split(".")[0]}.client."]`;
    const begun = [...form.querySelectorAll(theirs)].some((f) => (f.type === "radio" ? f.checked : f.value));
    if (known && begun) known.checked = true;
  });
}

// A marker leads to what stands behind its sentence, which is folded.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const folded = target?.closest("details");
  if (!folded || folded.open) return;
  folded.open = true;
  target.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", unfold);
unfold();
