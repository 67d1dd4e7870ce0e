// Every record in a table. Only the rows in sight exist, so that twenty thousand are as light as forty.

import { badge } from "./card.js";
import { count, h } from "./dom.js";
import { daysOfQuote, filterBar, fittingEvents, fittingQuotes } from "./filters.js";
import { issueOf, speakersOf } from "./release.js";
import { recordHash, viewHash } from "./route.js";

const ROW = 62;
const SPARE = 8;
const GRAVITY = { error: 0, warning: 1, note: 2 };

const place = (release, record) => (record.article ? `${release.pairName(record.article.pair)} ${issueOf(record.article)}` : "");
const who = (release, event) => release.actorsOf(event.actors.filter((party) => party.role !== "mentioned")).map((actor) => actor.name).join(", ");

/** Per kind: its columns (title, value to sort by, cell), and the records that fit. */
const TABLES = {
  events: {
    asks: ["q", "pair", "type", "from", "to", "who"],
    fit: fittingEvents,
    columns: [
      ["Date", (_, event) => event.from ?? "", (_, event) => event.label ?? "no date"],
      ["Event", (_, event) => event.text, (_, event) => event.text],
      ["Type", (_, event) => event.type ?? event.cc ?? "", (_, event) => badge(event)],
      ["Who", who, who],
      ["Issue", place, place],
    ],
  },
  quotes: {
    asks: ["q", "pair", "from", "to", "who"],
    fit: (release, filters, found) => fittingQuotes(release, { ...filters, form: "all" }, found),
    columns: [
      ["Date", (_, quote) => daysOfQuote(quote)[0] ?? "", (_, quote) => quote.date ?? quote.event?.label ?? "—"],
      ["Words", (_, quote) => quote.text, (_, quote) => `“${quote.text}”`],
      ["Kind", (_, quote) => quote.form, (_, quote) => quote.form.replaceAll("_", " ")],
      ["Speaker", (_, quote) => speakersOf(quote), (_, quote) => speakersOf(quote) || "—"],
      ["Issue", place, place],
    ],
  },
  actors: {
    asks: ["q"],
    fit: (release, _, found) => release.actors.filter((actor) => !found || found.has(actor.id)),
    columns: [
      ["State", (_, actor) => actor.country ?? "", (_, actor) => actor.country ?? "—"],
      ["Name", (_, actor) => actor.name, (_, actor) => [actor.name, actor.native].filter(Boolean).join(" · ")],
      ["Kind", (_, actor) => actor.type, (_, actor) => actor.type],
      ["Events", (_, actor) => actor.events.length, (_, actor) => `${count(actor.events.length, "event")}, ${count(actor.quotes.length, "quotation")}`, "most first"],
      ["Named", (_, actor) => actor.mentions.length, (_, actor) => count(actor.mentions.length, "mention"), "most first"],
    ],
  },
  findings: {
    asks: ["q", "pair"],
    fit: (release, { pair }, found) => release.findings.filter((finding) => (!found || found.has(finding.id)) && (!pair || finding.article?.pair === pair)),
    columns: [
      ["Severity", (_, finding) => GRAVITY[finding.severity], (_, finding) => h("span", { class: `badge ${finding.severity}` }, finding.severity)],
      ["Finding", (_, finding) => finding.message, (_, finding) => finding.message],
      ["Code", (_, finding) => finding.code, (_, finding) => finding.code],
      ["Field", (_, finding) => finding.field ?? "", (_, finding) => finding.field ?? "—"],
      ["Issue", place, place],
    ],
  },
  texts: {
    asks: ["q", "pair"],
    fit: placesIn,
    columns: [
      ["Issue", place, place],
      ["Words", (_, each) => each.text.slice(...each.span), (_, each) => around(each)],
      ["Article", (_, each) => each.article.title ?? "", (_, each) => each.article.title ?? "—"],
      ["Authors", (_, each) => (each.article.authors ?? []).join(", "), (_, each) => (each.article.authors ?? []).join(", ")],
      ["Published", (_, each) => each.article.published ?? "", (_, each) => each.article.published ?? "—"],
    ],
  },
};
const TITLES = { events: "events", quotes: "quotations", actors: "actors", findings: "findings", texts: "texts" };
const MOST_PLACES = 1000;
const AROUND = 90;

/** Paragraphs of the articles that have all the words of `q`, at most a thousand. */
function placesIn(release, { q = "", pair }) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const places = [];
  for (const article of words.length ? release.articles : []) {
    if (pair && article.pair !== pair) continue;
    const text = release.textOf(article);
    for (const span of text?.places(words) ?? []) {
      places.push({ kind: "texts", article, span, text });
      if (places.length === MOST_PLACES) return places;
    }
  }
  return places;
}

/** The words around a place, the ones that were asked for marked. */
function around({ text, span: [start, end] }) {
  const line = (words) => words.replace(/\s+/g, " ");
  const before = text.slice(Math.max(0, start - AROUND), start);
  const whole = before.includes("\n") ? before.slice(before.lastIndexOf("\n") + 1) : before.replace(/^\S*\s/, "");
  return [before.includes("\n") ? null : "… ", line(whole).trimStart(), h("mark", { class: "lit" }, text.slice(start, end)), line(text.slice(end, end + AROUND).split("\n")[0]), " …"];
}

