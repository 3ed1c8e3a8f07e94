// The table of one page of sessions.

import { duration, element, person, time } from "./format.js";

export const ROWS = 50;

// A narrow screen shows who helped whom and when; secondary columns need a wider one.
const COLUMNS = [
  { sort: "Sessionstart", title: "Start (UTC)", text: (row) => time(row.Sessionstart) || row.SessionId },
  { sort: "DateDifference", title: "Duration", text: (row) => duration(row.DateDifference), secondary: true },
  { sort: "SessionType", title: "Type", text: (row) => row.SessionType ?? "", secondary: true },
  {
    sort: "HelperEmail",
    title: "Helper",
    text: (row) => person(row.HelperEmail, row.HelperFirstName, row.HelperLastName),
  },
  {
    sort: "SharerEmail",
    title: "Sharer",
    text: (row) => person(row.SharerEmail, row.SharerFirstName, row.SharerLastName),
  },
  { sort: "SharerDeviceName", title: "Device", text: (row) => row.SharerDeviceName ?? "", secondary: true },
  { sort: "SharerDeviceOS", title: "System", text: (row) => row.SharerDeviceOS ?? "", secondary: true },
];

/** The columns to ask for. */
export const SELECT = [
  "SessionId",
  ...COLUMNS.map((column) => column.sort),
  "HelperFirstName",
  "HelperLastName",
  "SharerFirstName",
  "SharerLastName",
];

/**
 * Shows the header.
 *
 * @param sort the order, as in the view
 * @param onSort called with the order that the user chooses
 */
export function showHeader(table, sort, onSort) {
  const [sorted, direction] = sort.split(" ");
  // The focus stays on the button by which the user sorted.
  const focused = table.contains(document.activeElement) ? document.activeElement.dataset.sort : undefined;
  const cells = COLUMNS.map((column) => {
    const cell = element("th");
    cell.scope = "col";
    cell.classList.toggle("secondary", column.secondary === true);
    const isSorted = column.sort === sorted;
    if (isSorted) {
      cell.ariaSort = direction === "asc" ? "ascending" : "descending";
    }
    const button = element("button", column.title + (isSorted ? (direction === "asc" ? " ▲" : " ▼") : ""));
    button.type = "button";
    button.dataset.sort = column.sort;
    button.addEventListener("click", () =>
      onSort(`${column.sort} ${isSorted && direction === "asc" ? "desc" : "asc"}`));
    cell.append(button);
    return cell;
  });
  table.tHead.rows[0].replaceChildren(...cells);
  table.querySelector(`button[data-sort="${focused}"]`)?.focus();
}

/**
 * Shows the rows.
 *
 * @param address returns the address of a session, by its id
 */
export function showRows(table, rows, address) {
  table.tBodies[0].replaceChildren(...rows.map((row) => {
    const line = element("tr");
    line.append(...COLUMNS.map((column, i) => {
      const cell = element("td");
      cell.classList.toggle("secondary", column.secondary === true);
      if (i === 0) {
        const link = element("a", column.text(row));
        link.href = address(row.SessionId);
        cell.append(link);
      } else {
        cell.textContent = column.text(row);
      }
      return cell;
    }));
    return line;
  }));
}
