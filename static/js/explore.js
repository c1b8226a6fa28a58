/* A chart to look into: Plotly draws it over the server's picture, with series to choose from and two files to take.
   Without Plotly the picture stays.

   figure[data-chart] holds as JSON its data, its layout and its config. Colours in it are names of tokens ("var:d-client"),
   read from the style sheet each time, so that a redraw follows the colour scheme. */

const DARK = matchMedia("(prefers-color-scheme: dark)");

/* What a token is in the scheme that holds for this element: the property itself still names both colours. */
function resolved(token, element) {
  element.style.color = `var(--${token})`;
  const colour = getComputedStyle(element).color;
  element.style.color = "";
  return token === "sans" ? getComputedStyle(element).fontFamily : colour;
}

/* The value with every "var:name" in it replaced by the page's --name. */
function coloured(value, element) {
  if (typeof value === "string") return value.startsWith("var:") ? resolved(value.slice(4), element) : value;
  if (Array.isArray(value)) return value.map((part) => coloured(part, element));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, coloured(part, element)]));
}

const figure = document.querySelector("figure[data-chart]");
const plot = figure.querySelector(".plot");
const told = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
const hiddenSeries = new Set();

async function draw() {
  if (!window.Plotly) return;
  try {
    const layout = coloured(told.layout, plot);
    const data = coloured(told.data, plot).map((trace, n) => ({ ...trace, visible: !hiddenSeries.has(n) }));
    plot.style.height = `${layout.height}px`;  // Plotly, resizing, asks its container
    await window.Plotly.react(plot, data, layout, told.config);
    figure.classList.add("is-drawn");
    figure.dataset.ready = "true";
  } catch {
    figure.classList.remove("is-drawn");
    delete figure.dataset.ready;
    plot.style.height = "";
    plot.replaceChildren();
  }
}

/* The traces that go with this one: itself, and what bears the name of its group. */
function together(trace, n) {
  return told.data.flatMap((other, m) => (m === n || (trace.legendgroup && other.legendgroup === trace.legendgroup) ? [m] : []));
}

/* One tick box for each series; the first trace is what is read of a session, or words beside a series, and is none.
   Where all is one series without a name, there is nothing to choose. */
function offerSeries() {
  const place = figure.querySelector("[data-series]");
  told.data.forEach((trace, n) => {
    if (n === 0 || !trace.name || trace.showlegend === false) return;
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      for (const m of together(trace, n)) {
        if (box.checked) hiddenSeries.delete(m);
        else hiddenSeries.add(m);
      }
      draw();
    });
    const label = document.createElement("label");
    label.append(box, ` ${trace.name}`);
    place.append(label);
  });
  place.hidden = place.children.length === 0;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/* A spreadsheet reads what begins so as a formula. */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const TOOLS = {
  whole: () => window.Plotly.relayout(plot, { "xaxis.autorange": true }).then(draw),
  svg: () => window.Plotly.downloadImage(plot, { format: "svg", width: plot.clientWidth, height: told.layout.height, filename: "chart" }),
  csv: () => {
    const rows = [...figure.querySelectorAll(".chart-numbers tr")];
    const lines = rows.map((row) => [...row.cells].map((one) => cell(one.textContent.trim())).join(","));
    save(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }), "chart.csv");
  },
};

function offerTools() {
  const tools = figure.querySelector("[data-tools]");
  for (const button of tools.querySelectorAll("button")) button.addEventListener("click", () => TOOLS[button.dataset.tool]());
  tools.hidden = false;
}

function begin() {
  if (!window.Plotly) return;
  offerSeries();
  offerTools();
  draw();
  DARK.addEventListener("change", draw);
}

if (window.Plotly || document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
