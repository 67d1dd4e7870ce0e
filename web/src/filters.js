// The questions asked of all views: words, pair, type, days, actor. They live in the address.

import { h } from "./dom.js";

/** The events that fit; `found` are the ids of a search, or null where no words were asked for. */
export function fittingEvents(release, filters, found) {
  return release.events.filter((event) => fitsEvent(release, event, filters, found));
}

function fitsEvent(release, event, { pair, type, from, to, who, medium }, found) {
  return (
    (!found || found.has(event.id)) &&
    (!pair || event.article.pair === pair) &&
    (!type || event.type === type || event.cc === type) &&
    (!medium || event.medium === medium) &&
    overlaps(event.from, event.to, from, to) &&
    (!who || who.split(",").every((id) => event.actors.some((party) => release.actors[party.i]?.id === id)))
  );
}

/** The quotations that fit: by their own day, or that of the entry they stand in. */
export function fittingQuotes(release, filters, found) {
  const { pair, from, to, who, form } = filters;
  return release.quotes.filter(
    (quote) =>
      (!found || found.has(quote.id)) &&
      (!pair || quote.article.pair === pair) &&
      fitsForm(quote, form) &&
      overlaps(...daysOfQuote(quote), from, to) &&
      (!who || who.split(",").every((id) => quote.speakers.some((party) => release.actors[party.i]?.id === id))),
  );
}

const SAID = new Set(["direct", "fragment", "block"]);

/** Of one form, or of those in which somebody's words stand: no scare quotes, titles and terms. */
const fitsForm = (quote, form = "all") => form === "all" || (form === "said" ? SAID.has(quote.form) : quote.form === form);

export function daysOfQuote(quote) {
  if (quote.date) return quote.date.split("/").length === 2 ? quote.date.split("/") : [quote.date, quote.date];
  return quote.event ? [quote.event.from, quote.event.to] : quote.article.period ?? [null, null];
}

/** Days compare as text: "2020" is before "2020-04-03", and "2020~" stands for all that begins so. */
function overlaps(start, end, from, to) {
  if (!from && !to) return true;
  if (!start) return false;
  return (!from || (end ?? start) >= from) && (!to || start.slice(0, to.length) <= to);
}

/** The bar of questions; `change(filters)` is called with the new ones. */
export function filterBar(release, filters, change, shown = ["q", "pair", "type", "from", "to", "who"]) {
  const controls = {
    q: () => search(filters, change),
    pair: () => choice("Pair", "pair", release.pairs.map((pair) => [pair, release.pairName(pair)]), filters, change),
    type: () => choice("Type", "type", typesOf(release), filters, change),
    from: () => day("From", "from", filters, change),
    to: () => day("To", "to", filters, change),
    who: () => chips(release, filters, change),
    form: () => choice("Form", "form", formsOf(release), filters, change, "said"),
  };
  const form = h("form", { class: "filters", role: "search", "aria-label": "Filter" }, shown.map((name) => controls[name]()));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (Object.keys(filters).some((name) => shown.includes(name) && filters[name])) {
    const cleared = { ...filters, ...Object.fromEntries(shown.map((name) => [name, ""])) };
    form.append(h("button", { type: "button", class: "quiet", onclick: () => change(cleared) }, "Clear"));
  }
  return form;
}

function typesOf(release) {
  const used = new Set(release.events.map((event) => event.type ?? event.cc).filter(Boolean));
  return [...used].sort().map((type) => [type, type]);
}

function formsOf(release) {
  const used = new Set(release.quotes.map((quote) => quote.form));
  return [["said", "words of somebody"], ["all", "all"], ...[...used].sort().map((form) => [form, form.replaceAll("_", " ")])];
}

function search(filters, change) {
  const input = h("input", { type: "search", id: "q", placeholder: "words, names …", value: filters.q ?? "", autocomplete: "off" });
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ ...filters, q: input.value.trim() }), 250);
  });
  return label("Search", input, "wide");
}

/** A choice among options; the one that needs no word in the address is `usual`, or else all of them. */
function choice(title, name, options, filters, change, usual = "") {
  const select = h(
    "select",
    { id: name, onchange: ({ target }) => change({ ...filters, [name]: target.value === usual ? "" : target.value }) },
    usual ? null : h("option", { value: "" }, "all"),
    options.map(([value, text]) => h("option", { value, selected: filters[name] === value }, text)),
  );
  return label(title, select);
}

function day(title, name, filters, change) {
  const input = h("input", { type: "text", id: name, class: "day", inputmode: "numeric", placeholder: "YYYY-MM", value: filters[name] ?? "" });
  input.addEventListener("change", () => {
    const right = input.value === "" || /^\d{4}(-\d\d(-\d\d)?)?$/.test(input.value);
    input.setAttribute("aria-invalid", String(!right));
    if (right) change({ ...filters, [name]: input.value });
  });
  return label(title, input);
}

function chips(release, filters, change) {
  const ids = (filters.who ?? "").split(",").filter(Boolean);
  return ids.map((id) => {
    const rest = ids.filter((each) => each !== id).join(",");
    const name = release.byId.get(id)?.name ?? id;
    const words = { type: "button", class: "chip", "aria-label": `${name}: remove`, onclick: () => change({ ...filters, who: rest }) };
    return h("button", words, name, h("span", { "aria-hidden": "true" }, " ×"));
  });
}

function label(title, control, kind = "") {
  return h("label", { class: kind || null }, h("span", {}, title), control);
}
