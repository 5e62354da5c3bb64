/**
 * What the citizen typed so far and which question is shown. Only answers the citizen changed are sent:
 * a prefilled answer may be masked here and stays with the server.
 */
export class FormAnswers {
  questions = [];
  index = 0;
  error = null;
  #typed = new Map();
  #wanted = null;
  #checking = false;
  #scan = null;

  get current() {
    return this.questions[this.index];
  }

  get last() {
    return this.index >= this.questions.length - 1;
  }

  /** How far the scanner is, {state}, where it answers the question on the page; else null. */
  get scan() {
    return this.#scan?.question === this.current?.id ? this.#scan : null;
  }

  /** A question was opened from the review list, so the next press leads back there. */
  get correcting() {
    return this.#checking;
  }

  /** Takes the server's questions; `arrived` if the form was not shown just before. */
  take(questions, arrived, scan = null) {
    const shown = this.current?.id;
    this.#scanned(questions, scan);
    // What the card says is not asked again.
    const asked = questions.filter((question) => !question.fromCard);
    this.questions = questions = asked.length > 0 ? asked : questions;
    if (arrived) {
      const wanted = questions.findIndex((question) => question.id === this.#wanted);
      this.#checking = wanted >= 0;
      this.index = Math.max(0, wanted);
      this.#wanted = null;
      this.error = null;
    } else {
      const same = questions.findIndex((question) => question.id === shown);
      this.index = same >= 0 ? same : Math.min(this.index, questions.length - 1);
    }
  }

  /** What the scanner brought counts more than what was typed before. */
  #scanned(questions, scan) {
    const of = (list) => list.find((question) => question.id === scan?.question)?.value;
    if (scan?.state === 'TAKEN' && of(questions) !== of(this.questions)) this.#typed.delete(scan.question);
    this.#scan = scan;
  }

  /** The review list asks for this question; the form arrives afterwards. */
  want(id) {
    this.#wanted = id;
  }

  go(step) {
    this.index = Math.max(0, Math.min(this.questions.length - 1, this.index + step));
    this.error = null;
  }

  /** The value to show: what was typed, else what the server offered. */
  valueOf(question) {
    return this.#typed.get(question.id) ?? question.value ?? '';
  }

  isTyped(question) {
    return this.#typed.has(question.id);
  }

  choose(value) {
    this.#typed.set(this.current.id, value);
    this.error = null;
  }

  /** One key of the pad or the board: a character or a word, 'erase' or 'clear'. A masked value is replaced whole. */
  type(key) {
    const question = this.current;
    const before = this.valueOf(question);
    const text = before.includes('*') ? '' : digitsOnly(question) ? before.replace(/\D/g, '') : before;
    const characters = [...text];
    if (key === 'erase') characters.pop();
    else if (key === 'clear') characters.length = 0;
    else characters.push(...[...key].filter((one) => !/\p{C}/u.test(one)).slice(0, Math.max(0, limitOf(question) - characters.length)));
    this.#typed.set(question.id, characters.join(''));
    this.error = null;
  }

  /** The typed answers and the one on the page, in the form the server takes: a date as 2026-01-05. */
  toSend() {
    const values = {};
    for (const question of this.questions) {
      const text = this.valueOf(question);
      const here = question === this.current && !text.includes('*') && !question.fromCard;
      if (!here && !this.#typed.has(question.id)) continue;
      values[question.id] = question.kind === 'DATE' ? isoDate(text) : text;
    }
    return values;
  }

  /** The server refused fields: shows the first one of them. */
  reject(fields) {
    const index = this.questions.findIndex((question) => fields.some((field) => field.id === question.id));
    if (index >= 0) this.index = index;
    this.error = fields.find((field) => field.id === this.current.id) ?? { code: 'OTHER' };
  }
}

function digitsOnly(question) {
  return ['PHONE', 'DATE', 'NUMBER'].includes(question.kind);
}

function limitOf(question) {
  if (question.kind === 'DATE') return 8;
  return question.maxLength ?? 100;
}

function isoDate(text) {
  const digits = text.replace(/\D/g, '');
  return digits.length === 8 ? digits.replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3') : digits;
}
