// Turns a view into the members of a query: filter and search.

/** Returns a text as a filter writes it. */
export function text(value) {
  return "'" + value.replaceAll("'", "''") + "'";
}

/** Returns the filter of a view, null if it has none. "Until" includes its day. */
export function filter(view) {
  const parts = [];
  if (view.from !== "") {
    parts.push(`Sessionstart ge ${view.from}`);
  }
  if (view.until !== "") {
    parts.push(`Sessionstart lt ${dayAfter(view.until)}`);
  }
  if (view.helper !== "") {
    parts.push(`HelperEmail eq ${text(view.helper)}`);
  }
  if (view.sharer !== "") {
    parts.push(`SharerEmail eq ${text(view.sharer)}`);
  }
  if (view.device !== "") {
    const device = text(view.device);
    const columns = ["SharerDeviceName", "SharerDeviceSerialNumber", "HelperDeviceName"];
    parts.push(`(${columns.map((column) => `${column} eq ${device}`).join(" or ")})`);
  }
  if (view.type !== "") {
    parts.push(`SessionType eq ${text(view.type)}`);
  }
  return both(...parts);
}

/** Returns the filter that holds where all parts do; null stands for no condition. */
export function both(...parts) {
  const conditions = parts.filter((part) => part !== null);
  return conditions.length === 0 ? null : conditions.join(" and ");
}

export function search(view) {
  return view.search === "" ? null : view.search;
}

function dayAfter(day) {
  const date = new Date(day + "T00:00:00Z");
  if (Number.isNaN(date.getTime())) {
    // The server says what is wrong with it.
    return day;
  }
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
