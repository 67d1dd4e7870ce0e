// One record: what is known of it, each value a click from the characters it was read from.

import { badge } from "./card.js";
import { count, h, outward } from "./dom.js";
import { issueOf, nameOf, speakersOf } from "./release.js";
import { recordHash, viewHash } from "./route.js";
import { textPane } from "./text.js";

const TITLES = { articles: "Article", events: "Event", quotes: "Quotation", actors: "Actor", mentions: "Mention", findings: "Finding" };
const MOST_LISTED = 200;

/** The page of a record; `at` are characters of its article to show in its stead. */
export function recordPage(page, id, at = null) {
  const record = page.release.byId.get(id);
  if (!record) {
    return [h("h2", {}, "No such record"), h("p", {}, "This release has no record ", h("code", {}, id), ". ", h("a", { href: "#timeline" }, "To the timeline"))];
  }
  const seen = record.kind === "articles" ? record : record.article;
  const lit = at ? [{ span: at, name: "lit", exact: null }] : litOf(record);
  const { pane, spot } = seen ? textPane(page.release, seen, lit) : { pane: null, spot: null };
  const facts = FACTS[record.kind](page.release, record, spotter(spot));
  const main = at ?? spanOf(record);
  if (spot && main) page.whenShown(() => spot(main, true));
  return [
    h("p", { class: "crumbs" }, h("span", { class: "kind" }, TITLES[record.kind]), crumbs(page.release, record)),
    h("h2", { class: `title-${record.kind}` }, heading(record)),
    h("div", { class: pane ? "split record" : "record" }, h("div", { class: "facts" }, facts, neighbours(record), h("p", { class: "id" }, h("code", {}, record.id))), pane),
  ];
}

const heading = (record) => (record.kind === "quotes" ? `“${record.text}”` : record.kind === "events" ? record.text : nameOf(record));
const spanOf = (record) => record.span ?? record.titleSpan ?? null;

function crumbs(release, record) {
  if (!record.article || record.kind === "articles") return null;
  return [" in ", h("a", { href: recordHash(record.article) }, `${release.pairName(record.article.pair)} ${issueOf(record.article)}`)];
}

/** What lights up in the text: the record itself, and the parts that its values were read from. */
function litOf(record) {
  const lit = [];
  const add = (span, name, exact = null) => span && lit.push({ span, name, exact });
  add(spanOf(record), "lit", record.text ?? record.message);
  add(record.labelSpan, "part-date");
  for (const party of [...(record.actors ?? []), ...(record.speakers ?? [])]) {
    add(party.span, "part-actor");
    add(party.titleSpan, "part-title");
  }
  add(record.cueSpan, "part-trigger");
  add(record.basis && record.basis.slice(1), "part-trigger");
  add(record.placeSpan, "part-place");
  add(record.nativeSpan, "also");
  for (const [start, end] of record.passages ?? []) add([start, end], "also");
  return lit;
}

/** A value as a button that shows its characters, where there is a text to show them in. */
function spotter(spot) {
  return (value, span, part = "") => (spot && span ? h("button", { type: "button", class: `spot ${part}`, title: "Show in the text", onclick: () => spot(span) }, value) : value);
}

