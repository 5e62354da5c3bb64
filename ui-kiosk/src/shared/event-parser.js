/**
 * Cuts a text/event-stream (HTML Living Standard, server-sent events) into {event, data}. Feed it decoded
 * text in any pieces. Comments and unknown fields are skipped; a line over the limit ends the stream.
 */
export class EventParser {
  #emit;
  #rest = '';
  #event = 'message';
  #data = [];

  static LIMIT = 1 << 20;

  constructor(emit) {
    this.#emit = emit;
  }

  feed(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    if (this.#rest.length > EventParser.LIMIT) throw new RangeError('event line too long');
    for (const line of lines) this.#line(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  #line(line) {
    if (line === '') {
      if (this.#data.length > 0) this.#emit(this.#event, this.#data.join('\n'));
      this.#event = 'message';
      this.#data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event = value;
    else if (field === 'data') this.#data.push(value);
  }
}
