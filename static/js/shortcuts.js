// Single keys for staff; the page loads this only while its reader has them switched on. The focus is the selection: j and
// k move it from row to row, Enter opens what it is on, as everywhere. Help lists the keys.

const ROWS = "table.rows tbody tr";
const SEQUENCE = 1500; // ms in which a letter after g counts
const inField = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

let typed = false; // a form was begun: no key leads away from it
let since = -SEQUENCE; // when g was pressed

addEventListener("input", (event) => { typed ||= Boolean(event.target.closest("form[method=post]:not([role=search])")); });

const go = (link) => {
  if (link && !typed) location.assign(link.href);
  return Boolean(link);
};
const nav = (key) => document.querySelector(`header [data-key="${key}"]`);
const row = () => document.activeElement.closest(ROWS);

function step(by) {
  const rows = [...document.querySelectorAll(ROWS)];
  if (!rows.length) return false;
  const at = rows.indexOf(row());
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[next].querySelector("th a, summary").focus();
  return true;
}

function leave() {
  if (!row()) return false;
  document.activeElement.blur();
  return true;
}

function select() {
  const box = row()?.querySelector(".pick input");
  if (box) box.checked = !box.checked;
  return Boolean(box);
}

function into(field) {
  const found = document.querySelector(`${field}:not([type=hidden])`);
  found?.closest("details")?.setAttribute("open", "");
  found?.focus();
  return Boolean(found);
}

function box() {
  const link = document.querySelector("header [data-find-box]");
  link?.click();
  return Boolean(link);
}

function help() {
  const link = nav("h");
  if (link && !typed) location.assign(`${link.href}#keys`);
  return Boolean(link);
}

// In a text of the library: on to the next marker behind a sentence.
function marker() {
  const all = [...document.querySelectorAll("[data-markers] a.marker")];
  const next = all[all.indexOf(document.activeElement) + 1] ?? all[0];
  next?.closest("details")?.setAttribute("open", "");
  next?.focus();
  return Boolean(next);
}

const KEYS = {
  "?": help,
  j: () => step(1),
  k: () => step(-1),
  n: () => go(row()?.querySelector(".act a[data-log]")),
  x: select,
  s: () => into("#together input"),
  "/": () => into("#code") || into("#typed") || box(),
  m: marker,
  h: () => go(row()?.querySelector(".act a[data-hand-over]")),
  Escape: leave,
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || inField(event.target)) return;
  const second = event.timeStamp - since < SEQUENCE;
  since = event.key === "g" ? event.timeStamp : -SEQUENCE;
  const done = second ? go(nav(event.key)) : KEYS[event.key]?.();
  if (done) event.preventDefault();
});
