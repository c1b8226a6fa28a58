// The client's pages, on top of working without it: what is chosen is kept while somebody reads, a privacy screen comes
// when nobody does, and a page out of the browser's memory is asked for anew.

const problems = document.getElementById("problems");
if (problems) problems.focus();

addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });
}

const device = document.querySelector("[data-device]");
if (device) {
  const least = Math.min(screen.width, screen.height);
  const touch = matchMedia("(pointer: coarse)").matches;
  device.device_class.value = touch ? (least < 600 ? "phone" : "tablet") : "desktop";
  device.narrow.value = innerWidth < 768 ? "1" : "0";
}

// The secret of a link stands behind its mark, which no browser sends and no log sees.
const code = document.querySelector("[data-code] [name=code]");
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}

const kept = document.querySelector("[data-keep]");
async function keep(leaving) {
  if (!kept) return;
  const body = new URLSearchParams(new FormData(kept));
  if (leaving) body.set("leaving", "1");
  try {
    await fetch(kept.dataset.keep, { method: "POST", body, keepalive: true });
  } catch { /* the next page keeps them */ }
}

// The privacy screen asks when its time is over; the server ends what is over.
const waiting = document.querySelector("[data-ends]");
if (waiting) setTimeout(() => location.replace(waiting.querySelector("a").href), waiting.dataset.ends * 1000);

const { pause } = document.body.dataset;
const AFTER = 3 * 60 * 1000; // as on the server, which has the last word
const KEEP_EVERY = 60 * 1000;
let timer = 0;
let told = Date.now();

async function cover() {
  document.body.hidden = true;
  await keep(true);
  location.replace(pause);
}

function here() {
  if (!pause || location.pathname === pause) return;
  clearTimeout(timer);
  timer = setTimeout(cover, AFTER);
  if (Date.now() - told > KEEP_EVERY) {
    told = Date.now();
    keep(false);
  }
}

for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, here, { passive: true });
here();
