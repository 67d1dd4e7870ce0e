// When things happened: each event a dot in the row of its type or pair; many events become columns.

import * as Plot from "@observablehq/plot";
import { cards, COLOURS, QUADS, quadOf } from "./card.js";
import { count, h, rove } from "./dom.js";
import { filterBar, fittingEvents } from "./filters.js";
import { viewHash } from "./route.js";

const MOST_DOTS = 700;
const DAY = 86_400_000;
const NARROW = 620;
const TOP = 28;

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
      events.length > MOST_DOTS ? "A column counts events; it leads to its days. " : "A dot is an entry of a chronology, and leads to its article; a hollow one has no exact day. ",
      `${count(events.length, "event")} of ${release.events.length.toLocaleString("en")}. `,
      undated ? `${count(undated, "event")} without a date ${undated === 1 ? "is" : "are"} in the table. ` : "",
      h("a", { href: viewHash("table", filters) }, "The same as a table")),
    filters.rows === "pair" ? null : meanings(release, events),
  ];
}

/** What the types in sight mean. */
function meanings(release, events) {
  const types = Object.entries(release.types).filter(([type]) => events.some((event) => event.type === type));
  if (!types.length) return null;
  return h("details", { class: "meanings" }, h("summary", {}, "What the types mean"),
    h("dl", {}, types.map(([type, meaning]) => h("div", {}, h("dt", {}, type), h("dd", {}, meaning)))),
    h("p", { class: "note" }, "Types in capitals are those of PLOVER; those in small letters name what PLOVER leaves out."));
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
  const figure = Plot.plot({
    width,
    marginLeft: width < NARROW ? 92 : 148,
    marginRight: 12,
    marginTop: TOP,
    ariaLabel: `Timeline of ${events.length} events by ${filters.rows === "pair" ? "pair" : "type"}`,
    className: "plot-d6a7b5",
    color: { domain: QUADS, range: COLOURS },
    ...(events.length > MOST_DOTS ? columns(events, row, domain, filters) : dots(events, row, domain, sizes, width)),
  });
  figure.setAttribute("role", "group");
  for (const part of figure.querySelectorAll(":scope > g:not(:has(a))")) part.setAttribute("aria-hidden", "true");
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

/** Each row as high as its fullest days need; dots that would touch lie above and below each other. */
function placed(events, row, domain, width) {
  const [from, to] = extent(events);
  const apart = ((to - from) / Math.max(200, width - 160)) * (2 * radius(width) + 1);
  const rows = new Map(domain.map((name) => [name, { name, lanes: [], dots: [] }]));
  for (const event of [...events].sort((a, b) => a.time - b.time)) {
    const { lanes, dots } = rows.get(row(event));
    const free = lanes.findIndex((last) => event.time - last >= apart);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = event.time;
    dots.push({ event, lane });
  }
  let top = TOP;
  for (const each of rows.values()) {
    each.height = Math.max(30, each.lanes.length * 2 * radius(width) + 14);
    each.middle = top + each.height / 2;
    each.first = each.middle - (each.lanes.length % 2 ? 0 : radius(width));
    each.bottom = top += each.height;
  }
  return [...rows.values()];
}

/** 0, 1, -1, 2, -2 ...: the first lane in the middle, the others around it. */
const offset = (lane) => (lane % 2 ? (lane + 1) / 2 : -lane / 2);

function dots(events, row, domain, sizes, width) {
  const rows = placed(events, row, domain, width);
  const marks = rows.flatMap((each) => each.dots.map(({ event, lane }) => ({ event, y: each.first + offset(lane) * 2 * radius(width) })));
  return {
    height: rows.at(-1).bottom + 6,
    marginBottom: 6,
    x: { type: "utc", label: null, axis: "top", domain: extent(events), grid: true },
    y: { type: "identity", axis: null },
    marks: [
      Plot.ruleY(rows, { y: "bottom", stroke: "var(--line)" }),
      Plot.text(rows, { y: "middle", text: ({ name }) => (width < NARROW ? name : `${name}  ${sizes.get(name)}`), frameAnchor: "left", textAnchor: "end", dx: -10 }),
      Plot.dot(marks, {
        x: ({ event }) => new Date(event.time),
        y: "y",
        r: radius(width),
        fill: ({ event }) => quadOf(event),
        stroke: ({ event }) => quadOf(event),
        strokeWidth: 1.5,
        fillOpacity: ({ event }) => (["day", "range"].includes(event.precision) ? 0.85 : 0.12),
        href: ({ event }) => `#${event.id}`,
        ariaLabel: ({ event }) => `${event.label ?? "undated"}: ${event.text}`,
        sort: ({ event }) => event.time,
      }),
    ],
  };
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
function columns(events, row, domain, filters) {
  const { interval } = intervalOf(events);
  const day = (date) => date.toISOString().slice(0, 10);
  const lead = (_, { x1, x2 }) => viewHash("timeline", { ...filters, from: day(x1), to: day(new Date(x2 - DAY)) });
  const words = (group, { x1 }) => `${count(group.length, "event")} in the ${interval} from ${day(x1)}`;
  return {
    height: domain.length * 64 + 60,
    x: { type: "utc", label: null, axis: "top", domain: binned(events), grid: true },
    y: { axis: null },
    fy: { domain, label: null, padding: 0.12 },
    marks: [
      Plot.frame({ anchor: "bottom", stroke: "var(--line)" }),
      Plot.rectY(events, Plot.binX(
        { y: "count", href: lead, ariaLabel: words, title: words },
        { x: (event) => new Date(event.time), fy: row, fill: quadOf, interval, href: "id", ariaLabel: "id", title: "id" },
      )),
    ],
  };
}
