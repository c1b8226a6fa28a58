/* Measures of the page as it stands, called from checks.py. Each gives back lines that say what is wrong. */

const named = (element) => {
  const id = element.id ? `#${element.id}` : "";
  const words = (element.innerText || element.getAttribute("aria-label") || "").trim().slice(0, 40);
  return `${element.localName}${id}.${[...element.classList].join(".")} "${words}"`;
};

const seen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
};

const elements = (selector) => [...document.querySelectorAll(selector)].filter(seen);
const forScreenReaders = (element) => element.closest(".hidden, [aria-hidden=true]") !== null || element.offsetWidth <= 1;

function overflow() {
  const root = document.documentElement;
  const problems = [];
  if (root.scrollWidth > root.clientWidth) {
    const out = elements("body *").filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    problems.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px: ${out.slice(0, 4).map(named).join("; ")}`);
  }
  for (const element of elements("body *")) {
    if (element.matches('[role=region][tabindex="0"]')) continue;
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    if (scrolls && element.scrollWidth > element.clientWidth) problems.push(`scrolls by itself: ${named(element)}`);
  }
  return problems;
}

function clipped() {
  const boxes = elements("a, button, label, summary, legend, .chip, p, li, h1, h2, h3, th, td, caption, figcaption");
  return boxes
    .filter((box) => !forScreenReaders(box) && getComputedStyle(box).display !== "inline")
    .filter((box) => box.scrollWidth > box.clientWidth + 1 || (getComputedStyle(box).overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1))
    .map((box) => `text cut off: ${named(box)} ${box.scrollWidth} in ${box.clientWidth} px`);
}

/* A link among the words of a sentence may be as high as its line (WCAG 2.5.8, "inline"). */
function inSentence(element) {
  if (element.localName !== "a") return false;
  const around = element.closest("p, li, dd, td, caption");
  if (!around) return false;
  const others = [...around.querySelectorAll("a, .chip")].reduce((text, other) => text.replace(other.innerText, ""), around.innerText);
  return getComputedStyle(element).display === "inline" && /\p{L}{2}/u.test(others);
}

function areaOf(element) {
  const own = element.getBoundingClientRect();
  if (!element.matches("[type=radio], [type=checkbox]")) return own;
  const label = element.labels[0].getBoundingClientRect();
  const [left, top] = [Math.min(own.left, label.left), Math.min(own.top, label.top)];
  return new DOMRect(left, top, Math.max(own.right, label.right) - left, Math.max(own.bottom, label.bottom) - top);
}

function targets() {
  return elements('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')
    .filter((element) => !inSentence(element))
    .map((element) => [element, areaOf(element)])
    .filter(([, area]) => area.width < 43.9 || area.height < 43.9)
    .map(([element, area]) => `too small: ${named(element)} ${area.width.toFixed(1)} × ${area.height.toFixed(1)}`);
}

function spaceText(spaced) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = spaced ? [sheet] : [];
  return [];
}

function fromTheTop() {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  document.activeElement.blur();
  scrollTo(0, 0);
  return [];
}

/* The part of the focused element (of the label, where that is what is seen) that lies in the window. */
function shownFor(element) {
  const visible = getComputedStyle(element).opacity === "0" ? element.labels[0] : element;
  const box = visible.getClientRects()[0];
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  return [visible, new DOMRect(left, top, Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top), box];
}

function focused() {
  const element = document.activeElement;
  if (element === document.body || element.dataset.walked) {
    for (const walked of document.querySelectorAll("[data-walked]")) delete walked.dataset.walked;
    return ["end"];
  }
  element.dataset.walked = "true";
  const [visible, area, box] = shownFor(element);
  const style = getComputedStyle(visible);
  const problems = [];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push(`no focus ring: ${named(element)}`);
  const whole = area.width > box.width - 1 && (area.height > box.height - 1 || box.height > innerHeight / 2);
  if (!whole) return [...problems, `focused outside the window: ${named(element)} ${JSON.stringify(box)}`];
  for (const [x, y] of [[0.5, 0.5], [0.1, 0.15], [0.9, 0.85]]) {
    const hit = document.elementFromPoint(area.left + area.width * x, area.top + area.height * y);
    const mine = hit && (visible.contains(hit) || hit === element || element.contains(hit) || hit.contains(visible) && !getComputedStyle(hit).position.match("sticky|fixed"));
    if (!mine) return [...problems, `covered while focused: ${named(element)} by ${hit ? named(hit) : "nothing"}`];
  }
  return problems;
}
