// The numbers of the plots: groups of sessions, counted by the operation.

import { both } from "./question.js";

const DAY = 24 * 60 * 60 * 1000;
/** The plots show at most this many days, so that one page of the answer holds a row for each day and type. */
const DAYS = 92;
const HELPERS = 10;
/** Sessions of so many different lengths would take too many requests. */
const DURATION_PAGES = 10;

/** Returns the figures of the sessions that a filter and a search find. */
export async function figures(ask, { filter, search, top }, signal) {
  const byType = await ask(grouped(["Date", "SessionType"], filter, search, ["Date desc"], top), signal);
  const days = lastDays(byType.rows);
  const since = days.length === 0 ? filter : both(filter, `Sessionstart ge ${days[0]}`);
  const helpers = await ask(
    grouped(["HelperEmail"], filter, search, ["Count desc", "HelperEmail"], HELPERS),
    signal,
  );
  return {
    days,
    isCut: byType.total > byType.rows.length || byType.rows.some((row) => row.Date !== null && day(row) < days[0]),
    types: byType.rows,
    durations: days.length === 0 ? [] : await durations(ask, since, search, top, signal),
    helpers: helpers.rows,
  };
}

/** Returns a day's rows of Date, DateDifference and Count; null if there are too many. */
async function durations(ask, filter, search, top, signal) {
  const query = grouped(["Date", "DateDifference"], filter, search, ["Date", "DateDifference"], top);
  const first = await ask(query, signal);
  if (first.total > DURATION_PAGES * top) {
    return null;
  }
  const rows = [...first.rows];
  for (let skip = top; skip < first.total; skip += top) {
    const page = await ask({ ...query, skip }, signal);
    rows.push(...page.rows);
  }
  return rows.filter((row) => row.DateDifference !== null);
}

function grouped(columns, filter, search, orderBy, top) {
  return { select: columns, groupBy: columns, filter, search, orderBy, top };
}

export function day(row) {
  return row.Date.slice(0, 10);
}

/** Returns each day between the first and the last session, at most the last days of them. */
function lastDays(rows) {
  const seen = rows.filter((row) => row.Date !== null).map((row) => Date.parse(day(row)));
  if (seen.length === 0) {
    return [];
  }
  const last = Math.max(...seen);
  const first = Math.max(Math.min(...seen), last - (DAYS - 1) * DAY);
  return Array.from({ length: (last - first) / DAY + 1 }, (_, i) =>
    new Date(first + i * DAY).toISOString().slice(0, 10));
}

/** Returns for each day the average and the longest duration in seconds, null on days without a session. */
export function perDay(days, rows) {
  return days.map((date) => {
    const ofDay = rows.filter((row) => day(row) === date);
    const sessions = ofDay.reduce((sum, row) => sum + row.Count, 0);
    return sessions === 0
      ? { average: null, longest: null }
      : {
          average: ofDay.reduce((sum, row) => sum + row.DateDifference * row.Count, 0) / sessions,
          longest: Math.max(...ofDay.map((row) => row.DateDifference)),
        };
  });
}
