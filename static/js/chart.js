/* Draws the charts of a page with Plotly, over the SVGs that the server made. Without Plotly the SVGs stay.

   Each figure[data-chart] holds as JSON its data, its config and two layouts, "wide" and "narrow". Colours in it are
   names of tokens ("var:d-client"), read from the style sheet each time, so that a redraw follows the colour scheme. */

const WIDE = matchMedia("(min-width: 640px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

/* What a token is in the scheme that holds for this element: the property itself still names both colours. */
function resolved(token, element) {
  element.style.color = `var(--${token})`;
  const colour = getComputedStyle(element).color;
  element.style.color = "";
  return colour;
}

/* The value with every "var:name" in it replaced by the page's --name. */
function coloured(value, element) {
  if (typeof value === "string") return value.startsWith("var:") ? resolved(value.slice(4), element) : value;
  if (Array.isArray(value)) return value.map((part) => coloured(part, element));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, coloured(part, element)]));
}

async function draw(figure) {
  const plot = figure.querySelector(".plot");
  try {
    const { data, config, wide, narrow } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const layout = coloured(WIDE.matches ? wide : narrow, plot);
    plot.style.height = `${layout.height}px`;  // Plotly, resizing, asks its container
    await window.Plotly.react(plot, coloured(data, plot), layout, config);
    figure.classList.add("is-drawn");
    figure.dataset.ready = "true";
  } catch {
    figure.classList.remove("is-drawn");
    delete figure.dataset.ready;
    plot.style.height = "";
    plot.replaceChildren();
  }
}

function drawAll() {
  if (!window.Plotly) return;
  for (const figure of document.querySelectorAll("figure[data-chart]")) draw(figure);
}

function begin() {
  drawAll();
  WIDE.addEventListener("change", drawAll);
  DARK.addEventListener("change", drawAll);
}

if (window.Plotly || document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
