// The page of a hand-over asks where it stands. When that is another place it says so, and shows what is there now,
// without being loaded anew.

const line = document.querySelector("[data-waiting]");
const EVERY = 3000;
const RUNNING = ["waiting", "open"];

async function show() {
  const answer = await fetch(location.href, { redirect: "error" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-waiting]");
  line.textContent = now.textContent;
  line.dataset.stage = now.dataset.stage;
  document.querySelector("[data-rest]").replaceWith(page.querySelector("[data-rest]"));
}

async function ask() {
  try {
    const answer = await fetch(line.dataset.waiting, { redirect: "error" });
    if (answer.ok && (await answer.text()) !== line.dataset.stage) await show();
  } catch { /* asked again in a moment */ }
  if (RUNNING.includes(line.dataset.stage)) setTimeout(ask, EVERY);
}

setTimeout(ask, EVERY);
