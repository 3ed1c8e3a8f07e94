// All sessions of a view as a file.

import { both, text } from "./question.js";

const MARK = "\ufeff";
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

/**
 * Reads all sessions, page by page, newest first. Each page begins behind the last session of the one before, so that
 * sessions which arrive meanwhile move no other over the edge of a page.
 *
 * @param ask asks for a report
 * @param progress called with the number of sessions that have been read
 */
export async function csv(ask, { filter, search, columns, top }, progress, signal) {
  const parts = [new Blob([MARK + line(columns)])];
  let last = null;
  let read = 0;
  let page;
  do {
    page = await ask(
      {
        select: columns,
        filter: last === null ? filter : both(filter, behind(last)),
        search,
        orderBy: ["Sessionstart desc", "SessionId"],
        top,
      },
      signal,
    );
    // A blob, unlike a string, need not stay in memory.
    parts.push(new Blob([page.rows.map((row) => line(columns.map((column) => row[column]))).join("")]));
    last = page.rows.at(-1) ?? null;
    read += page.rows.length;
    progress(read);
  } while (page.rows.length === top);
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** Returns the condition of the sessions that follow one. Those without a start are the last. */
function behind({ Sessionstart: start, SessionId: id }) {
  const later = `SessionId gt ${text(id)}`;
  return start === null
    ? `Sessionstart eq null and ${later}`
    : `(Sessionstart lt ${start} or Sessionstart eq ${start} and ${later} or Sessionstart eq null)`;
}

function line(values) {
  return values.map(cell).join(",") + "\r\n";
}

/** Returns a value by RFC 4180. Text that a spreadsheet would take for a formula begins with an apostrophe. */
export function cell(value) {
  if (value === null) {
    return "";
  }
  const shown = typeof value === "string" && FORMULA.test(value) ? "'" + value : String(value);
  return QUOTED.test(shown) ? '"' + shown.replaceAll('"', '""') + '"' : shown;
}
