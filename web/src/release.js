// The release inside the page: parsed once, indexed by id and by neighbour. A text is parsed when it is opened.

const KINDS = ["articles", "events", "quotes", "actors", "findings"];

export class Release {
  constructor() {
    Object.assign(this, JSON.parse(document.getElementById("release").textContent));
    this.byId = new Map();
    for (const kind of KINDS) {
      for (const record of this[kind]) this.byId.set(record.id, Object.assign(record, { kind }));
    }
    this.articles.forEach((article) => Object.assign(article, { events: [], quotes: [], mentions: [], findings: [] }));
    this.actors.forEach((actor) => Object.assign(actor, { events: [], quotes: [], mentions: [] }));
    this.#join();
    this.pairs = [...new Set(this.articles.map((article) => article.pair))].sort();
    this.texts = new Map();
    this.states = new Map(this.actors.filter((actor) => actor.type === "country").map((actor) => [actor.country, actor]));
  }

  #join() {
    for (const { actors = [], speakers = [], addressees = [], via = [] } of [...this.events, ...this.quotes]) {
      for (const party of [...actors, ...speakers, ...addressees, ...via]) party.name = this.actors[party.i]?.name ?? party.text;
    }
    for (const event of this.events) {
      event.article = this.articles[event.a];
      event.article.events.push(event);
      event.time = event.from ? Date.parse(event.from) : null;
      for (const actor of this.actorsOf(event.actors)) actor.events.push(event);
    }
    for (const quote of this.quotes) {
      quote.article = this.articles[quote.a];
      quote.article.quotes.push(quote);
      quote.event = this.byId.get(quote.eventId) ?? null;
      for (const actor of this.actorsOf(quote.speakers)) actor.quotes.push(quote);
    }
    for (const [a, id, actor, start, end] of this.mentions) {
      const article = this.articles[a];
      const mention = { kind: "mentions", id: `${article.id}:m:${id}`, article, span: [start, end] };
      mention.actor = this.actors[actor] ?? null;
      mention.actor?.mentions.push(mention);
      article.mentions.push(mention);
      this.byId.set(mention.id, mention);
    }
    for (const finding of this.findings) {
      finding.article = this.articles[finding.a] ?? null;
      finding.article?.findings.push(finding);
    }
  }

  /** "china-russia" as the mastheads write it. */
  pairName(pair) {
    return this.pairNames[pair] ?? pair;
  }

  /** "CHN" as people call it. */
  countryName(code) {
    return this.countries[code] ?? code;
  }

  /** The known actors of some parties, each once. */
  actorsOf(parties = []) {
    return [...new Set(parties.map((party) => this.actors[party.i]).filter(Boolean))];
  }

  /** An article's text, or null where the release was made without texts. */
  textOf(article) {
    if (!this.texts.has(article)) {
      const element = document.getElementById(`text-${article.id}`);
      this.texts.set(article, element ? new Text(JSON.parse(element.textContent)) : null);
    }
    return this.texts.get(article);
  }
}

/** A canonical text: offsets count code points, as in the records; JavaScript counts UTF-16 units. */
class Text {
  constructor(text) {
    this.text = text;
    this.far = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
    this.length = this.far ? this.far.length : text.length;
  }

  slice(start, end) {
    return this.far ? this.far.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** Where each paragraph that has all these words has the first of them: [start, end]. Words are in small letters. */
  *places(words) {
    this.small ??= smallLetters(this.text);
    for (let start = 0; start < this.small.length;) {
      const cut = this.small.indexOf("\n", start);
      const end = cut < 0 ? this.small.length : cut;
      const at = this.small.indexOf(words[0], start);
      if (at < 0) return;
      if (at >= end) {
        start = this.small.lastIndexOf("\n", at) + 1;
        continue;
      }
      const paragraph = this.small.slice(start, end);
      if (words.every((word) => paragraph.includes(word))) yield [this.#counted(at), this.#counted(at + words[0].length)];
      start = end + 1;
    }
  }

  /** A place in JavaScript's units as one in code points. */
  #counted(at) {
    return this.far ? Array.from(this.text.slice(0, at)).length : at;
  }
}

/** Small letters, as many as before: a letter that would become two stays as it is. */
function smallLetters(text) {
  const small = text.toLowerCase();
  return small.length === text.length ? small : Array.from({ length: text.length }, (_, at) => oneSmall(text[at])).join("");
}

const oneSmall = (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit);

/** What a record is called in a heading or a list. */
export function nameOf(record) {
  switch (record.kind) {
    case "articles": return record.title ?? record.id;
    case "events": return record.label ?? "undated";
    case "quotes": return speakersOf(record) || "unattributed";
    case "actors": return record.name;
    case "mentions": return record.actor?.name ?? "an ambiguous name";
    default: return record.code;
  }
}

/** The speakers by their names; by the words that stand for them where nobody is known by name. */
export const speakersOf = (quote) => quote.speakers.map((party) => party.name).join(", ");

/** "22-3" and the like; the period's start where the page prints no number. */
export function issueOf(article) {
  return article.volume ? `${article.volume}-${article.issue ?? "?"}` : (article.period?.[0] ?? "no number");
}
