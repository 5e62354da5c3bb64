// A stand-in for the runtime's field desk: keeps one draft at a time and answers as the real one does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HEADERS, serveFile } from './site-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const DEVICES = { 'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(self)' };
const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', name), 'utf8'));
const CONSENT = '社区要登记您家的住址和家里人的姓名、证号、电话，用来上门服务和紧急联系。只给街道和社区的工作人员看。您可以不同意，不影响办事。您同意吗？';

/** A grid of so many households: forty a building, in two units of five floors with four doors each. */
export function gridOf(many) {
  return Array.from({ length: many }, (_, n) => {
    const [building, unit, door] = [1 + Math.floor(n / 40), 1 + Math.floor((n % 40) / 20), 100 * (1 + Math.floor((n % 20) / 4)) + 1 + (n % 4)];
    return { id: `G${n}`, address: `东街社区${building}号楼${unit}单元${door}`, head: '李*', people: 1 + (n % 5), tags: [], changed: false, conflicts: 0, fresh: false };
  });
}

export class WorkerRuntime {
  /** Calls of the page: {name, body}. */
  log = [];
  worker = fixture('worker.json');
  /** May answer {status, body} instead, and may be awaited. */
  answer = () => undefined;
  draft = null;
  #server = createServer((request, response) => this.#serve(request, response));

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#server.address().port}/worker`;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  reset() {
    this.worker = fixture('worker.json');
    this.draft = null;
    this.walked = null;
    this.log.length = 0;
    this.answer = () => undefined;
  }

  async #serve(request, response) {
    const path = request.url;
    if (serveFile(path, response, 'token', DEVICES)) return undefined;
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const upload = path.startsWith('/api/field/upload/');
    const body = upload ? { bytes, type: request.headers['content-type'], worker: request.headers['kiosk-worker'] } : JSON.parse(bytes.toString() || '{}');
    const name = upload ? 'upload' : path.split('/').at(-1);
    this.log.push({ name, path, body });
    const instead = await this.answer(name, body, this);
    if (instead) return this.#json(response, instead.status ?? 200, instead.body);
    const told = this.#told(name, body, path);
    return told ? this.#json(response, 200, told) : this.#json(response, 404, { error: { code: 'NOT_FOUND' } });
  }

  #told(name, body, path) {
    const { worker } = this;
    switch (name) {
      case 'sign-in': return { token: 't', badge: body.badge, role: 'GRID_WORKER', limited: false, idleSeconds: 300, seconds: 3600 };
      case 'sign-out': return {};
      case 'today': return { today: worker.today };
      case 'houses': return { houses: worker.houses };
      case 'sync': case 'push': return { sync: worker.sync };
      case 'resolve':
        worker.sync = { ...worker.sync, conflicts: worker.sync.conflicts.filter((one) => one.field !== body.field) };
        return { sync: worker.sync };
      case 'begin': this.draft = this.#fresh(body); return { draft: this.draft };
      case 'new-house': this.draft = { ...this.#fresh({ kind: 'VISIT' }), title: '', household: 'NEW-01a20169-2e00-7b29-9ad7-bcdc0e1413bf', known: {}, people: [], fresh: true, missing: ['address', 'consent'] }; return { draft: this.draft };
      case 'draft': this.draft ??= this.#fresh({ kind: 'EVENT' }); return { draft: this.draft };
      case 'reveal': return { number: '11010519491231002X' };
      case 'sound': return { webm: this.sound?.toString('base64') ?? '' };
      case 'picture': return { jpeg: '' };
      case 'discard': this.draft = null; return {};
      case 'hand-in': return { sent: { ...worker.sync.sent[0], number: '517951234561' } };
      case 'track': this.walked = { ...this.#fresh({ kind: 'PATROL' }), id: '01a20169-2e00-7b29-9ad7-bcdc0e141999', points: (this.walked?.points ?? 0) + 1 }; return { draft: this.walked };
      default: return this.draft && this.#changed(name, body, path);
    }
  }

  #fresh({ kind, household = '', item = '' }) {
    const base = { id: '01a20169-2e00-7b29-9ad7-bcdc0e1413bf', kind, title: '', household, answers: { seenAt: '2026-11-22T04:00:00Z' }, known: {}, people: [],
      numbers: {}, questions: [], slots: [{ id: 'photo', label: '', required: false }], pieces: [], consent: 'NONE', consentText: '', signs: false, signed: false, reader: false, missing: [], handedIn: '', points: 0 };
    const made = { ...base, ...this.worker.drafts[kind], item };
    if (kind === 'VISIT') Object.assign(made, { consentText: CONSENT, signs: true, reader: true });
    return made;
  }

  #changed(name, body, path) {
    const { draft } = this;
    if (name === 'answer') draft.answers[body.field] = body.value;
    if (name === 'consent') draft.consent = body.given ? 'GIVEN' : 'REFUSED';
    if (name === 'sign') draft.signed = true;
    if (name === 'upload' && path.includes('/voice/')) this.sound = body.bytes;
    if (name === 'upload') draft.pieces = [...draft.pieces, path.includes('/voice/') ? 'voice-note' : `${path.split('/').at(-1)}-${draft.pieces.length + 1}`];
    if (name === 'read-card') Object.assign(draft.answers, { [`p${body.person}Name`]: '测试', [`p${body.person}Number`]: '11010519491231002X' });
    if (name === 'take-away') draft.pieces = draft.pieces.filter((piece) => piece !== body.piece);
    if (name === 'answer' && body.field.endsWith('Number')) {
      draft.numbers = body.value.length === 18 ? { [body.field]: { code: 'CHECK', position: 18 } } : body.value === '' ? {} : { [body.field]: { code: 'LENGTH', position: body.value.length } };
      if (body.value === '11010519491231002X') draft.numbers = {};
    }
    if (draft.kind === 'EVENT') draft.missing = ['category', 'text', 'how'].filter((field) => !draft.answers[field]);
    if (draft.kind === 'FORM') draft.missing = ['heating', 'alarm'].filter((field) => !draft.answers[field]).concat(
      draft.pieces.some((piece) => piece !== 'signature-strokes') ? [] : ['stove'], draft.consent !== 'GIVEN' ? ['consent'] : draft.signed ? [] : ['signature']);
    if (draft.fresh) draft.title = draft.answers.address ?? '';
    if (draft.kind === 'VISIT') draft.missing = (draft.fresh && !draft.answers.address ? ['address'] : []).concat(draft.consent === 'NONE' ? ['consent'] : draft.consent === 'GIVEN' && !draft.signed ? ['signature'] : []);
    return { draft };
  }

  #json(response, status, body) {
    response.writeHead(status, { ...HEADERS, 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  }
}