function facts(rows) {
  const kept = rows.filter(([, value]) => (Array.isArray(value) ? value.flat(Infinity).some(Boolean) : value !== null && value !== undefined && value !== ""));
  return h("dl", {}, kept.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

function party(release, each, spot) {
  const actor = release.actors[each.i];
  const words = spot(h("span", {}, "“", [each.title, each.text].filter(Boolean).join(" "), "”"), each.titleSpan ? span(each.titleSpan, each.span) : each.span, "small");
  const known = actor ? [h("a", { href: recordHash(actor) }, actor.name), each.office ? h("span", { class: "by" }, `, ${each.office}`) : null, " "] : null;
  const who = h("span", {}, known, words);
  return each.role ? h("li", { class: "party" }, h("span", { class: `role ${each.role}` }, each.role), who) : h("li", {}, who);
}

const span = (one, other) => [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
const list = (items) => (items?.length ? h("ul", {}, items) : null);
const link = (release, id, text) => (release.byId.has(id) ? h("a", { href: `#${id}` }, text ?? nameOf(release.byId.get(id))) : id);
const words = (text) => text?.replaceAll("_", " ");

function shared(release, record, spot) {
  return [
    ["corrected", list((record.corrections ?? []).map(({ field, printed, meant, why }) => h("li", {}, `${field}: printed “${printed}”, meant “${meant}” (${why})`)))],
    ["left open", list((record.gaps ?? []).map(([field, reason]) => h("li", {}, `${words(field)}: ${words(reason)}`)))],
    ["cite as", record.article ? h("span", { class: "cite" }, cited(record)) : null],
  ];
}

function cited(record) {
  const whole = record.article.cite;
  return record.kind === "events" && record.label ? `${whole.replace(/\.$/, "")}, chronology: ${record.label}.` : whole;
}

const FACTS = {
  events: (release, event, spot) => facts([
    ["date", [spot(event.label ?? "none", event.labelSpan, "part-date"), event.edtf ? h("span", { class: "by" }, ` ${event.edtf} · ${words(event.precision)}`) : null]],
    ["type", [badge(event), event.basis ? [" by ", spot(h("span", {}, event.basis[0]), event.basis.slice(1), "part-trigger")] : null]],
    ["meaning", release.types[event.type]],
    ["actors", list(event.actors.map((each) => party(release, each, spot)))],
    ["states", event.countries?.map((code) => release.countryName(code)).join(", ")],
    ["medium", words(event.medium)],
    ["status", event.status],
    ["place", event.place ? spot(event.place, event.placeSpan, "part-place") : null],
    ["contexts", event.contexts?.join(", ")],
    ["quotations", list((event.quotes ?? []).map((id) => h("li", {}, link(release, id, `“${release.byId.get(id)?.text ?? ""}”`))))],
    ["told too", list((event.passages ?? []).map(([start, end, evidence]) => h("li", {}, spot("in the narrative", [start, end], "also"), h("span", { class: "by" }, ` ${evidence}`))))],
    ["further acts", list((event.happenings ?? []).map((act) => h("li", {}, spot(act.text, act.span), h("span", { class: "by" }, [act.type, act.medium, act.status].filter(Boolean).map((each) => ` · ${words(each)}`)))))],
    ["same as", list((event.same ?? []).map((id) => h("li", {}, link(release, id))))],
    ...shared(release, event, spot),
  ]),
  quotes: (release, quote, spot) => facts([
    ["speaker", list(quote.speakers.map((each) => party(release, each, spot)))],
    ["kind", words(quote.form)],
    ["attribution", quote.attribution],
    ["cue", quote.cueText ? [spot(`“${quote.cueText}”`, quote.cueSpan, "part-trigger"), h("span", { class: "by" }, ` ${quote.cue}`)] : null],
    ["stance", quote.stance],
    ["to", list((quote.addressees ?? []).map((each) => party(release, each, spot)))],
    ["reported by", list((quote.via ?? []).map((each) => party(release, each, spot)))],
    ["spoken", quote.date ? `${quote.date} (${quote.dateBasis})` : null],
    ["original", quote.native ? spot(h("span", { lang: quote.nativeLanguage ?? null }, quote.native), quote.nativeSpan) : null],
    ["inside", quote.within ? link(release, quote.within, "the outer quotation") : null],
    ["continues", quote.continues ? link(release, quote.continues, "an earlier quotation") : null],
    ["entry", quote.event ? link(release, quote.event.id) : null],
    ["under", quote.section],
    ["same words", list((quote.same ?? []).map((id) => h("li", {}, link(release, id))))],
    ...shared(release, quote, spot),
  ]),
  mentions: (release, mention, spot) => facts([
    ["names", mention.actor ? h("a", { href: recordHash(mention.actor) }, mention.actor.name) : "more than one actor could be meant"],
    ["place", spot("in the text", mention.span)],
    ...shared(release, mention, spot),
  ]),
  findings: (release, finding, spot) => facts([
    ["severity", h("span", { class: `badge ${finding.severity}` }, finding.severity)],
    ["message", finding.message],
    ["meaning", release.codes[finding.code]?.[0]],
    ["what to do", release.codes[finding.code]?.[1]],
    ["field", finding.field],
    ["record", finding.record ? link(release, finding.record) : null],
    ["place", finding.span ? spot("in the text", finding.span) : null],
    ...shared(release, finding, spot),
  ]),
  articles: (release, article, spot) => [
    facts([
      ["pair", article.relationship ?? release.pairName(article.pair)],
      ["authors", article.authors?.join(", ")],
      ["issue", article.volume ? `Vol. ${article.volume}, No. ${article.issue ?? "?"}` : null],
      ["published", article.published],
      ["period", article.period?.join(" to ")],
      ["address", article.url ? outward(article.url, article.url) : null],
      ["sections", list((article.sections ?? []).map(([heading, start, end]) => h("li", {}, spot(heading, [start, end]))))],
      ["source", `${article.source} (${article.layout})`],
      ["findings", list(article.findings.map((finding) => h("li", {}, h("a", { href: recordHash(finding) }, finding.code), h("span", { class: "by" }, ` ${finding.message}`))))],
      ["corrected", list((article.corrections ?? []).map(({ field, printed, meant, why }) => h("li", {}, `${field}: printed “${printed}”, meant “${meant}” (${why})`)))],
      ["cite as", h("span", { class: "cite" }, article.cite)],
    ]),
    records(count(article.events.length, "event"), article.events),
    records(count(article.quotes.length, "quotation"), article.quotes),
  ],
  actors: (release, actor) => [
    facts([
      ["kind", actor.type],
      ["state", actor.type === "country" ? actor.country : state(release, actor)],
      ["own script", actor.native],
      ["also", actor.aliases?.join(", ")],
      ["identifiers", list((actor.identifiers ?? []).map(([scheme, identifier]) => h("li", {}, `${scheme} `, identifierOf(scheme, identifier))))],
      ["offices", list((actor.offices ?? []).map(([title, start, end, asOf]) => h("li", {}, title, h("span", { class: "by" }, ` ${start ?? "?"} – ${end ?? (asOf ? `at least ${asOf}` : "?")}`))))],
      ["known", actor.curated ? "curated in the authority file" : "read from the article"],
      ["named", list(namedIn(release, actor))],
      ["see", list([
        actor.events.length ? h("li", {}, h("a", { href: viewHash("timeline", { who: actor.id }) }, "its events on the timeline")) : null,
        actor.quotes.length ? h("li", {}, h("a", { href: viewHash("quotations", { who: actor.id, form: "all" }) }, "its quotations")) : null,
      ].filter(Boolean))],
    ]),
    records(count(actor.events.length, "event"), actor.events),
    records(count(actor.quotes.length, "quotation"), actor.quotes),
  ],
};

const identifierOf = (scheme, identifier) => (scheme === "wikidata" ? outward(`https://www.wikidata.org/wiki/${identifier}`, identifier) : identifier);

/** The state an actor is of, and the way to it. */
function state(release, { country }) {
  const known = release.states.get(country);
  return known ? h("a", { href: recordHash(known) }, known.name) : country && release.countryName(country);
}

/** Per article, the places where an actor is named, each a link into the text. */
function namedIn(release, actor) {
  const byArticle = new Map();
  for (const mention of actor.mentions) byArticle.set(mention.article, [...(byArticle.get(mention.article) ?? []), mention]);
  return [...byArticle].map(([article, mentions]) => h("li", {}, `${release.pairName(article.pair)} ${issueOf(article)}: `,
    mentions.slice(0, 30).map((mention, index) => [index ? " " : "", h("a", { href: recordHash(mention), "aria-label": `mention ${index + 1}` }, String(index + 1))]),
    mentions.length > 30 ? ` and ${mentions.length - 30} more` : ""));
}

function records(title, all) {
  if (!all.length) return null;
  const line = (record) => h("li", {}, h("a", { href: recordHash(record) },
    record.kind === "quotes" ? `“${record.text}”` : record.text), h("p", { class: "by" }, record.kind === "quotes" ? speakersOf(record) || "unattributed" : [nameOf(record), " ", badge(record)]));
  return h("details", { open: all.length <= 40 }, h("summary", {}, title), h("ul", { class: "records" }, all.slice(0, MOST_LISTED).map(line)),
    all.length > MOST_LISTED ? h("p", { class: "note" }, `and ${all.length - MOST_LISTED} more in the table`) : null);
}

/** To the records before and after, in the order of the text. */
function neighbours(record) {
  const all = record.article?.[record.kind];
  if (!Array.isArray(all) || record.kind === "findings" || record.kind === "articles") return null;
  const here = all.indexOf(record);
  const step = (other, text, rel) => (other ? h("a", { href: recordHash(other), rel, class: "step" }, text) : null);
  return h("nav", { class: "steps", "aria-label": "In the text" }, step(all[here - 1], "← before", "prev"), step(all[here + 1], "after →", "next"));
}
