// Talks to fasti. The token comes with the address that serve prints, behind
// the hash, so that no server and no log ever sees it.

import { t } from "./words.js";

const store = "fasti-review-token";

/** Takes the token out of the address; gives the rest of the hash. */
export function takeToken() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const token = hash.get("token");
  if (token) {
    localStorage.setItem(store, token);
    hash.delete("token");
    history.replaceState(null, "", location.pathname + (String(hash) ? "#" + hash : ""));
  }
  return hash;
}

/** Whether this browser has the token of a run. */
export const hasToken = () => Boolean(localStorage.getItem(store));

/** A failure that fasti explains: status, hint, fields. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.error || t("no answer"));
    this.status = status;
    this.hint = body.hint || "";
    this.fields = body.fields || [];
  }
}

async function call(method, path, body) {
  let r;
  try {
    r = await fetch(new URL("api/v1/" + path, import.meta.url), {
      method,
      headers: { Authorization: "Bearer " + (localStorage.getItem(store) || ""), ...(body ? { "Content-Type": "application/json" } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new Problem(0, { error: t("fasti serve does not answer"), hint: t("start it again; what was decided is kept") });
  }
  const said = await r.json().catch(() => ({ error: t("no answer that can be read") }));
  if (!r.ok) throw new Problem(r.status, said);
  return said;
}

export const get = (path, query = {}) => call("GET", path + "?" + new URLSearchParams(query));
export const post = (path, body) => call("POST", path, body);
