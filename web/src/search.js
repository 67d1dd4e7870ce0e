// Full text search over events, quotations, actors and findings, indexed in slices so that nothing freezes.

import MiniSearch from "minisearch";
import { speakersOf } from "./release.js";

const SLICE = 400;

function words(release, record) {
  const names = release.actorsOf(record.actors ?? record.speakers).map((actor) => actor.name).join(" ");
  switch (record.kind) {
    case "events": return { text: record.text, names, more: [record.type, record.cc, record.place].join(" ") };
    case "quotes": return { text: record.text, names: `${names} ${speakersOf(record)}`, more: record.cue ?? "" };
    case "actors": return { text: (record.aliases ?? []).join(" "), names: record.name, more: record.native ?? "" };
    default: return { text: record.message, names: "", more: record.code };
  }
}

export class Search {
  #ready = null;

  constructor(release) {
    this.release = release;
    this.index = new MiniSearch({
      fields: ["text", "names", "more"],
      searchOptions: {
        boost: { names: 2 },
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
        combineWith: "AND",
      },
    });
  }

  /** The ids found with their scores. The index is made at the first question. */
  async find(question) {
    this.#ready ??= this.#fill();
    await this.#ready;
    return new Map(this.index.search(question).map(({ id, score }) => [id, score]));
  }

  #fill() {
    const { events, quotes, actors, findings } = this.release;
    const records = [...events, ...quotes, ...actors, ...findings];
    return this.index.addAllAsync(
      records.map((record) => ({ id: record.id, ...words(this.release, record) })),
      { chunkSize: SLICE },
    );
  }
}
