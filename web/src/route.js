// Where one is, kept in the address: "#timeline?pair=china-russia&from=2020" or "#<id of a record>",
// or "#<id of an article>?at=<first>-<end>" for some characters of its text.

export const VIEWS = ["timeline", "network", "quotations", "table", "coverage"];

/** hash = '#' (VIEW | RECORD ID) ['?' FILTERS] */
export function readHash(hash) {
  const [head, query = ""] = safelyDecoded(hash.replace(/^#/, ""));
  const filters = Object.fromEntries(new URLSearchParams(query));
  if (head && !VIEWS.includes(head)) return { view: "record", id: head, filters };
  return { view: head || VIEWS[0], id: null, filters };
}

/** An address that was cut or mistyped is a record nobody knows, not an error. */
function safelyDecoded(rest) {
  const place = rest.indexOf("?");
  const [head, query] = place < 0 ? [rest, ""] : [rest.slice(0, place), rest.slice(place + 1)];
  try {
    return [decodeURIComponent(head), query];
  } catch {
    return [head, query];
  }
}

/** The address of a view; empty filters are left out. */
export function viewHash(view, filters = {}) {
  const kept = Object.entries(filters).filter(([, value]) => value);
  return `#${view}${kept.length ? `?${new URLSearchParams(kept)}` : ""}`;
}

export const recordHash = (record) => (record.kind === "texts" ? `#${record.article.id}?at=${record.span.join("-")}` : `#${record.id}`);

/** The characters that an address names: "120-131" as [120, 131], or null. */
export function placeIn({ at = "" }) {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(at);
  return found && Number(found[1]) < Number(found[2]) ? [Number(found[1]), Number(found[2])] : null;
}
