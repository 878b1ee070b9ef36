(() => {
  const table = document.getElementById("ranking");
  const body = table.tBodies[0];
  const key = (row, column) => {
    const value = row.cells[column].dataset.sort;
    const number = Number(value);
    return value !== "" && !Number.isNaN(number) ? number : value.toLowerCase();
  };
  table.querySelectorAll("thead button").forEach((button, column) => {
    button.addEventListener("click", () => {
      const head = button.closest("th");
      const now = head.getAttribute("aria-sort");
      const first = button.dataset.first || "ascending"; // the best on top at the first click
      const order = now ? (now === "ascending" ? "descending" : "ascending") : first;
      const up = order === "ascending";
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      const rows = [...body.rows].sort((one, other) => {
        const a = key(one, column), b = key(other, column);
        if (a === "" || b === "") { return (a === "") - (b === ""); } // what is not known stands last either way
        return (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1);
      });
      body.append(...rows);
    });
  });
  const filter = document.getElementById("filter");
  if (filter) {
    const parts = [...body.rows].map((row) => {
      const link = row.querySelector("th a");
      const report = link && document.getElementById(link.hash.slice(1));
      const skills = report && report.querySelector(".am-skills");
      return { row, report, words: (row.cells[1].dataset.sort + " " + (skills ? skills.textContent : "")).toLowerCase() };
    });
    filter.addEventListener("input", () => {
      const asked = filter.value.trim().toLowerCase();
      let shown = 0;
      parts.forEach(({ row, report, words }) => {
        row.hidden = !words.includes(asked);
        if (report) { report.hidden = row.hidden; }
        shown += !row.hidden;
      });
      document.getElementById("filtered").textContent = asked ? `${shown} of ${parts.length}` : "";
    });
  }
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") { target.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", open);
  open();
  document.querySelectorAll("[data-open]").forEach((button) => button.addEventListener("click", () => {
    document.querySelectorAll("details.am-candidate").forEach((one) => { one.open = button.dataset.open === "all"; });
  }));
})();
