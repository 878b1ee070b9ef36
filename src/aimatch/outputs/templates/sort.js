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
      const up = head.getAttribute("aria-sort") !== "ascending";
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows].sort((one, other) => {
        const a = key(one, column), b = key(other, column);
        return (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1);
      });
      body.append(...rows);
    });
  });
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
