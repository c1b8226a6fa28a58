/* Reads a chart session by session: under the mouse, under a finger, or with the arrow keys. A line goes over all panels, and
   the words stand below the picture, where they cover nothing. */

for (const figure of document.querySelectorAll("figure[data-readings]")) {
  const { said, papers } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const picture = figure.querySelector(".chart-picture");
  const words = figure.querySelector(".pointed-at");
  let shown = -1;

  const drawn = () => {
    for (const name of ["wide", "narrow"]) {
      const svg = picture.querySelector(`.chart-${name} svg`);
      if (svg.getClientRects().length) return [svg, papers[name]];
    }
    return [];
  };

  function show(index) {
    const [svg, paper] = drawn();
    picture.querySelectorAll(".crosshair").forEach((line) => line.remove());
    shown = index;
    words.textContent = index < 0 ? "" : said[index];
    if (index < 0 || !svg) return;
    const line = document.createElementNS(svg.namespaceURI, "line");
    const ends = { x1: paper.x[index], x2: paper.x[index], y1: paper.top, y2: paper.bottom, class: "crosshair" };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value);
    svg.append(line);
  }

  /* The session whose place is nearest. */
  function nearest(event) {
    const [svg, paper] = drawn();
    if (!svg) return -1;
    const box = svg.getBoundingClientRect();
    const at = (event.clientX - box.left) / box.width * paper.width;
    const away = paper.x.map((x) => Math.abs(x - at));
    return away.indexOf(Math.min(...away));
  }

  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
  function step(event) {
    const last = said.length - 1;
    let next = shown;
    if (event.key in STEPS) next = shown < 0 ? last : Math.min(Math.max(shown + STEPS[event.key], 0), last);
    else if (event.key === "Home") next = 0;
    else if (event.key === "End") next = last;
    else if (event.key === "Escape") next = -1;
    else return;
    event.preventDefault();
    show(next);
  }

  picture.tabIndex = 0;
  picture.addEventListener("pointermove", (event) => show(nearest(event)));
  picture.addEventListener("pointerdown", (event) => show(nearest(event)));
  picture.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") show(-1); });
  picture.addEventListener("keydown", step);
}
