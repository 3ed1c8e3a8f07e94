// What the page shows, as it stands in the fragment of the address. Servers and proxies never see a fragment, so the
// names in it stand in no log.

const DAY = 24 * 60 * 60 * 1000;
const DAYS_AT_FIRST = 30;

export const FILTERS = ["from", "until", "helper", "sharer", "device", "type", "search"];

const SORT = /^[A-Za-z]+ (asc|desc)$/;
const NEWEST_FIRST = "Sessionstart desc";

/** Returns the view of an address. An address without any filter shows the last days. */
export function read(fragment) {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const view = {};
  for (const name of FILTERS) {
    view[name] = parameters.get(name) ?? "";
  }
  if (!FILTERS.some((name) => parameters.has(name))) {
    view.from = new Date(Date.now() - DAYS_AT_FIRST * DAY).toISOString().slice(0, 10);
  }
  const sort = parameters.get("sort") ?? "";
  view.sort = SORT.test(sort) ? sort : NEWEST_FIRST;
  view.page = Math.max(1, Number.parseInt(parameters.get("page") ?? "1", 10) || 1);
  view.session = parameters.get("session") ?? "";
  return view;
}

/** Returns the fragment of a view. All filters are named, so that a colleague sees the same sessions. */
export function write(view) {
  const parameters = new URLSearchParams();
  for (const name of FILTERS) {
    if (view[name] !== "" || name === "from") {
      parameters.set(name, view[name]);
    }
  }
  if (view.sort !== NEWEST_FIRST) {
    parameters.set("sort", view.sort);
  }
  if (view.page !== 1) {
    parameters.set("page", String(view.page));
  }
  if (view.session !== "") {
    parameters.set("session", view.session);
  }
  return "#" + parameters;
}
