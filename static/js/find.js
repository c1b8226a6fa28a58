// Typing a code or initials leaves the rows that match. Nothing is sent.
const field = document.querySelector("[data-find]");
if (field) {
  const rows = [...document.querySelectorAll("table.rows tbody tr")];
  field.hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.querySelector("th").textContent.toLowerCase().includes(wanted);
  });
}
