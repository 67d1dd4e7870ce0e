// Where one is, kept in the address: "#timeline?pair=china-russia&from=2020" or "#<id of a record>".

export const VIEWS = ["timeline", "network", "quotations", "table", "coverage"];

/** hash = '#' (VIEW ['?' FILTERS] | RECORD ID) */
export function readHash(hash) {
  const [head, query = ""] = safelyDecoded(hash.replace(/^#/, ""));
  if (head && !VIEWS.includes(head)) return { view: "record", id: head, filters: {} };
  return { view: head || VIEWS[0], id: null, filters: Object.fromEntries(new URLSearchParams(query)) };
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

export const recordHash = (record) => `#${record.id}`;
