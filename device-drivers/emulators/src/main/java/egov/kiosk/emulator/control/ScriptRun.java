package egov.kiosk.emulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A script under way, on a thread of its own that {@link #stop} ends. */
final class ScriptRun implements Runnable {
  private static final long STOP_MILLIS = 5_000;

  /** Who carries an order out; one at a time, whoever gives it. */
  interface Hands {
    String obey(List<String> words) throws OrderException;
  }

  private final Script script;
  private final Hands hands;
  private final Happenings happenings;
  private final Random random;
  private final Thread thread = new Thread(this, "emulator-script");
  private volatile String state = "running";

  private ScriptRun(Script script, Hands hands, Happenings happenings, long seed) {
    this.script = script;
    this.hands = hands;
    this.happenings = happenings;
    this.random = new Random(seed);
    thread.setDaemon(true);
  }

  /** Begins it; the same seed draws the same waits. */
  static ScriptRun start(Script script, Hands hands, Happenings happenings, long seed) {
    ScriptRun run = new ScriptRun(script, hands, happenings, seed);
    run.thread.start();
    return run;
  }

  /** {@code running}, {@code done}, {@code stopped}, or {@code failed} and why. */
  String state() {
    return state;
  }

  /** Ends it within 5 s; the device keeps the state it is in. */
  void stop() {
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      all(script.steps());
      state = "done";
    } catch (OrderException e) {
      state = "failed " + e.getMessage();
    } catch (InterruptedException e) {
      state = "stopped";
    } finally {
      happenings.letGo();
    }
  }

  private void all(List<Script.Step> steps) throws OrderException, InterruptedException {
    for (Script.Step step : steps) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (step instanceof Script.Order order) {
        obey(order);
      } else if (step instanceof Script.Pause pause) {
        happenings.letGo();
        TimeUnit.NANOSECONDS.sleep(drawn(pause).toNanos());
      } else if (step instanceof Script.Until until) {
        await(until);
      } else if (step instanceof Script.Repeat repeat) {
        repeat(repeat);
      }
    }
  }

  private void obey(Script.Order order) throws OrderException {
    try {
      hands.obey(order.words());
    } catch (OrderException e) {
      throw new OrderException("line " + order.line() + ": " + e.getMessage());
    }
  }

  private void await(Script.Until until) throws OrderException, InterruptedException {
    if (!happenings.await(until.event(), until.times(), until.within())) {
      throw new OrderException("line " + until.line() + ": it did not come to: " + until.event());
    }
  }

  private void repeat(Script.Repeat repeat) throws OrderException, InterruptedException {
    for (int i = 0; i < repeat.times() || repeat.times() == Script.Repeat.FOREVER; i++) {
      all(repeat.steps());
    }
  }

  private Duration drawn(Script.Pause pause) {
    long more = pause.most().minus(pause.least()).toMillis();
    return more == 0 ? pause.least() : pause.least().plusMillis(random.nextLong(more + 1));
  }
}
