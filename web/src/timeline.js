// When things happened: each event a dot in the row of its type or pair; many events become columns.

import * as Plot from "@observablehq/plot";
import { cards, COLOURS, QUADS, quadOf } from "./card.js";
import { count, h, rove } from "./dom.js";
import { filterBar, fittingEvents } from "./filters.js";
import { viewHash } from "./route.js";

const MOST_DOTS = 700;
const DAY = 86_400_000;
const NARROW = 620;

export function timeline(page, filters, found) {
  const { release } = page;
  const events = fittingEvents(release, filters, found).filter((event) => event.time !== null);
  const undated = release.events.filter((event) => event.time === null).length;
  const chart = h("div", { class: "chart", id: "chart" });
  page.whenSized(chart, (width) => chart.replaceChildren(...drawn(release, events, filters, width)));
  return [
    h("h2", {}, "Timeline"),
    filterBar(release, filters, page.ask),
    h("div", { class: "row" }, rows(filters, page.ask), legend(events)),
    events.length ? chart : h("p", { class: "empty" }, "No dated event fits these questions."),
    h("p", { class: "note" },
      `${count(events.length, "event")} of ${release.events.length.toLocaleString("en")}. A hollow dot has no exact day. `,
      undated ? `${count(undated, "event")} without a date ${undated === 1 ? "is" : "are"} in the table. ` : "",
      h("a", { href: viewHash("table", filters) }, "The same as a table")),
  ];
}

function rows(filters, ask) {
  const button = (value, text) => h(
    "button",
    { type: "button", "aria-pressed": String((filters.rows ?? "type") === value), onclick: () => ask({ ...filters, rows: value }) },
    text,
  );
  return h("div", { class: "segmented", role: "group", "aria-label": "Rows of the chart" }, button("type", "by type"), button("pair", "by pair"));
}

function legend(events) {
  const used = new Set(events.map(quadOf));
  const entry = (quad) => h("li", {}, h("span", { class: `swatch quad-${QUADS.indexOf(quad) + 1}` }), quad);
  return h("ul", { class: "legend", "aria-label": "Colours" }, QUADS.filter((quad) => used.has(quad)).map(entry));
}

/** The row an event stands in, and what the row is called. */
function rowOf(release, filters) {
  if (filters.rows === "pair") return (event) => release.pairName(event.article.pair);
  return (event) => event.type ?? event.cc ?? "no type";
}

function drawn(release, events, filters, width) {
  const row = rowOf(release, filters);
  const sizes = new Map();
  for (const event of events) sizes.set(row(event), (sizes.get(row(event)) ?? 0) + 1);
  const domain = filters.rows === "pair" ? [...sizes.keys()].sort() : [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a));
  const dense = events.length > MOST_DOTS;
  const figure = Plot.plot({
    width,
    height: domain.length * (dense ? 64 : rowHeight(events, row, width)) + 60,
    marginLeft: width < NARROW ? 92 : 128,
    marginRight: 12,
    marginTop: 28,
    ariaLabel: `Timeline of ${events.length} events by ${filters.rows === "pair" ? "pair" : "type"}`,
    className: "plot-d6a7b5",
    x: { type: "utc", label: null, axis: "top", domain: dense ? binned(events) : extent(events), grid: true },
    y: dense ? { axis: null } : undefined,
    fy: { domain, label: null, padding: dense ? 0.12 : 0 },
    color: { domain: QUADS, range: COLOURS },
    marks: [
      Plot.frame({ anchor: "bottom", stroke: "var(--line)" }),
      dense ? columns(events, row, filters) : dots(events, row, width),
    ],
  });
  figure.setAttribute("role", "group");
  for (const axis of figure.querySelectorAll("[aria-label^='x-'], [aria-label^='fy-'], [aria-label='frame']")) axis.setAttribute("aria-hidden", "true");
  rove(figure, [...figure.querySelectorAll("a")]);
  const holder = h("div", { class: "holder" }, figure);
  cards(holder, release);
  return [holder];
}

function extent(events) {
  const times = events.map((event) => event.time);
  const low = times.reduce((a, b) => Math.min(a, b), Infinity);
  const high = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return [new Date(low - 6 * DAY), new Date(high + 6 * DAY)];
}

const radius = (width) => (width < NARROW ? 5 : 6);

/** High enough for the fullest few days of any row. */
function rowHeight(events, row, width) {
  const [from, to] = extent(events);
  const bin = ((to - from) / Math.max(200, width - 140)) * radius(width) * 2;
  const sizes = new Map();
  for (const event of events) {
    const key = `${row(event)} ${Math.floor(event.time / bin)}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return Math.max(34, [...sizes.values()].reduce((a, b) => Math.max(a, b), 1) * 1.6 * radius(width) * 2 + 10);
}

function dots(events, row, width) {
  return Plot.dot(events, Plot.dodgeY("middle", {
    x: (event) => new Date(event.time),
    fy: row,
    r: radius(width),
    fill: quadOf,
    stroke: quadOf,
    strokeWidth: 1.5,
    fillOpacity: (event) => (["day", "range"].includes(event.precision) ? 0.85 : 0.12),
    href: (event) => `#${event.id}`,
    ariaLabel: (event) => `${event.label ?? "undated"}: ${event.text}`,
    sort: "time",
  }));
}

function intervalOf(events) {
  const [from, to] = extent(events);
  const years = (to - from) / DAY / 365;
  if (years > 12) return { interval: "year", days: 366 };
  return years > 4 ? { interval: "quarter", days: 92 } : { interval: "month", days: 31 };
}

/** The days of the first to the last column. */
function binned(events) {
  const [from, to] = extent(events);
  return [from, new Date(to.getTime() + intervalOf(events).days * DAY)];
}

/** Columns by month, quarter or year; a column leads to its days. */
function columns(events, row, filters) {
  const { interval } = intervalOf(events);
  const day = (date) => date.toISOString().slice(0, 10);
  const lead = (_, { x1, x2 }) => viewHash("timeline", { ...filters, from: day(x1), to: day(new Date(x2 - DAY)) });
  const words = (group, { x1 }) => `${count(group.length, "event")} in the ${interval} from ${day(x1)}`;
  return Plot.rectY(events, Plot.binX(
    { y: "count", href: lead, ariaLabel: words, title: words },
    { x: (event) => new Date(event.time), fy: row, fill: quadOf, interval, href: "id", ariaLabel: "id", title: "id" },
  ));
}
