// The box that finds clients and texts without a page load: opened by its link or by "/", asked while one types, left by
// Escape. Arrow keys go through what was found, Enter opens it. Nothing of it is in an address.
const PAUSE = 250; // ms without a key before it asks
const link = document.querySelector("header [data-find-box]");

function opened(box, field, results) {
  let asked = 0;
  let waiting;

  async function ask() {
    clearTimeout(waiting);
    waiting = undefined;
    const mine = ++asked;
    const sent = new FormData();
    sent.set("csrf_token", document.querySelector("header [name=csrf_token]").value);
    sent.set("looked_for", field.value);
    try {
      const answer = await fetch(link.href, { method: "POST", body: sent, headers: { "X-Part": "results" } });
      if (answer.redirected || !answer.ok) return location.assign(link.href); // signed out meanwhile: that page says so
      const text = await answer.text();
      if (mine === asked) results.replaceChildren(...new DOMParser().parseFromString(text, "text/html").body.childNodes);
    } catch {
      if (mine === asked) results.textContent = "No connection. What you typed is still here.";
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("keydown", async (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      if (waiting) await ask();
      results.querySelector("a")?.click();
    } else if (by) {
      event.preventDefault();
      const links = [...results.querySelectorAll("a")];
      (links[links.indexOf(document.activeElement) + by] ?? field).focus();
    }
  });
  box.addEventListener("close", () => {
    clearTimeout(waiting);
    asked += 1;
    field.value = "";
    results.replaceChildren();
  });
}

function made() {
  const box = Object.assign(document.createElement("dialog"), { className: "find-box" });
  box.setAttribute("aria-label", "Find");
  // No search field: there, Escape empties the field and leaves the box open.
  const field = Object.assign(document.createElement("input"), { type: "text", autocomplete: "off", id: "find-all" });
  field.setAttribute("aria-label", link.dataset.findBox);
  field.placeholder = link.dataset.findBox;
  const results = document.createElement("div");
  results.setAttribute("role", "status");
  box.append(field, results);
  document.body.append(box);
  opened(box, field, results);
  return box;
}

if (link && "showModal" in HTMLDialogElement.prototype) {
  let box;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    box ??= made();
    box.showModal();
    box.querySelector("input").focus();
  });
}
