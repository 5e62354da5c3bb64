// The question of a long session: asked however often it was touched, answered by a press, and never a cut.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IdleWatch } from '../src/citizen/idle-watch.js';

/** A session touched all the time, whose server asks every fifteen minutes and counts as the runtime does. */
function longWatch({ patience = 1 } = {}) {
  const ROUND = 900_000;
  const world = { now: 0, left: 0, held: false, serverAskAt: ROUND, serverTouched: 0 };
  const view = () => ({ warnInMillis: 60_000, endInMillis: 80_000, askInMillis: world.serverAskAt - world.now });
  const touched = () => {
    world.serverTouched = world.now;
    if (world.now >= world.serverAskAt) world.serverAskAt = world.now + ROUND;
    made.follow(view(), { fresh: false, patience, server: true });
  };
  const made = new IdleWatch({ now: () => world.now, touch: touched, leave: () => world.left++ });
  made.follow(view(), { fresh: true, patience, server: true });
  world.watch = made;
  world.serverEnds = () => world.now >= Math.min(world.serverAskAt + 20_000, world.serverTouched + 80_000);
  world.pass = (millis, pressing = false) => {
    for (let left = millis; left > 0; left -= 500) {
      world.now += 500;
      if (pressing && !made.warning) made.activity(patience);
      made.tick(patience, world.held);
    }
  };
  return world;
}

test('after fifteen minutes it is asked however often it was touched, and a press goes on', () => {
  const world = longWatch();
  for (let round = 1; round <= 3; round++) {
    world.pass(890_000, true);
    assert.equal(world.watch.warning, null, `round ${round}`);
    world.pass(12_000, true);
    assert.notEqual(world.watch.warning, null, `round ${round}`);
    world.watch.activity(1);
    world.pass(500);
    assert.equal(world.watch.warning, null);
    assert.ok(!world.serverEnds());
  }
  assert.equal(world.left, 0);
});

test('after fifteen minutes silence wipes; what was typed before the question was seen is no answer', () => {
  const world = longWatch();
  world.pass(901_500, true);
  assert.deepEqual(world.watch.warning, { seconds: 20, of: 20 });
  world.pass(19_000);
  assert.equal(world.left, 0);
  world.pass(4_500);
  assert.equal(world.left, 1);
});

test('in elder sizes the fifteen minutes question stands twice as long, and the server waits for it', () => {
  const world = longWatch({ patience: 2 });
  world.pass(901_500, true);
  assert.deepEqual(world.watch.warning, { seconds: 40, of: 40 });
  for (let i = 0; i < 78; i++) {
    world.pass(500);
    assert.ok(!world.serverEnds(), `after ${i}`);
  }
  assert.equal(world.left, 0);
  world.pass(5_000);
  assert.equal(world.left, 1);
});

test('nobody is asked while something is read out: the question comes after it', () => {
  const world = longWatch();
  world.held = true;
  world.pass(960_000, true);
  assert.equal(world.watch.warning, null);
  world.held = false;
  world.pass(500);
  assert.notEqual(world.watch.warning, null);
});
