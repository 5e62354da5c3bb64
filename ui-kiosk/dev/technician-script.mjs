// DEVELOPMENT ONLY. What the runtime answers a technician: sign-in with 1024 / 135790, a machine half set up.
const STEPS = ['SITE', 'NETWORK', 'TIME', 'ENROLMENT', 'DEVICES', 'TESTS', 'PROGRAM', 'REPORT'];
const AT = '2026-11-22T00:30:00Z';
const TOKEN = 'ab'.repeat(32);

const finding = (name, title, level, what, advice = '') => ({ name, title, level, what, actor: level === 'OK' ? 'NOBODY' : 'TECHNICIAN', who: level === 'OK' ? '不用管' : '技术员', advice });
const CHECKS = [
  finding('clock', '时钟', 'OK', 'agrees with the platform within 60 s'),
  finding('software-key', '软件密钥', 'WARN', 'the kiosk\'s key lies in a file, and goes with the disk or with root', '三级要求用密码设备：设 crypto.custody'),
  finding('printer', '凭条打印机', 'FAIL', 'the printer says PAPER_OUT (P-01)', '装纸、合盖；查线和电源'),
  finding('disk', '磁盘空间', 'OK', '20480 MiB free, at least 512 MiB needed.'),
];
const BARE = finding('enrolment', '身份登记', 'FAIL', 'this machine is not enrolled', '向平台要一次性登记码');
const device = (name, changes = {}) => ({
  device: name, place: '', state: 'ONLINE', usable: true, faults: [], identity: '', outcome: 'OPEN', seen: '', reason: '', picture: false, at: '', ...changes,
});
// One grey pixel.
const JPEG = Buffer.from('/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==', 'base64');

export class TechnicianScript {
  pin = '135790';
  role = 'TECHNICIAN';
  limited = false;
  /** Set to {status, body}: every call behind sign-in is answered so. */
  broken = null;
  left = 4;
  /** What the configuration lacks for enrolling: '', 'platform' or 'authority'. */
  missing = '';
  closures = [];
  setup = {
    site: { site: '东街便民服务中心', organisation: '鼓楼区政务服务局', node: 'FJ-GL-01', address: '东街1号', panelInches: '21.5', bottomEdgeMm: '900' },
    steps: Object.fromEntries(STEPS.map((step) => [step, { outcome: 'OPEN', at: '', findings: [] }])),
    devices: [
      device('camera', { place: '/dev/video0' }),
      device('id-card-reader', { place: '/dev/serial/by-id/usb-reader-if00', identity: 'SAM_ID 05.01-20241122' }),
      device('printer', { place: 'usb:/dev/usb/lp0', state: 'OFFLINE', usable: false, faults: ['P-01'] }),
      device('touch-screen'),
      device('loudspeaker'),
    ],
    paths: ['/dev/serial/by-id/usb-reader-if00', '/dev/v4l/by-id/usb-camera-index0', '/dev/usb/lp0'],
    accepted: '', report: '', sealed: false, sent: false,
    kioskId: 'fz-gl-000007', broker: 'tcp://127.0.0.1:1883', password: false, seals: ['/media/kiosk/STICK/gulou.esl', '/media/kiosk/STICK/other.esl'],
  };
  /** What a machine that is nobody yet asks its first technician for. */
  first = { open: false, believes: true, kioskId: '', platform: '' };
  /** Set: a try at the first start is cut off behind the book of staff. */
  cutOff = false;
  /** What a key card has to answer before an administrator is let in. */
  cardAnswer = '3045aa';
  staff = [
    { badge: 'admin', role: 'ADMINISTRATOR', wrong: 0, locked: false, mustChange: false, cards: ['0123456789abcdef'] },
    { badge: '1001', role: 'COUNTER', wrong: 5, locked: true, mustChange: false, cards: [] },
    { badge: '1024', role: 'TECHNICIAN', wrong: 0, locked: false, mustChange: true, cards: [] },
  ];
  supplies = [
    { supply: 'slip-paper', capacity: 300, left: 40, perDay: 20.4, days: 1, refilled: AT },
    { supply: 'a4-paper', capacity: 500, left: 430, perDay: 12.25, days: 35, refilled: AT },
    { supply: 'toner', capacity: null, left: null, perDay: 12.25, days: null, refilled: '' },
  ];
  dead = [{ id: '01890a5d-ac96-774b-bcce-b302099a8057', slip: 'T-0007', kind: 'item', item: 'pension-qualification', bytes: 4711, attempts: 3, queuedAt: AT, reason: 'SCHEMA' }];

