// What the pages make of the runtime's answers, and of a token that changed meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api, ApiError, Unreachable } from '../src/shared/api.js';

test('api tells a refusal from a runtime that is not there', async () => {
  const refusing = new Api('t', async () => new Response('{"error":{"code":"WRONG_STEP"}}', { status: 409 }));
  await assert.rejects(refusing.post('/x', {}), (error) => error instanceof ApiError && error.code === 'WRONG_STEP');
  const garbled = new Api('t', async () => new Response('<html>', { status: 500 }));
  await assert.rejects(garbled.get('/x'), (error) => error instanceof ApiError && error.code === 'UNKNOWN');
  const gone = new Api('t', async () => { throw new TypeError('Failed to fetch'); });
  await assert.rejects(gone.get('/x'), Unreachable);
});

/** A runtime that takes this token only. */
function doorFor(token, seen) {
  return async (path, { headers }) => {
    seen.push(headers.Authorization);
    return headers.Authorization === `Bearer ${token}`
      ? new Response('{}')
      : new Response('{"error":{"code":"NO_TOKEN"}}', { status: 401 });
  };
}

test('a call that crossed with the next token is sent again with it, once', async () => {
  const seen = [];
  const api = new Api('old', doorFor('new', seen), 60_000);
  const call = api.post('/x', {});
  setTimeout(() => api.use('new'), 20);
  await call;
  assert.deepEqual(seen, ['Bearer old', 'Bearer new']);
  const never = new Api('old', doorFor('new', seen), 60_000);
  const refused = assert.rejects(never.post('/x', {}), (error) => error.status === 401);
  setTimeout(() => never.use('wrong too'), 20);
  await refused;
  assert.equal(seen.length, 4);
});

test('a page that gets no other token is refused', async () => {
  const seen = [];
  const api = new Api('old', doorFor('new', seen), 10);
  await assert.rejects(api.get('/x'), (error) => error instanceof ApiError && error.status === 401);
  assert.equal(seen.length, 1);
});

test('the next token comes with an answer', async () => {
  const seen = [];
  const api = new Api('old', async (path, { headers }) => {
    seen.push(headers.Authorization);
    return new Response('{}', { headers: { 'Kiosk-Token': 'new' } });
  });
  await api.post('/api/sessions', {});
  await api.get('/x');
  assert.deepEqual(seen, ['Bearer old', 'Bearer new']);
});
