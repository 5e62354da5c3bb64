// DEVELOPMENT ONLY. Plays the runtime's loopback interface from JSON fixtures, so that the screens can be seen and
// tested without a runtime: `npm run dev`, then open the printed address. Never packed into the jar.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADERS, serveFile } from './site-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', name), 'utf8'));

const catalogue = (language) => JSON.parse(readFileSync(join(here, '..', 'src', 'shared', 'i18n', `${language}.json`), 'utf8'));
const words = { zh: catalogue('zh'), en: catalogue('en') };

export const views = fixture('views.json');
export const TOKEN = 'development-token';

/** A whole View from a fixture's name and changes to it. */
export function viewOf(name, changes = {}) {
  return {
    id: '0123456789abcdef0123456789abcdef',
    step: 2,
    steps: 5,
    item: { code: 'pension-check', name: '养老待遇资格认证', nameEn: 'Pension check', answerIn: '3个工作日', answerInEn: '3 working days', offlineClass: 'QUEUE_OK', identityLevel: 'FACE' },
    idle: { warnInMillis: 60_000, endInMillis: 80_000 },
    help: 'NONE',
    ...views[name],
    ...changes,
  };
}

/** A call for help in each of its states, made at 8:42 in the morning. */
export const CALLS = {
  CALLING: { state: 'CALLING', calledAt: '2026-11-23T00:42:07Z', since: '2026-11-23T00:42:07Z', minutes: 0, expectedAt: '', waiting: true },
  ANSWERED: { state: 'ANSWERED', calledAt: '2026-11-23T00:42:07Z', since: '2026-11-23T00:42:31Z', minutes: 5, expectedAt: '2026-11-23T00:47:31Z', waiting: true },
  UNANSWERED: { state: 'UNANSWERED', calledAt: '2026-11-23T00:42:07Z', since: '2026-11-23T00:43:07Z', minutes: 0, expectedAt: '', waiting: false },
  NO_LINE: { state: 'NO_LINE', calledAt: '2026-11-23T00:42:07Z', since: '2026-11-23T00:42:07Z', minutes: 0, expectedAt: '', waiting: false },
};

export class MockRuntime {
  view = null;
  kiosk = MockRuntime.kiosk();
  items = MockRuntime.items();
  /** Every POST: {path, body}. */
  log = [];
  /** Answers a POST: (action, body, runtime) → {status, body, token} or undefined for "the View again". */
  answer = () => undefined;
  /** Everything said: {text, kind, lang}, fixed texts in their words. */
  said = [];
  /** False: the voice is broken. */
  voice = true;
  /** The last ink sent, and what is answered instead of candidates. */
  written = [];
  writing = () => undefined;
  /** What handwriting is read as. */
  candidates = ['吉', '喜', '嘉', '善', '古', '土'];
  /** Awaited before a list of items is answered, with the items as they were when it was asked for. */
  hold = () => undefined;
  /** So many questions for the list of items get an error. */
  itemsFail = 0;
  /** With a token of another start every call is refused. */
  token = TOKEN;
  static kiosk = (changes = {}) => ({ ...fixture('kiosk.json'), ...changes });
  static items = () => fixture('items.json');

  #streams = new Set();
  #server = createServer((request, response) => this.#serve(request, response));

