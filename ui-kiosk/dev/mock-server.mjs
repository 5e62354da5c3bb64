// DEVELOPMENT ONLY. Plays the runtime's loopback interface from JSON fixtures, so that the screens can be seen and
// tested without a runtime: `npm run dev`, then open the printed address. Never packed into the jar.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const site = join(here, '..', 'target', 'classes', 'ui');
const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', name), 'utf8'));

const catalogue = (language) => JSON.parse(readFileSync(join(here, '..', 'src', 'shared', 'i18n', `${language}.json`), 'utf8'));
const words = { zh: catalogue('zh'), en: catalogue('en') };

export const views = fixture('views.json');
export const TOKEN = 'development-token';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; " +
  "media-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html; sandbox allow-scripts allow-same-origin allow-forms";
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const TYPES = { '.json': 'application/json', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/** A whole View from a fixture's name and changes to it. */
export function viewOf(name, changes = {}) {
  return {
    id: '0123456789abcdef0123456789abcdef',
    step: 2,
    steps: 5,
    item: { code: 'pension-check', name: '养老待遇资格认证', nameEn: 'Pension check', answerIn: '3个工作日', offlineClass: 'QUEUE_OK', identityLevel: 'FACE' },
    idle: { warnInMillis: 60_000, endInMillis: 80_000 },
    help: 'NONE',
    ...views[name],
    ...changes,
  };
}

export class MockRuntime {
  view = null;
  kiosk = MockRuntime.kiosk();
  items = MockRuntime.items();
  /** Every POST: {path, body}. */
  log = [];
  /** Answers a POST: (action, body, runtime) → {status, body} or undefined for "the View again". */
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
    if (path === '/') return this.#file(response, 'index.html');
    if (path === '/worker' || path === '/technician') return this.#file(response, `${path.slice(1)}.html`);
    if (path.startsWith('/ui/')) return this.#file(response, path.slice(4));
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
    if (answer) return this.#json(response, answer.status ?? 200, answer.body);
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

  #file(response, name) {
    if (!/^[\w.-]+$/.test(name)) return this.#error(response, 404, 'NOT_FOUND');
    const bytes = readFileSync(join(site, name));
    const filled = name.endsWith('.html') ? bytes.toString('utf8').replace('__KIOSK_TOKEN__', this.token) : bytes;
    return this.#text(response, 200, TYPES[extname(name)], filled);
  }

  #picture(response, name) {
    return this.#text(response, 200, 'image/svg+xml', readFileSync(join(here, 'fixtures', name)));
  }

  #json(response, status, body) {
    return this.#text(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
  }

  #error(response, status, code) {
    return this.#json(response, status, { error: { code } });
  }

  #text(response, status, type, body) {
    response.writeHead(status, { ...HEADERS, 'Content-Type': type });
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
