// In how many rows the answers to the questions of a measure lie on this screen goes along with the rating, whenever its form is read.

const visible = (option) => option.getClientRects().length > 0;

function rows(scale) {
  const options = [...scale.querySelectorAll(".options .option")].filter(visible);
  return new Set(options.map((option) => option.offsetTop)).size;
}

function layout(field) {
  const seen = new Set();
  for (let next = field.nextElementSibling; next?.matches(".scale"); next = next.nextElementSibling) seen.add(rows(next));
  if (seen.size !== 1) return "";
  return { 1: "one_row", 2: "two_rows" }[[...seen][0]] ?? "";
}

for (const field of document.querySelectorAll("[data-layout]")) {
  field.form.addEventListener("formdata", ({ formData }) => formData.set(field.name, layout(field)));
}
