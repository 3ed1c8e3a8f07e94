// Connects the parts of the page: address, sign-in, filters, figures, table, one session, download.

import { csv } from "./csv.js";
import { figures } from "./figures.js";
import { element, time } from "./format.js";
import { clearHistory, REPORTS, showHistory } from "./history.js";
import { Plots } from "./plots.js";
import { filter, search, text } from "./question.js";
import { asker, RefusedError } from "./reports.js";
import { signInOf } from "./signin.js";
import { ROWS, SELECT, showHeader, showRows } from "./table.js";
import { FILTERS, read, write } from "./view.js";

const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;

const at = (id) => document.getElementById(id);
const settings = await (await fetch("sessions/settings.json")).json();
const signIn = signInOf(settings.signIn, { part: at("sign-in-token"), input: at("token") });
const askerOf = (path) => asker(new URL("." + path, document.baseURI), () => signIn.token());
const ask = askerOf(settings.operation);
const askHistory = askerOf(settings.history);
const plots = new Plots(at("plots"), settings.sessionTypes);

let view = read(location.hash);
let running = new AbortController();
let downloading = new AbortController();

/** Runs a part of the page and shows what goes wrong in it. A newer question replaces an older one in silence. */
async function attempt(part) {
  try {
    await part();
  } catch (error) {
    if (error.name === "AbortError") {
      return;
    }
    if (error instanceof RefusedError && error.status === UNAUTHORIZED) {
      signOut();
    }
    at("problem").textContent = error instanceof RefusedError ? error.message : `The page failed: ${error.message}`;
    at("problem").hidden = false;
  }
}

function signOut() {
  running.abort();
  downloading.abort();
  at("session").close();
  at("signed-in").hidden = true;
  at("sign-out").hidden = true;
  at("sign-in").hidden = false;
  plots.show(null);
  at("sessions").tBodies[0].replaceChildren();
  at("helpers").replaceChildren();
  at("session-columns").replaceChildren();
  clearHistory(at("history"));
  signIn.end();
}

async function show() {
  at("problem").hidden = true;
  if (signIn.token() === null) {
    return;
  }
  history.replaceState(null, "", write(view));
  at("sign-in").hidden = true;
  at("signed-in").hidden = false;
  at("sign-out").hidden = false;
  running.abort();
  running = new AbortController();
  const { signal } = running;
  FILTERS.forEach((name) => (at(name).value = view[name]));
  at("signed-in").ariaBusy = "true";
  await Promise.all([
    attempt(() => showSession(signal)),
    attempt(() => showTable(signal)),
    attempt(() => showFigures(signal)),
  ]);
  if (signal === running.signal) {
    at("signed-in").ariaBusy = "false";
  }
}

async function showTable(signal) {
  showHeader(at("sessions"), view.sort, (sort) => go({ ...view, sort, page: 1 }));
  const skip = (view.page - 1) * ROWS;
  const { rows, total } = await ask(
    { select: SELECT, filter: filter(view), search: search(view), orderBy: [view.sort, "SessionId"], skip, top: ROWS },
    signal,
  );
  showRows(at("sessions"), rows, (id) => write({ ...view, session: id }));
  at("rows").textContent =
    rows.length === 0 ? `No sessions here; ${total} in all` : `${skip + 1} to ${skip + rows.length} of ${total}`;
  at("previous").disabled = view.page === 1;
  at("next").disabled = skip + rows.length >= total;
}

async function showFigures(signal) {
  const numbers = await figures(ask, { filter: filter(view), search: search(view), top: settings.maxTop }, signal);
  plots.show(numbers);
  const notes = [];
  if (numbers.isCut) {
    notes.push(`The plots of days show the last ${numbers.days.length} of the period.`);
  }
  if (numbers.durations === null) {
    notes.push("There are too many sessions to plot their durations; a shorter period has fewer.");
  }
  at("figures-note").textContent = notes.join(" ");
  at("figures-note").hidden = notes.length === 0;
  const helpers = numbers.helpers.map((row) => row.HelperEmail).filter((address) => address !== null);
  at("helpers").replaceChildren(...helpers.map(option));
}

async function showSession(signal) {
  const dialog = at("session");
  if (view.session === "") {
    dialog.close();
    return;
  }
  const { columns, rows } = await ask(
    { select: settings.columns, filter: `SessionId eq ${text(view.session)}`, top: 1 },
    signal,
  );
  at("session-missing").hidden = rows.length > 0;
  at("session-columns").replaceChildren(...rows.flatMap((row) =>
    columns.filter((column) => row[column] !== null)
      .flatMap((column) => [element("dt", column), element("dd", String(row[column]))])));
  clearHistory(at("history"));
  at("history-problem").hidden = true;
  if (!dialog.open) {
    dialog.showModal();
  }
  if (rows.length > 0) {
    await showReports(signal);
  }
}

/** Shows the history in the dialog, or why it cannot be shown: nobody reads a message behind the dialog. */
async function showReports(signal) {
  try {
    showHistory(at("history"), await newestReports(signal));
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status === UNAUTHORIZED) {
      throw error;
    }
    at("history-problem").textContent = `The history cannot be shown: ${error.message}`;
    at("history-problem").hidden = false;
  }
}

/** Asks for the newest reports, and for half as many whenever they are too large for one answer. */
async function newestReports(signal) {
  for (let top = REPORTS; ; top = Math.floor(top / 2)) {
    try {
      return await askHistory({ id: view.session, top }, signal);
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== BAD_REQUEST || top === 1) {
        throw error;
      }
    }
  }
}

function option(value) {
  const choice = element("option", value);
  choice.value = value;
  return choice;
}

/** Shows another view, whose address the browser's history keeps. */
function go(next) {
  history.pushState(null, "", write(next));
  view = next;
  show();
}

async function download() {
  const progress = at("download-progress");
  downloading = new AbortController();
  at("download").disabled = true;
  const question = {
    filter: filter(view), search: search(view), columns: settings.columns, top: settings.maxTop,
  };
  try {
    const shown = (count) => (progress.textContent = `${count} sessions read`);
    const file = await csv(ask, question, shown, downloading.signal);
    const link = element("a");
    link.href = URL.createObjectURL(file);
    link.download = `sessions-${time(new Date().toISOString()).replace(/[ :]/g, "-")}.csv`;
    link.click();
    // The browser has the file by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } finally {
    at("download").disabled = false;
  }
}

at("type").append(...settings.sessionTypes.map(option));
at("filters").addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...view, ...Object.fromEntries(FILTERS.map((name) => [name, at(name).value.trim()])), page: 1 });
});
at("clear").addEventListener("click", () => go(read("")));
at("previous").addEventListener("click", () => go({ ...view, page: view.page - 1 }));
at("next").addEventListener("click", () => go({ ...view, page: view.page + 1 }));
at("download").addEventListener("click", () => attempt(download));
at("close").addEventListener("click", () => at("session").close());
at("session").addEventListener("close", () => {
  // Whoever signs in again sees the session again.
  if (view.session !== "" && signIn.token() !== null) {
    go({ ...view, session: "" });
  }
});
at("sign-out").addEventListener("click", signOut);
at("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => (await signIn.begin()) && (await show()));
});
addEventListener("popstate", () => {
  view = read(location.hash);
  show();
});

at("sign-in").hidden = false;
await attempt(async () => {
  if (await signIn.resume()) {
    view = read(location.hash);
    await show();
  }
});
