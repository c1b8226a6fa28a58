// The page of a hand-over asks where it stands, and is loaded anew when that is another place.

const line = document.querySelector("[data-waiting]");
const EVERY = 3000;

async function ask() {
  try {
    const answer = await fetch(line.dataset.waiting, { redirect: "error" });
    if (answer.ok && (await answer.text()) !== line.dataset.stage) location.reload();
  } catch { /* asked again in a moment */ }
}

setInterval(ask, EVERY);
