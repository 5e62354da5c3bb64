package egov.kiosk.link.replay;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Records one device at a time in the middle of what the kiosk does with it, in memory only. A
 * thread lives as long as a recording and ends it.
 */
public final class ServingRecorder implements LineRecorder, AutoCloseable {
  private static final String TOO_LONG = "# it was too long; the rest is left out\n";

  private final List<Device> devices;
  private Optional<Recording> recording = Optional.empty();
  private ScheduledExecutorService clock;

  /** What is kept; guarded by itself, because the device's thread writes it. */
  private final StringBuilder text = new StringBuilder();

  /**
   * @param devices live view of the drivers' services
   */
  public ServingRecorder(List<Device> devices) {
    this.devices = Objects.requireNonNull(devices, "devices");
  }

  @Override
  public synchronized Outcome begin(String device, Duration time) {
    if (running()) {
      return Outcome.RUNNING;
    }
    if (devices.stream().noneMatch(one -> one.name().equals(device))) {
      return Outcome.NO_DEVICE;
    }
    List<Tap> taps = DeviceThread.taps(device);
    if (taps.isEmpty()) {
      return Outcome.NO_LINE;
    }
    synchronized (text) {
      text.setLength(0);
      text.append(Capture.head(device));
    }
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "kiosk-recording");
              thread.setDaemon(true);
              return thread;
            });
    recording = taps.get(0).record(this::write);
    if (recording.isEmpty()) {
      clock.shutdown();
      return Outcome.RUNNING;
    }
    long millis = time.compareTo(LONGEST) < 0 ? time.toMillis() : LONGEST.toMillis();
    clock.schedule(this::end, millis, TimeUnit.MILLISECONDS);
    return Outcome.BEGUN;
  }

  /** On the device's thread, so the end is left to another. */
  private void write(Moment moment) {
    synchronized (text) {
      if (text.length() < MOST_CHARACTERS) {
        text.append(moment.line()).append('\n');
        if (text.length() >= MOST_CHARACTERS) {
          text.append(TOO_LONG);
          clock.execute(this::end);
        }
      }
    }
  }

  @Override
  public synchronized boolean running() {
    return recording.isPresent();
  }

  @Override
  public synchronized void end() {
    recording.ifPresent(Recording::close);
    recording = Optional.empty();
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  @Override
  public synchronized Optional<String> take() {
    synchronized (text) {
      if (running() || text.length() == 0) {
        return Optional.empty();
      }
      String taken = text.toString();
      text.setLength(0);
      return Optional.of(taken);
    }
  }

  /** Ends what is under way and forgets it. */
  @Override
  public void close() {
    end();
    synchronized (text) {
      text.setLength(0);
    }
  }
}
