// Asks the API's operation.

const ATTEMPTS = 5;
const LONGEST_WAIT_SECONDS = 60;

/** A refusal by the server, or no answer at all (status 0). */
export class RefusedError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Returns a function that asks for a report: rows as objects, with the values by the names of their columns.
 *
 * @param operation address of the operation
 * @param token returns the access token
 */
export function asker(operation, token) {
  return async (query, signal) => {
    const response = await answer(() => post(operation, token(), query, signal), signal);
    if (!response.ok) {
      throw new RefusedError(response.status, await refusal(response));
    }
    const report = await response.json();
    const names = report.Schema.map((column) => column.Column);
    return {
      total: report.TotalRowCount,
      columns: names,
      rows: report.Values.map((values) => Object.fromEntries(values.map((value, i) => [names[i], value]))),
    };
  };
}

async function post(operation, token, query, signal) {
  try {
    return await fetch(operation, {
      method: "POST",
      headers: {
        Accept: "application/octet-stream",
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(query),
      cache: "no-store",
      credentials: "omit",
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    throw new RefusedError(0, "The server does not answer.");
  }
}

/** Returns the answer to a request. Sends it again, after the time that the server asks for, while the server is busy. */
async function answer(request, signal) {
  for (let attempt = 1; ; attempt++) {
    const response = await request();
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    if (response.ok || !(seconds <= LONGEST_WAIT_SECONDS) || attempt === ATTEMPTS) {
      return response;
    }
    await pause(seconds * 1000, signal);
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

async function refusal(response) {
  try {
    const { error } = await response.json();
    const details = (error.details ?? []).map((detail) => `${detail.target}: ${detail.message}`);
    return details.length > 0 ? details.join(" ") : error.message;
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    return `The server refused the question (${response.status}).`;
  }
}
