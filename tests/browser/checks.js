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
  if (!element.matches("[type=radio], [type=checkbox]") || !element.labels.length) return own;
  const label = element.labels[0].getBoundingClientRect();
  const [left, top] = [Math.min(own.left, label.left), Math.min(own.top, label.top)];
  return new DOMRect(left, top, Math.max(own.right, label.right) - left, Math.max(own.bottom, label.bottom) - top);
}

/* A finger needs 44 px, a mouse 24. */
function targets() {
  const least = matchMedia("(pointer: coarse)").matches ? 43.9 : 23.9;
  return elements('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')
    .filter((element) => !inSentence(element))
    .map((element) => [element, areaOf(element)])
    .filter(([, area]) => area.width < least || area.height < least)
    .map(([element, area]) => `too small: ${named(element)} ${area.width.toFixed(1)} × ${area.height.toFixed(1)}`);
}

/* What stays in place while the page moves under it. */
function floating() {
  const stays = (element) => ["fixed", "sticky"].includes(getComputedStyle(element).position);
  return elements("body *").filter(stays).map((element) => `floats over the page: ${named(element)}`);
}

/* A full stop or comma that stands on a line without the word it belongs to. */
function lonely() {
  const problems = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const [text, before] = [texts.currentNode, texts.currentNode.previousSibling];
    if (!/^[.,;:)]/.test(text.data) || before?.nodeType !== Node.ELEMENT_NODE || !seen(before) || forScreenReaders(before)) continue;
    const sign = document.createRange();
    sign.setStart(text, 0);
    sign.setEnd(text, 1);
    const box = sign.getBoundingClientRect();
    const word = [...before.getClientRects()].at(-1);
    if (box.width && box.left < word.left + 1 && box.top > word.top + word.height / 2) problems.push(`alone on its line: "${text.data[0]}" after ${named(before)}`);
  }
  return problems;
}

/* One button is filled: the next thing to do. */
function filled() {
  const buttons = elements("button.main, .button.main");
  return buttons.length > 1 ? [`${buttons.length} filled buttons: ${buttons.map(named).join("; ")}`] : [];
}

function spaceText(spaced) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = spaced ? [sheet] : [];
  return [];
}

/* Whether some elements are shown, or stand, otherwise than they did whenever this page was asked before: what axe says of names, roles and
   landmarks rests on that, and not on a width. */
function newShape() {
  const shape = [...document.body.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return [
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }), box.width > 0 && box.height > 0,
      box.right + scrollX <= 0 || box.bottom + scrollY <= 0, style.display.startsWith("table"), style.position, style.overflow, style.clipPath,
    ].join();
  }).join(";");
  window.shapes ??= new Set();
  const before = window.shapes.size;
  return window.shapes.add(shape).size > before;
}

/* What lies behind an element: its own ground and those of the elements around it, up to one that nothing shines through. */
function groundOf(element, known) {
  if (!element) return "";
  if (known.has(element)) return known.get(element);
  const style = getComputedStyle(element);
  const clear = ["rgba(0, 0, 0, 0)", "transparent"].includes(style.backgroundColor);
  const own = [
    clear ? "" : style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position,
  ].join(" ");
  const plain = "none 1 none normal static";
  const around = groundOf(element.parentElement, known);
  const ground = clear && own.trim() === plain ? around : `${own} / ${around}`;
  known.set(element, ground);
  return ground;
}

const written = (style) => [style.color, style.fontSize, style.fontWeight, style.textShadow, style.textDecorationLine].join(" ");

/* Each element with text by its dress: everything on which the contrast of its text rests. Equal dresses have equal contrasts. */
function dressed() {
  const known = new Map();
  const found = new Map();
  for (const element of elements("body, body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.data));
    const field = element.matches("input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea");
    if (!(own || field) || forScreenReaders(element) || element.closest(".chart-picture > div")) continue;
    const sentence = element.closest("a") && written(getComputedStyle(element.closest("p, li, dd, td, caption, div, main") ?? document.body));
    const off = element.closest(":disabled, [aria-disabled=true]") !== null || element.closest("label")?.control?.disabled === true;
    const dress = [written(getComputedStyle(element)), sentence, off, groundOf(element, known)].join(" | ");
    found.set(dress, [...(found.get(dress) ?? []), element]);
  }
  return found;
}

const dresses = () => [...dressed().keys()];

/* Which of these dresses axe finds sound, and what it finds wrong with any. */
async function judged(rules, wanted) {
  const found = dressed();
  const options = { runOnly: { type: "rule", values: rules }, resultTypes: ["violations", "passes"], elementRef: true, preload: false };
  const { violations, passes } = await axe.run({ include: wanted.flatMap((dress) => found.get(dress) ?? []) }, options);
  const nodes = (results, rule) => results.filter(({ id }) => !rule || id === rule).flatMap((result) => result.nodes);
  const wrong = new Set(nodes(violations).map((node) => node.element));
  const right = new Set(nodes(passes, "color-contrast").map((node) => node.element));
  const sound = wanted.filter((dress) => {
    const those = found.get(dress) ?? [];
    return those.some((element) => right.has(element)) && !those.some((element) => wrong.has(element));
  });
  const lines = violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target} ${node.html.slice(0, 160)}`));
  return [sound, lines];
}

/* Unfold the page and look at whatever has the focus each time before Tab is pressed. */
function walk() {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  document.activeElement.blur();
  scrollTo(0, 0);
  const walked = new Set();
  window.walked = { stops: 0, problems: [], ended: false };
  let begun = false;
  addEventListener("keydown", () => {
    const element = document.activeElement;
    if (begun && !window.walked.ended) {
      window.walked.ended = element === document.body || walked.has(element);
      if (!window.walked.ended) window.walked.problems.push(...focused(element));
      window.walked.stops = walked.add(element).size - (element === document.body ? 1 : 0);
    }
    begun = true;
  }, true);
}

/* The part of the focused element (of the label, where that is what is seen) that lies in the window. */
function shownFor(element) {
  const visible = getComputedStyle(element).opacity === "0" ? (element.labels?.[0] ?? element) : element;
  const box = visible.getClientRects()[0];
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  return [visible, new DOMRect(left, top, Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top), box];
}

function focused(element) {
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
