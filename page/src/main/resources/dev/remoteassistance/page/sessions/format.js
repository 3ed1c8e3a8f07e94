// Values as people read them.

/** Returns a date-time in UTC as "2026-11-20 09:15". */
export function time(value) {
  return value === null ? "" : value.slice(0, 10) + " " + value.slice(11, 16);
}

/** Returns seconds as "1:02:03" or "2:03". */
export function duration(seconds) {
  if (seconds === null) {
    return "";
  }
  const minutes = String(Math.floor((seconds / 60) % 60));
  const rest = String(Math.floor(seconds % 60)).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${minutes.padStart(2, "0")}:${rest}`;
}

/** Returns a person's e-mail address, or else the name. */
export function person(email, first, last) {
  return email ?? [first, last].filter((name) => name !== null).join(" ");
}

/** Returns a new element with text, which is never taken for HTML. */
export function element(name, content = "") {
  const created = document.createElement(name);
  created.textContent = content;
  return created;
}
