// The history of a session: its reports, and what each of them changed.

import { element } from "./format.js";

/** At most so many reports are asked for. */
export const REPORTS = 50;

// They have a place of their own, or follow from other columns.
const NOT_COMPARED = new Set([
  "Reported", "ReportingAppId", "ReportingUserId", "Attribute", "Date", "DateDifference", "Elevation",
]);

/**
 * Shows the reports of a session that was amended, and nothing of another.
 *
 * @param section holds the table
 * @param report columns, rows, of which the newest is the first, and how many reports there are in all
 */
export function showHistory(section, { columns, rows, total }) {
  const table = section.querySelector("table");
  // The last of a part of them cannot be compared with the one before it. If there is just one, it is shown all the same.
  const shown = rows.length < total && rows.length > 1 ? rows.slice(0, -1) : rows;
  table.caption.textContent =
    shown.length < total ? `The newest ${shown.length} of ${total} reports` : `${total} reports, the newest first`;
  table.tBodies[0].replaceChildren(...shown.map((row, i) => {
    const line = element("tr");
    line.append(reported(row), i + 1 < rows.length ? changes(row, rows[i + 1], columns) : last(rows.length < total));
    return line;
  }));
  section.hidden = total < 2;
}

export function clearHistory(section) {
  showHistory(section, { columns: [], rows: [], total: 0 });
}

/** Returns the cell that says when a report arrived, and from whom. */
function reported(row) {
  const cell = element("th");
  cell.scope = "row";
  const time = element("time", row.Reported.slice(0, 19).replace("T", " "));
  time.dateTime = row.Reported;
  const sender = [row.ReportingUserId, row.ReportingAppId].filter((id) => id !== null).join(" via ");
  const by = element("p", sender === "" ? "" : `by ${sender}`);
  by.className = "hint";
  cell.append(time, by);
  return cell;
}

/** Returns the cell of a report that is compared with no other. */
function last(isPart) {
  return element("td", isPart ? "The reports are too large to be compared here" : "Earliest report that is kept");
}

/** Returns the cell with the columns in which a report differs from the one before it. */
function changes(row, before, columns) {
  const changed = columns.filter((column) => !NOT_COMPARED.has(column) && row[column] !== before[column]);
  if (changed.length === 0) {
    return element("td", "Nothing that a column shows");
  }
  const cell = element("td");
  const list = element("ul");
  list.append(...changed.map((column) => change(column, before[column], row[column])));
  cell.append(list);
  return cell;
}

/** Returns the item of one column. Its name may be broken before each capital, for narrow screens. */
function change(column, from, to) {
  const item = element("li");
  const name = column.split(/(?=[A-Z])/).flatMap((part) => [element("wbr"), part]);
  item.append(...name, `: ${from ?? "(none)"} → ${to ?? "(none)"}`);
  return item;
}
