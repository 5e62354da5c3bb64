package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.link.capture.Masking;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One device that may be pulled and come back at any time. It has its one thread, at most one open
 * connection, and a status; what all drivers would do alike happens here and nowhere else: a loss
 * is noticed, the connection is closed, the device is looked for, opened, self-tested by its {@link
 * Connector}, compared with the accepted one, and is in service again, without a restart.
 *
 * <p>Safe for use by several threads: one of them works, every other is told {@link FaultCode#BUSY}
 * at once. A step that outlives its limit is interrupted, and its caller is answered even if the
 * step hangs in native code; nobody else's device notices.
 *
 * @param <C> the driver's own connection
 */
public final class HotPlug<C extends PluggedConnection> implements AutoCloseable {
  private static final Duration BRIEFEST = Duration.ofMillis(5);

  private final String device;
  private final HotPlugSettings settings;
  private final Connector<C> connector;
  private final KnownDevices known;
  private final StatusBoard board;
  private final Tap tap;
  private final DeviceThread thread;

  /** Null while there is none; touched by the device's thread only, until that has ended. */
  private C connection;

  private volatile Optional<DeviceIdentity> identity = Optional.empty();
  private Duration pauseWhenUnwell;

  /** Until when a device that is there and unwell is left alone. */
  private Deadline rest = Deadline.after(Duration.ZERO);

  /**
   * Starts looking for the device at once.
   *
   * @param device its name, the same in configuration, logs and on technician pages
   * @param known whether the one that answers may serve
   */
  public HotPlug(
      String device,
      HotPlugSettings settings,
      Connector<C> connector,
      KnownDevices known,
      InstantSource clock) {
    this(device, settings, connector, known, clock, () -> Masking.EVERYTHING);
  }

  /**
   * As above, for a line that can be recorded.
   *
   * @param masking what may be written down of it; one for each recording
   */
  public HotPlug(
      String device,
      HotPlugSettings settings,
      Connector<C> connector,
      KnownDevices known,
      InstantSource clock,
      Supplier<Masking> masking) {
    this.device = Objects.requireNonNull(device, "device");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.connector = Objects.requireNonNull(connector, "connector");
    this.known = Objects.requireNonNull(known, "known");
    this.board = new StatusBoard(device, clock);
    this.pauseWhenUnwell = settings.lookWhenLost();
    this.tap = new Tap(device, masking);
    this.thread = new DeviceThread(tap, this::lookAfter);
  }

  /**
   * One thing a driver does over its connection, on the device's thread.
   *
   * @param <C> the driver's own connection
   * @param <T> what comes out
   */
  @FunctionalInterface
  public interface Step<C, T> {
    T on(C connection) throws DeviceException, LinkException, InterruptedException;
  }

  /**
   * Does one thing with the device; a device that is not open is opened and greeted first.
   *
   * @param limit the longest everything may take, opening included; then the caller is told {@link
   *     FaultCode#NO_ANSWER} at the latest a second later
   * @throws DeviceException {@link FaultCode#BUSY} when other work runs, otherwise what is wrong
   * @throws InterruptedException when the calling thread was interrupted; so was the step
   */
  public <T> T use(Duration limit, Step<C, T> step) throws DeviceException, InterruptedException {
    return tap.recorded()
        ? CalledPort.recorded(tap, () -> thread.call(limit, () -> onThread(step)))
        : thread.call(limit, () -> onThread(step));
  }

  private <T> T onThread(Step<C, T> step) throws DeviceException, InterruptedException {
    try {
      return guarded(step);
    } finally {
      if (tap.recorded()) {
        tap.happened(Moment.Kind.STATE, CalledPort.words(board.status()));
      }
    }
  }

  private <T> T guarded(Step<C, T> step) throws DeviceException, InterruptedException {
    boolean clean = false;
    try {
      if (tap.takeReopen()) {
        disconnect();
      }
      C open = connected();
      T result = step.on(open);
      board.observed(open.condition());
      pauseWhenUnwell = settings.lookWhenLost();
      clean = true;
      return result;
    } catch (LinkException e) {
      disconnect();
      throw failed(e.asFaultOf(device));
    } catch (DeviceException e) {
      if (connection == null || connection.endedBy(e.fault())) {
        disconnect();
        throw failed(e);
      }
      board.observed(connection.condition());
      clean = true;
      throw e;
    } catch (InterruptedException e) {
      // The caller gave up, the device did nothing wrong.
      clean = true;
      throw e;
    } finally {
      if (!clean) {
        disconnect();
      }
    }
  }

  /** The connection in use if it is still alive, otherwise a new one. */
  private C connected() throws DeviceException, LinkException, InterruptedException {
    if (connection != null) {
      try {
        connection.glance();
        return connection;
      } catch (LinkException e) {
        disconnect();
      }
    }
    C fresh = connector.connect(settings.openLimit());
    Optional<DeviceIdentity> answered = fresh.identity();
    if (answered.isPresent() && !known.admits(device, answered.get())) {
      fresh.close();
      throw new DeviceException(
          FaultCode.NOT_THE_ACCEPTED_DEVICE,
          device,
          answered.get()
              + " was not accepted here; put the right one back, or: kiosk device accept "
              + device);
    }
    identity = answered;
    connection = fresh;
    return fresh;
  }

  private DeviceException failed(DeviceException failure) {
    board.failed(failure.fault(), failure.getMessage());
    return failure;
  }

  /** Upkeep of the idle thread; says when to look again. */
  private Duration lookAfter() {
    if (connection == null && !rest.passed()) {
      return whileItRests();
    }
    long start = System.nanoTime();
    try {
      onThread(open -> null);
    } catch (DeviceException e) {
      // Kept as the status and logged when it changed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (connection != null) {
      return settings.lookWhenThere();
    }
    if (board.status().faults().contains(FaultCode.NO_DEVICE)) {
      // Somebody may want the thread: look no longer than it was idle.
      return longer(settings.lookWhenLost(), Duration.ofNanos(System.nanoTime() - start));
    }
    Duration pause = pauseWhenUnwell;
    Duration doubled = pause.multipliedBy(2);
    pauseWhenUnwell =
        doubled.compareTo(settings.lookWhenUnwell()) < 0 ? doubled : settings.lookWhenUnwell();
    rest = Deadline.after(longer(pause, Duration.ofNanos(System.nanoTime() - start)));
    return untilTheNextGlance();
  }

  /** Never zero, which would mean never again. */
  private Duration untilTheNextGlance() {
    return longer(rest.remainingAtMost(settings.lookWhenThere()), BRIEFEST);
  }

  /** An unwell device can be pulled, too: then it is looked for as any other. */
  private Duration whileItRests() {
    if (!connector.gone()) {
      return untilTheNextGlance();
    }
    board.failed(
        FaultCode.NO_DEVICE, device + ": was unwell and is not there any more; plug it in");
    if (tap.recorded()) {
      tap.happened(Moment.Kind.STATE, CalledPort.words(board.status()));
    }
    rest = Deadline.after(Duration.ZERO);
    pauseWhenUnwell = settings.lookWhenLost();
    return settings.lookWhenLost();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /**
   * The last known status; never blocks. A device whose work hangs beyond its limit is offline with
   * {@link FaultCode#NO_ANSWER}, whatever it said before.
   */
  public DeviceStatus status() {
    if (thread.overdue()) {
      board.failed(
          FaultCode.NO_ANSWER,
          device + ": its driver hangs; unplug the device and plug it in again");
    }
    return board.status();
  }

  /** Who answered last; empty when nobody did or the device cannot tell. */
  public Optional<DeviceIdentity> identity() {
    return identity;
  }

  /** Ends what is under way, within 5 s, and lets go of the device. */
  @Override
  public void close() {
    thread.close();
    disconnect();
  }
}
