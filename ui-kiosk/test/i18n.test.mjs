// The wording rules of the design guide on both catalogues.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const load = (name) => JSON.parse(readFileSync(new URL(`../src/shared/i18n/${name}.json`, import.meta.url), 'utf8'));
const zh = flat(load('zh'));
const en = flat(load('en'));

const BANNED = [
  '系统', '接口', '超时', '非法', '校验', '异常', '失败', '错误码', '有误', '请稍候', '请稍后', '拒绝', '流水号', '凭条',
  '证件号码', '居民身份证', '感应区', '隐私政策', '活体', '比对', '成功', '会话', '缺纸', '不支持', '暂停服务', '管理员', '必填', '！', '!',
];

test('both languages have the same keys and the same placeholders', () => {
  assert.deepEqual([...zh.keys()].sort(), [...en.keys()].sort());
  for (const [key, text] of zh) {
    assert.deepEqual(places(text), places(en.get(key)), key);
    assert.notEqual(text.trim(), '', key);
  }
});

test('no banned word is said to a citizen', () => {
  for (const [key, text] of zh) {
    for (const word of BANNED) assert.ok(!text.includes(word), `${key} says ${word}: ${text}`);
    assert.ok(!/[你]/.test(text), `${key} says 你 instead of 您`);
  }
});

test('titles, buttons and sentences keep their lengths', () => {
  for (const [key, text] of zh) {
    if (/title$/i.test(key)) assert.ok(han(text) <= 14, `title ${key}: ${text}`);
    if (key.startsWith('button.')) {
      assert.ok(!/^(确定|取消)$/.test(text), key);
      for (const part of text.split('，')) assert.ok(han(part) <= 7, `button ${key}: ${text}`);
    }
    if (key.startsWith('tool.') && key !== 'tool.bar') assert.ok(han(text) <= 2, `tool ${key}: ${text}`);
    for (const sentence of text.split(/[。？]/)) assert.ok(han(sentence) <= 22, `sentence in ${key}: ${sentence}`);
    assert.ok(text.split(/[。？]/).filter(Boolean).length <= 3, `more than three sentences in ${key}`);
  }
});

test('every fault a device or the flow can report has words of its own, in at most three steps', () => {
  const faults = Object.keys(load('zh').fault);
  const known = deviceFaults();
  assert.ok(known.length >= 35, `only ${known.length} faults found in FaultCode.java`);
  for (const code of [...known, ...FLOW_FAULTS]) assert.ok(faults.includes(code), `no words for ${code}`);
  for (const [code, { steps }] of Object.entries(load('zh').fault)) assert.ok(steps.length <= 3, code);
});

/** The flow's own; a device's are read from the domain, so that none can be forgotten. */
const FLOW_FAULTS = `CONSENT_REFUSED CARD_EXPIRED FACE_MISMATCH FACE_REVIEW FACE_UNAVAILABLE STAFF_REFUSED
  AGE_OUTSIDE FACE_NOT_SEEN FACE_NOT_LIVE FACE_CAMERA CARD_PICTURE LIVENESS_UNAVAILABLE GUARDIAN_NEEDED
  INFRARED_UNAVAILABLE SOCIAL_CARD_EXPIRED SOCIAL_CARD_MOVED SOCIAL_CARD_OTHER SOCIAL_CARD_INVALID SOCIAL_CARD_READER
  CODE_SCANNER CODE_USED CODE_EXPIRED CODE_UNKNOWN CODE_LAPSED CODE_NO_LINE
  NO_LINE UNANSWERED QUEUE_UNAVAILABLE SEAL_UNAVAILABLE ITEM_UNAVAILABLE IDLE OTHER`.split(/\s+/);

function deviceFaults() {
  const domain = '../../kiosk-runtime/domain/src/main/java/egov/kiosk/domain/device/FaultCode.java';
  const java = readFileSync(new URL(domain, import.meta.url), 'utf8');
  return [...java.matchAll(/^ {2}([A-Z_]+)\(Actor\.[A-Z]+, "[A-Z]-\d\d"\)[,;]$/gm)].map((match) => match[1]);
}

function flat(node, prefix = '', into = new Map()) {
  for (const [key, value] of Object.entries(node)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') into.set(path, value);
    else flat(value, path, into);
  }
  return into;
}

function places(text) {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

function han(text) {
  return (text.match(/\p{Script=Han}/gu) ?? []).length;
}