  async listen(port = 0) {
    await new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  async close() {
    this.dropStreams();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  dropStreams() {
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
  }

  /** How many pages listen. */
  get listeners() {
    return this.#streams.size;
  }

  /** A citizen's session has begun or ended: this is the token from now on. Open pages are told, or cut off. */
  turn(token, { told = true } = {}) {
    this.token = token;
    if (!told) return this.dropStreams();
    for (const stream of this.#streams) stream.write(`event: token\ndata: ${JSON.stringify({ token })}\n\n`);
    return undefined;
  }

  /** A call for help stands so from now on, or none; made in this session unless another is named. Answers the machine. */
  help(call, session = this.view?.id ?? '') {
    this.show(this.view, { ...this.kiosk, help: call && { ...call, session } });
    return this.kiosk;
  }

  /** Shows a View (null: nobody is here) and, optionally, another state of the kiosk. */
  show(view, kiosk = this.kiosk, items = this.items) {
    this.view = view;
    this.kiosk = kiosk;
    this.items = items;
    for (const stream of this.#streams) this.#tell(stream);
  }

  #tell(stream) {
    stream.write(`event: kiosk\ndata: ${JSON.stringify(this.kiosk)}\n\n`);
    stream.write(`event: session\ndata: ${JSON.stringify(this.view ?? { page: 'attract' })}\n\n`);
  }

  async #serve(request, response) {
    const path = request.url.split('?')[0];
    if (serveFile(path, response, this.token)) return undefined;
    if (!path.startsWith('/api/')) return this.#error(response, 404, 'NOT_FOUND');
    if (request.headers.authorization !== `Bearer ${this.token}`) return this.#error(response, 401, 'NO_TOKEN');
    if (path === '/api/events') return this.#stream(response);
    if (path.endsWith('preview.jpg')) return this.#picture(response, this.view?.materials ? 'paper.svg' : 'face.svg');
    if (path.includes('/pages/')) return this.#picture(response, 'page.svg');
    if (path.endsWith('/outline')) return this.#json(response, 200, { corners: this.view?.dev?.corners ?? CORNERS });
    if (path.endsWith('qr.svg')) return this.#text(response, 200, 'image/svg+xml', QR);
    if (path.startsWith('/api/audio/p/')) return this.#clip(request, response, path);
    if (request.method === 'POST') return this.#post(request, response, path);
    if (path === '/api/items') return this.#items(response);
    if (path === '/api/kiosk') return this.#json(response, 200, this.kiosk);
    return this.view ? this.#json(response, 200, this.view) : this.#error(response, 404, 'NO_SESSION');
  }

  async #post(request, response, path) {
    let text = '';
    for await (const piece of request) text += piece;
    const body = JSON.parse(text);
    if (path === '/api/audio/say') return this.#sound(response, body);
    if (path === '/api/writing') {
      this.written = [{ body }];
      const failure = this.writing();
      return this.#json(response, failure?.status ?? 200, failure?.body ?? { candidates: this.candidates.slice(0, body.most) });
    }
    this.log.push({ path, body });
    const action = path === '/api/sessions' ? 'begin' : path.split('/').at(-1);
    const answer = await this.answer(action, body, this);
    if (answer?.jpeg) return this.#text(response, 200, 'image/jpeg', answer.jpeg);
    if (answer) return this.#json(response, answer.status ?? 200, answer.body, answer.token && { 'Kiosk-Token': answer.token });
    if (path.startsWith('/api/help')) return this.#json(response, 200, this.help(path === '/api/help' ? CALLS.CALLING : undefined));
    if (action === 'end' || action === 'card-taken') this.show(null);
    return this.#json(response, 200, this.view ?? { page: 'attract' });
  }

  #clip(request, response, path) {
    const lang = new URL(request.url, 'http://x').searchParams.get('lang');
    const text = path.slice('/api/audio/p/'.length).split('.').reduce((node, key) => node?.[key], words[lang]);
    return typeof text === 'string' ? this.#sound(response, { text, kind: 'text', lang }) : this.#error(response, 404, 'NOT_FOUND');
  }

  #sound(response, { text, kind, lang }) {
    if (!this.voice) return this.#error(response, 503, 'NO_VOICE');
    this.said.push({ text, kind, lang });
    return this.#text(response, 200, 'audio/wav', SILENCE);
  }

  async #items(response) {
    const { items } = this;
    await this.hold();
    if (this.itemsFail > 0) {
      this.itemsFail--;
      return this.#error(response, 500, 'INTERNAL');
    }
    return this.#json(response, 200, { items });
  }

  #stream(response) {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    this.#tell(response);
  }

  #picture(response, name) {
    return this.#text(response, 200, 'image/svg+xml', readFileSync(join(here, 'fixtures', name)));
  }

  #json(response, status, body, more = {}) {
    return this.#text(response, status, 'application/json; charset=utf-8', JSON.stringify(body), more);
  }

  #error(response, status, code) {
    return this.#json(response, status, { error: { code } });
  }

  #text(response, status, type, body, more = {}) {
    response.writeHead(status, { ...HEADERS, ...more, 'Content-Type': type });
    response.end(body);
  }
}

// A twentieth of a second of nothing, as a WAV file.
const SILENCE = (() => {
  const samples = 1_102;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  [16, 0].forEach((value, i) => file.writeUInt16LE(value, 16 + 2 * i));
  [1, 1].forEach((value, i) => file.writeUInt16LE(value, 20 + 2 * i));
  file.writeUInt32LE(22_050, 24);
  file.writeUInt32LE(44_100, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  return file;
})();

/** Where the paper lies in paper.svg. */
const CORNERS = [[0.26, 0.12], [0.79, 0.15], [0.76, 0.91], [0.22, 0.87]];

// A stand-in with the look of a QR code; the runtime serves a real one.
const QR = (() => {
  const on = (x, y) => (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0;
  let cells = '';
  for (let y = 0; y < 25; y++) for (let x = 0; x < 25; x++) if (on(x, y)) cells += `M${x} ${y}h1v1h-1z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 33 33"><path fill="#fff" d="M-4-4h33v33h-33z"/><path d="${cells}"/></svg>`;
})();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const runtime = new MockRuntime();
  const names = Object.keys(views);
  let next = 0;
  // Every press shows the next fixture.
  runtime.answer = (action) => {
    if (action !== 'end' && action !== 'touch') runtime.show(viewOf(names[next++ % names.length]));
  };
  console.log(`mock runtime, every press shows the next page: ${await runtime.listen(Number(process.env.PORT ?? 8931))}`);
}