export function table(page, filters, found) {
  const { release } = page;
  const kind = Object.hasOwn(TABLES, filters.kind ?? "") ? filters.kind : "events";
  const made = TABLES[kind];
  const fitting = (name) => TABLES[name].fit(release, { ...filters, kind: "" }, found);
  const records = sorted(release, made, fitting(kind), filters, found);
  return [
    h("h2", {}, "Table"),
    filterBar(release, filters, page.ask, made.asks),
    h("div", { class: "row" }, kinds(release, kind, found && fitting, filters, page.ask), h("p", { class: "note", role: "status" }, count(records.length, kind === "texts" ? "paragraph" : "record"))),
    records.length ? grid(release, made, records, filters, page) : empty(release, kind, found && fitting, filters),
  ];
}

/** Nothing fits; where another kind has what was searched, the way to it. */
function empty({ withTexts }, kind, fitting, filters) {
  if (kind === "texts" && !filters.q) return h("p", { class: "empty" }, "Search for words to find the paragraphs that have them.");
  const others = fitting ? Object.keys(TITLES).filter((other) => (other !== "texts" || withTexts) && fitting(other).length) : [];
  const links = others.map((other, index) => [index ? ", " : "", h("a", { href: viewHash("table", { ...filters, kind: other, sort: "" }) }, TITLES[other])]);
  return h("p", { class: "empty" }, `Nothing among the ${TITLES[kind]} fits these questions.`, links.length ? [" Something does among the ", links, "."] : null);
}

/** The kinds to choose from; where words were asked for, how many of each fit. */
function kinds(release, kind, fitting, filters, ask) {
  const shown = Object.entries(TITLES).filter(([value]) => value !== "texts" || release.withTexts);
  const button = ([value, title]) => h(
    "button",
    { type: "button", "aria-pressed": String(value === kind), onclick: () => ask({ ...filters, kind: value, sort: "" }) },
    title,
    fitting ? h("span", { class: "fitting" }, ` ${fitting(value).length}`) : null,
  );
  return h("div", { class: "segmented", role: "group", "aria-label": "Kind of record" }, shown.map(button));
}

/** By a column that was asked for, else by how well the words fit, else as the release has them. */
function sorted(release, { columns }, records, { sort }, found) {
  const column = columns.find(([title]) => title === sort?.replace(/^-/, ""));
  if (!column) return found && records[0]?.kind !== "texts" ? records.sort((a, b) => found.get(b.id) - found.get(a.id)) : records;
  const keyed = records.map((record) => [column[1](release, record), record]);
  const sign = sort.startsWith("-") ? -1 : 1;
  keyed.sort(([a], [b]) => sign * (a < b ? -1 : Number(a > b)));
  return keyed.map(([, record]) => record);
}

function grid(release, { columns }, records, filters, page) {
  const body = h("div", { role: "rowgroup", class: "rows" });
  body.style.height = `${records.length * ROW}px`;
  const box = h("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Records" },
    h("div", { role: "table", "aria-rowcount": records.length + 1, "aria-label": "Records" }, h("div", { role: "rowgroup", class: "head" }, head(columns, filters, page.ask)), body));
  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
    const last = Math.min(records.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE);
    if (body.dataset.range === `${first} ${last}`) return;
    body.dataset.range = `${first} ${last}`;
    const holding = document.activeElement?.closest?.("[aria-rowindex]")?.getAttribute("aria-rowindex");
    body.replaceChildren(...records.slice(first, last).map((record, index) => line(release, columns, record, first + index)));
    if (holding) body.querySelector(`[aria-rowindex="${holding}"] a`)?.focus({ preventScroll: true });
  };
  box.addEventListener("scroll", draw, { passive: true });
  box.addEventListener("keydown", (event) => step(event, box, records.length, draw));
  page.whenSized(box, draw);
  return box;
}

/** Arrow keys, Home and End move from record to record. */
function step(event, box, length, draw) {
  const here = Number(document.activeElement?.closest?.("[aria-rowindex]")?.getAttribute("aria-rowindex") ?? 1) - 2;
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: length - 1 }[event.key];
  if (next === undefined || next < 0 || next >= length) return;
  event.preventDefault();
  const top = next * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  if (top + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight;
  draw();
  box.querySelector(`[aria-rowindex="${next + 2}"] a`)?.focus({ preventScroll: true });
}

function head(columns, { sort = "", ...filters }, ask) {
  const cell = ([title, , , falling]) => {
    const order = sort === title ? "ascending" : sort === `-${title}` ? "descending" : "none";
    const steps = falling ? ["", `-${title}`, title] : ["", title, `-${title}`];
    const next = steps[(Math.max(0, steps.indexOf(sort)) + 1) % steps.length];
    return h("div", { role: "columnheader", "aria-sort": order },
      h("button", { type: "button", onclick: () => ask({ ...filters, sort: next }) }, title, h("span", { "aria-hidden": "true" }, { ascending: " ↑", descending: " ↓", none: "" }[order])));
  };
  return h("div", { role: "row", "aria-rowindex": 1, class: "line" }, columns.map(cell));
}

function line(release, columns, record, index) {
  const cell = ([title, , show], place) => {
    const shown = show(release, record);
    return h("div", { role: "cell", class: `cell cell-${place}`, "data-title": title }, place === 1 ? h("a", { href: recordHash(record) }, shown) : shown);
  };
  const row = h("div", { role: "row", "aria-rowindex": index + 2, class: "line" }, columns.map(cell));
  row.style.top = `${index * ROW}px`;
  return row;
}
