// Pages for people who use or run the product come first, records of decisions and changes last.
// The other numbers are Sphinx's own.
var Scorer = {
  first: ["clinician", "supervisor", "administrator", "install", "operations", "https", "postgresql", "settings"],
  score: (result) => {
    const [page, , , , score] = result;
    if (Scorer.first.includes(page)) return score + 3;
    return page.startsWith("decisions/") || page === "changes" ? score - 3 : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
