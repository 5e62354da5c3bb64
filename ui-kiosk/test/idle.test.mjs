// When a citizen is asked whether they are still there, and what happens to silence; on a clock of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IdleWatch } from '../src/citizen/idle-watch.js';

function watch({ patience = 1, server = true } = {}) {
  const world = { now: 0, touches: 0, left: 0 };
  const idle = { warnInMillis: 60_000, endInMillis: 80_000 };
  const made = new IdleWatch({
    now: () => world.now,
    // The server counts anew at every touch.
    touch: () => {
      world.touches++;
      made.follow(idle, { fresh: false, patience, server });
    },
    leave: () => world.left++,
  });
  made.follow(idle, { fresh: true, patience, server });
  world.watch = made;
  world.pass = (millis) => {
    for (let left = millis; left > 0; left -= 500) {
      world.now += 500;
      made.tick();
    }
  };
  return world;
}

test('idle question comes at the server time and stands twenty seconds', () => {
  const world = watch();
  world.pass(59_500);
  assert.equal(world.watch.warning, null);
  world.pass(500);
  assert.deepEqual(world.watch.warning, { seconds: 20, of: 20 });
  world.pass(19_000);
  assert.equal(world.left, 0);
  world.pass(4_500);
  assert.equal(world.left, 1);
});

test('one press extends, ten times and more', () => {
  const world = watch();
  for (let round = 1; round <= 12; round++) {
    world.pass(70_000);
    assert.notEqual(world.watch.warning, null, `round ${round}`);
    world.watch.activity(1);
    world.watch.tick();
    assert.equal(world.watch.warning, null);
    assert.equal(world.touches, round);
  }
  assert.equal(world.left, 0);
});

test('elder sizes get twice the time before and after the question', () => {
  const world = watch({ patience: 2 });
  world.pass(119_500);
  assert.equal(world.watch.warning, null);
  world.pass(500);
  assert.deepEqual(world.watch.warning, { seconds: 40, of: 40 });
  world.pass(39_500);
  assert.equal(world.left, 0);
  world.pass(4_000);
  assert.equal(world.left, 1);
});

test('pages without a session end by themselves and touch nothing', () => {
  const world = watch({ server: false });
  world.watch.activity(1);
  world.pass(80_000);
  assert.equal(world.left, 1);
  assert.equal(world.touches, 0);
});

test('no idle time means no question', () => {
  const world = watch();
  world.watch.follow(null, { fresh: true, patience: 1, server: true });
  world.pass(900_000);
  assert.equal(world.watch.warning, null);
  assert.equal(world.left, 0);
});
