/** What the runtime answered when it did not answer 2xx; `fields` is filled for a rejected form. */
export class ApiError extends Error {
  constructor(status, code, fields = [], details = {}) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.fields = fields;
    /** All that was said about it, e.g. `attemptsLeft` or `seconds`. */
    this.details = details;
  }
}

/** The runtime could not be reached at all. */
export class Unreachable extends Error {}

const WAIT_MILLIS = 20_000;
/** A sound that comes later than this is no help any more. */
const SOUND_MILLIS = 6_000;

/** The loopback interface of the runtime: JSON in, JSON out, the token of this page on every call. */
export class Api {
  #token;
  #fetch;

  constructor(token, fetch = globalThis.fetch.bind(globalThis)) {
    this.#token = token;
    this.#fetch = fetch;
  }

  /** Answers the parsed JSON; throws ApiError or Unreachable. */
  get(path) {
    return this.#call(path, {}, (response) => response.json());
  }

  /** Answers the parsed JSON, or null for an empty answer; throws ApiError or Unreachable. */
  async post(path, body, waitMillis = WAIT_MILLIS) {
    const text = await this.#call(path, json(body), (response) => response.text(), waitMillis);
    return text === '' ? null : JSON.parse(text);
  }

  /** Sends a Blob under a worker's token; answers the parsed JSON; throws ApiError or Unreachable. */
  upload(path, blob, worker) {
    const headers = { 'Content-Type': blob.type, 'Kiosk-Worker': worker };
    return this.#call(path, { method: 'POST', headers, body: blob }, (response) => response.json());
  }

  /** Answers a picture as a Blob; throws ApiError or Unreachable. */
  picture(path) {
    return this.#call(path, {}, (response) => response.blob());
  }

  /** Answers a picture that is asked for with a body, as a Blob; throws ApiError or Unreachable. */
  pictureOf(path, body) {
    return this.#call(path, json(body), (response) => response.blob());
  }

  /** Answers a fixed text's sound as bytes; throws ApiError or Unreachable. */
  sound(path, signal) {
    return this.#call(path, {}, (response) => response.arrayBuffer(), SOUND_MILLIS, signal);
  }

  /** Answers the sound of {kind, lang, pace, text} as bytes; throws ApiError or Unreachable. */
  say(body, signal) {
    return this.#call('/api/audio/say', json(body), (response) => response.arrayBuffer(), SOUND_MILLIS, signal);
  }

  /** Opens a long answer (the event stream); the caller reads the body and aborts by `signal`. */
  async open(path, signal) {
    return this.#send(path, { signal, headers: { Accept: 'text/event-stream' } });
  }

  /**
   * One call, its answer read to the end, within a time. The clock is a timer of its own that stops with the call: a
   * signal that times out by itself would stay in memory for all of its time, after every call.
   */
  async #call(path, init, read, millis = WAIT_MILLIS, outer = undefined) {
    const stop = new AbortController();
    const give = () => stop.abort();
    const timer = setTimeout(give, millis);
    outer?.addEventListener('abort', give);
    if (outer?.aborted) give();
    try {
      return await read(await this.#send(path, { ...init, signal: stop.signal }));
    } finally {
      clearTimeout(timer);
      outer?.removeEventListener('abort', give);
    }
  }

  async #send(path, init) {
    let response;
    try {
      response = await this.#fetch(path, {
        ...init,
        cache: 'no-store',
        headers: { ...init.headers, Authorization: `Bearer ${this.#token}` },
      });
    } catch (cause) {
      throw new Unreachable(path, { cause });
    }
    if (response.ok) return response;
    const { error } = await response.json().catch(() => ({}));
    throw new ApiError(response.status, error?.code ?? 'UNKNOWN', error?.fields ?? [], error ?? {});
  }
}

function json(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
