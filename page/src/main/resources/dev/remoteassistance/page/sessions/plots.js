// Draws the figures. Each plot has a table beside it, for those who cannot see it.

import { day, perDay } from "./figures.js";
import { duration, element } from "./format.js";

const MISSING = "unknown";

/** Draws all plots into an element, in place of those before. */
export class Plots {
  #place;
  #types;
  #charts = [];
  #figures = null;

  /** @param types the types of sessions, in the order of their colours */
  constructor(place, types) {
    this.#place = place;
    this.#types = [...types, null];
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  show(figures) {
    this.#figures = figures;
    this.#draw();
  }

  #draw() {
    this.#charts.forEach((chart) => chart.destroy());
    this.#charts = [];
    this.#place.replaceChildren();
    const figures = this.#figures;
    if (figures === null || figures.helpers.length === 0) {
      return;
    }
    if (figures.days.length > 0) {
      this.#bars("Sessions a day, by type", figures.days, this.#byType(figures), { stacked: true });
      if (figures.durations !== null) {
        const perDays = perDay(figures.days, figures.durations);
        const series = [
          { label: "Average", values: perDays.map((value) => minutes(value.average)) },
          { label: "Longest", values: perDays.map((value) => minutes(value.longest)) },
        ];
        this.#bars("Duration of sessions a day", figures.days, series, { shown: shownMinutes });
      }
    }
    const names = figures.helpers.map((row) => row.HelperEmail ?? MISSING);
    const counts = [{ label: "Sessions", values: figures.helpers.map((row) => row.Count) }];
    this.#bars("Busiest helpers", names, counts, { axis: "y" });
  }

  #byType({ days, types }) {
    return this.#types
      .map((type, color) => ({
        label: type ?? MISSING,
        color,
        values: days.map((date) =>
          types.find((row) => row.SessionType === type && row.Date !== null && day(row) === date)?.Count ?? 0),
      }))
      .filter((series) => series.values.some((value) => value > 0));
  }

  #bars(title, labels, series, { stacked = false, axis = "x", shown = String }) {
    const figure = element("figure");
    const canvas = element("canvas");
    canvas.role = "img";
    canvas.ariaLabel = `${title}. The table below has its numbers.`;
    const room = element("div");
    room.className = "canvas";
    room.append(canvas);
    figure.append(element("figcaption", title), room, tableOf(labels, series, shown));
    this.#place.append(figure);

    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    const numbers = { beginAtZero: true, stacked, ticks: { callback: (value) => shown(value), color: color("--text") } };
    const names = { stacked, ticks: { color: color("--text") }, grid: { display: false } };
    this.#charts.push(new globalThis.Chart(canvas, {
      type: "bar",
      data: {
        labels,
        datasets: series.map(({ label, values, color: index }, i) => ({
          label,
          data: values,
          backgroundColor: color(`--series-${(index ?? i) + 1}`),
        })),
      },
      options: {
        animation: false,
        indexAxis: axis,
        maintainAspectRatio: false,
        plugins: {
          legend: { display: series.length > 1, labels: { color: color("--text") } },
          tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${shown(item.raw)}` } },
        },
        scales: axis === "x" ? { x: names, y: numbers } : { x: numbers, y: names },
      },
    }));
  }
}

/** Returns seconds in minutes, so that the axis has whole minutes. */
function minutes(seconds) {
  return seconds === null ? null : seconds / 60;
}

function shownMinutes(value) {
  return duration(Math.round(value * 60));
}

function tableOf(labels, series, shown) {
  const details = element("details");
  const table = element("table");
  const head = table.createTHead().insertRow();
  for (const name of ["", ...series.map(({ label }) => label)]) {
    const cell = element(name === "" ? "td" : "th", name);
    head.append(cell);
  }
  const body = table.createTBody();
  labels.forEach((label, i) => {
    const row = body.insertRow();
    const name = element("th", label);
    name.scope = "row";
    row.append(name, ...series.map(({ values }) => element("td", values[i] === null ? "" : shown(values[i]))));
  });
  details.append(element("summary", "As a table"), table);
  return details;
}