  /** For MockRuntime.answer: the last word of the path, and what was sent. */
  answer(action, body) {
    if (action === 'sign-in') return this.#signIn(body);
    if (action === 'sign-out') return { body: {} };
    if (action === 'state') return { body: this.first };
    if (action === 'begin') return this.first.open ? this.#begin(body) : refused(409, 'SETUP_OVER');
    if (action === 'challenge') return { body: { nonce: '00'.repeat(32), text: `kiosk fz-gl-000007\nbadge ${body.badge}\n`, seconds: 60 } };
    if (action === 'change-pin') return this.#changePin(body);
    if (body?.token !== TOKEN) return refused(401, 'ACCESS_NOT_SIGNED_IN');
    if (action === 'who') return { body: { badge: '1024', role: this.role, limited: this.limited, idleSeconds: 300, seconds: 3600 } };
    return this.broken ?? this.#page(action, body);
  }

  #signIn({ pin, answer = this.cardAnswer }) {
    if (pin === this.pin && answer === this.cardAnswer) return { body: { token: TOKEN, badge: '1024', role: this.role, limited: this.limited, idleSeconds: 300, seconds: 3600 } };
    if (this.left === 0) return { status: 429, body: { error: { code: 'ACCESS_LOCKED', seconds: 65 } } };
    this.left -= 1;
    return { status: 403, body: { error: { code: 'ACCESS_REFUSED', attemptsLeft: this.left } } };
  }

  #begin({ code, pin }) {
    if (code !== 'ABCD-EFGH-JKMN-PQR*') return refused(403, 'SETUP_CODE_REFUSED');
    if (this.cutOff) {
      this.first.open = false;
      return { status: 409, body: { error: { code: 'SETUP_TECHNICIAN_TAKEN', detail: 'PLATFORM_UNREACHABLE' } } };
    }
    return pin === '123456' ? { status: 422, body: { error: { code: 'ACCESS_PIN_TOO_WEAK', detail: 'RUN' } } } : { body: {} };
  }

  #changePin({ newPin }) {
    if (newPin === '123456') return { status: 422, body: { error: { code: 'ACCESS_PIN_TOO_WEAK', rule: 'RUN' } } };
    this.limited = false;
    return { body: {} };
  }

  #page(action, body) {
    switch (action) {
      case 'doctor':
        return { body: { OK: 2, WARN: 1, FAIL: 1, checks: CHECKS } };
      case 'health':
        return { body: { upSeconds: 1_040_000, devices: this.setup.devices.slice(0, 3).map(({ device: name, ...rest }) => ({ name, since: AT, ...rest })),
          history: [{ at: AT, device: 'printer', state: 'OFFLINE', faults: ['P-01'] }], pending: 12, delivered: 930, deadLetters: this.dead.length, ...this.#service() } };
      case 'supplies':
        return { body: { supplies: this.supplies } };
      case 'refilled':
        Object.assign(this.supplies.find((one) => one.supply === body.supply), { capacity: Number(body.capacity), left: Number(body.capacity), refilled: AT });
        return { body: { supplies: this.supplies } };
      case 'queue':
        return { body: { pending: 1, delivered: 930, deadLetters: this.dead.length, dead: this.dead, waiting: [{ ...WAITING }] } };
      case 'retry':
        this.dead = [];
        return { body: { retried: 1 } };
      case 'log':
        return { body: { lines: ['2026-11-22T00:30:00Z INFO [agent] Connected.', '2026-11-22T00:31:00Z WARN [printer] PAPER_OUT'] } };
      case 'service':
        return { body: this.#service() };
      case 'maintenance':
        this.closures = body.on ? ['MAINTENANCE'] : [];
        return { body: this.#service() };
      case 'list':
        return { body: { staff: this.staff } };
      case 'add': case 'reset': case 'unlock': case 'remove': case 'add-card':
        return this.#office(action, body);
      case 'bundle':
        return { body: { file: '/var/lib/kiosk/upkeep/support/support-20261122-083000.zip' } };
      case 'restart':
        return { body: {} };
      default:
        return this.#wizard(action, body);
    }
  }

  #office(action, { badge, role, key }) {
    const one = this.staff.find((each) => each.badge === badge);
    if (action !== 'unlock' && this.role !== 'ADMINISTRATOR') return refused(403, 'ACCESS_ROLE_TOO_LOW');
    if (action === 'add') {
      if (one) return refused(409, 'ACCESS_BADGE_TAKEN');
      this.staff = [...this.staff, { badge, role, wrong: 0, locked: false, mustChange: true, cards: [] }];
      return { body: { pin: '40817263' } };
    }
    if (action === 'reset') return { body: { pin: '73920461' } };
    if (action === 'unlock') Object.assign(one, { wrong: 0, locked: false });
    if (action === 'remove') this.staff = this.staff.filter((each) => each !== one);
    if (action === 'add-card') {
      if (!key.includes('BEGIN')) return refused(422, 'ACCESS_CARD_REFUSED');
      one.cards = [...one.cards, 'fedcba9876543210'];
    }
    return { body: {} };
  }

  #service() {
    return { known: true, closures: this.closures, serving: false, safeMode: '' };
  }

  #wizard(action, body) {
    const one = this.setup.devices.find((each) => each.device === body.device);
    if (action === 'picture') return { jpeg: JPEG };
    if (action === 'site') {
      if (!/^[\w.-]{2,}$/.test(body.node)) return { status: 422, body: { error: { code: 'SETUP_BAD_ANSWER', detail: 'node' } } };
      const { token, lang, ...answers } = body;
      Object.assign(this.setup.site, answers);
      this.#pass('SITE', [finding('reach', '低位够得着', 'OK', 'the low layout can be reached from a wheelchair')]);
    }
    if (action === 'check' && body.step === 'REPORT') this.setup.steps.REPORT.findings = [this.seal ? finding('seal', '电子印章', 'OK', '印章有效') : finding('seal', '电子印章', 'FAIL', '还没有印章文件', '请制章单位为现在的证书换发印章')];
    if (action === 'check' && !['ENROLMENT', 'REPORT'].includes(body.step)) this.#pass(body.step, CHECKS.slice(0, 1));
    if (action === 'check' && body.step === 'ENROLMENT') this.setup.steps.ENROLMENT = { outcome: 'FAILED', at: AT, findings: [BARE] };
    if (action === 'enrol') {
      if (this.missing) return { status: 422, body: { error: { code: 'SETUP_BAD_ANSWER', detail: this.missing } } };
      if (body.code !== 'ABCD-EFGH-JKMN-PQR*') return refused(403, 'SETUP_CODE_REFUSED');
      this.#pass('ENROLMENT', []);
    }
    if (action === 'broker') {
      Object.assign(this.setup, { broker: `ssl://${body.broker.replace(/^\w+:\/\//, '')}`, password: this.setup.password || body.password !== '' });
      const well = body.password === 'Gulou-7!';
      this.#pass('NETWORK', [finding('broker', '平台连接', well ? 'OK' : 'WARN', well ? '已连上' : '没有连上', well ? '' : '查网线、防火墙和平台地址')]);
    }
    if (action === 'seal') {
      if (body.file.includes('other')) return { status: 422, body: { error: { code: 'SETUP_SEAL_REFUSED', detail: 'OTHER_CERTIFICATE' } } };
      this.seal = true;
    }
    if (action === 'bind') one.place = body.path;
    if (action === 'test' && one.device === 'id-card-reader') Object.assign(one, { seen: '读到了卡；卡上的内容没有留', outcome: 'PASSED', at: AT });
    else if (action === 'test') Object.assign(one, { seen: one.device === 'camera' ? 'a picture of 8000 bytes' : 'a test page was printed', picture: one.device === 'camera' });
    if (action === 'judge') this.#judge(one, body);
    if (action === 'accept') {
      if (this.setup.devices.some((each) => each.outcome === 'OPEN')) return { status: 409, body: { error: { code: 'SETUP_NOT_YET', detail: 'TESTS' } } };
      this.#pass('REPORT', this.setup.steps.REPORT.findings);
      Object.assign(this.setup, { accepted: AT, report: 'acceptance-20261122-083000', sealed: true, sent: true });
    }
    return { body: this.setup };
  }

  #judge(one, { passed, reason }) {
    Object.assign(one, { outcome: passed ? 'PASSED' : 'FAILED', reason, at: AT });
    if (this.setup.devices.every((each) => each.outcome !== 'OPEN')) this.#pass('TESTS', []);
  }

  #pass(step, findings) {
    this.setup.steps[step] = { outcome: 'PASSED', at: AT, findings };
  }
}

const WAITING = { id: '01890a5d-ac96-774b-bcce-b302099a8058', slip: '', kind: 'rating', item: 'rating', bytes: 300, attempts: 0, queuedAt: AT, reason: '' };

function refused(status, code) {
  return { status, body: { error: { code } } };
}
