package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The device under examination and the means to examine it. Used by one thread. */
final class Subject<D> {
  private static final long GLANCE_MILLIS = 20;
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private final D device;
  private final Hand hand;
  private final ExecutorService workers;
  private final List<DeviceException> faults = new ArrayList<>();
  private final Set<Gesture> made = EnumSet.noneOf(Gesture.class);
  private final Map<Future<?>, CountDownLatch> begun = new LinkedHashMap<>();
  private String remark = "";
  private boolean pulled;

  /**
   * @param workers run commands that must be watched; a command that hangs keeps its thread
   */
  Subject(D device, Hand hand, ExecutorService workers) {
    this.device = Objects.requireNonNull(device, "device");
    this.hand = Objects.requireNonNull(hand, "hand");
    this.workers = Objects.requireNonNull(workers, "workers");
  }

  D device() {
    return device;
  }

  /** Has a gesture made. */
  void make(Gesture gesture) throws NotRunException, IOException, InterruptedException {
    if (!hand.make(gesture)) {
      throw new NotRunException("nobody could " + gesture.words());
    }
    made.add(gesture);
    if (gesture == Gesture.UNPLUG || gesture == Gesture.PLUG_IN) {
      pulled = gesture == Gesture.UNPLUG;
    }
  }

  /** Whether the cable is out, as far as this examination had it pulled. */
  boolean pulled() {
    return pulled;
  }

  /** Demands that an earlier check had this gesture made: without it there is nothing to see. */
  void needs(Gesture gesture) throws NotRunException {
    if (!made.contains(gesture)) {
      throw new NotRunException("nobody could " + gesture.words());
    }
  }

  /** Has somebody look. */
  void see(Sight sight) throws NotRunException, FailedException, IOException, InterruptedException {
    boolean seen =
        hand.sees(sight)
            .orElseThrow(() -> new NotRunException("nobody could see whether " + sight.words()));
    require(seen, "it was not so that " + sight.words());
  }

  /** A figure or a word for the report. */
  void note(String text) {
    remark = text;
  }

  String remark() {
    return remark;
  }

  void require(boolean holds, String otherwise) throws FailedException {
    if (!holds) {
      throw new FailedException(otherwise);
    }
  }

  /** Waits for a condition. */
  void eventually(Duration limit, BooleanSupplier condition, String otherwise)
      throws FailedException, InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      require(System.nanoTime() - start < limit.toNanos(), otherwise);
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
    }
  }

  /** Begins a command on another thread. */
  <T> Future<T> begin(Callable<T> command) {
    CountDownLatch ended = new CountDownLatch(1);
    Future<T> running =
        workers.submit(
            () -> {
              try {
                return command.call();
              } finally {
                ended.countDown();
              }
            });
    begun.put(running, ended);
    return running;
  }

  /** Ends what a check that broke off left behind, so that the next one finds the device free. */
  void settle() throws InterruptedException {
    for (Map.Entry<Future<?>, CountDownLatch> one : begun.entrySet()) {
      // Done is said of a cancelled command before its thread has left the device.
      one.getKey().cancel(true);
      one.getValue().await(SETTLE.toMillis(), TimeUnit.MILLISECONDS);
    }
    begun.clear();
  }

  /**
   * Gives a command and demands that it ends in time, well or with a fault.
   *
   * @throws DeviceException what the device threw; remembered for {@link #faults}
   * @throws FailedException when it did not end in time, or threw anything else
   */
  <T> T within(Duration limit, Callable<T> command) throws Exception {
    return outcome(begin(command), limit);
  }

  /** The outcome of a command that was begun, as {@link #within}. */
  <T> T outcome(Future<T> running, Duration limit) throws Exception {
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new FailedException("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DeviceException fault) {
        faults.add(fault);
        throw fault;
      }
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      // Its text is the driver's own and might hold what it read.
      throw new FailedException("threw " + e.getCause().getClass().getName());
    }
  }

  /** Demands that a command ends in time with one of these faults. */
  DeviceException fault(Duration limit, Callable<?> command, FaultCode... expected)
      throws Exception {
    return fault(begin(command), limit, expected);
  }

  /** Demands that a command that was begun ends in time with one of these faults; none: any. */
  DeviceException fault(Future<?> running, Duration limit, FaultCode... expected) throws Exception {
    try {
      outcome(running, limit);
    } catch (DeviceException e) {
      require(
          expected.length == 0 || List.of(expected).contains(e.fault()),
          "fault " + e.fault() + " where " + List.of(expected) + " was expected");
      return e;
    }
    throw new FailedException("ended well where a fault was expected");
  }

  /** Every fault seen since the examination began. */
  List<DeviceException> faults() {
    return List.copyOf(faults);
  }
}
