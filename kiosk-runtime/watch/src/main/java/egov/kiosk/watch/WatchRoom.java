package egov.kiosk.watch;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.launcher.port.Restart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole room put together, on the thread {@code kiosk-watch}. Safe for use by several threads.
 */
public final class WatchRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchRoom.class);
  private static final Duration QUESTION = Duration.ofSeconds(2);
  private static final long ROUND_SECONDS = 5;
  private static final long FIRST_ROUND_SECONDS = 10;

  /** A package's; a configuration that was edited before it came does not know of it. */
  private static final Path REBOOT_UNIT = Path.of("/lib/systemd/system/kiosk-reboot.path");

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final Patience patience = new Patience(QUESTION);
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "kiosk-watch"));
  private final ServiceHands hands;
  private final Watchman watchman;
  private final WatchBook book;
  private volatile WatchSettings settings;

  /**
   * Notes that the process began, and begins to look.
   *
   * @throws IOException when its directory cannot be used
   */
  public WatchRoom(WatchSettings settings) throws IOException {
    this.settings = settings;
    hands = new ServiceHands(() -> this.settings.rebootRequest(), patience);
    book = new WatchBook(settings.directory());
    watchman =
        new Watchman(book, settings, hands, InstantSource.system(), System::nanoTime, bootId());
    timer.schedule(this::first, FIRST_ROUND_SECONDS, TimeUnit.SECONDS);
  }

  private static String bootId() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private void first() {
    watchman.began();
    timer.scheduleWithFixedDelay(this::round, 0, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      watchman.round();
    } catch (RuntimeException e) {
      LOG.error("watch: an error of the program; it goes on", e);
    }
  }

  /** Takes other limits; another directory takes a start. */
  public void settings(WatchSettings changed) {
    settings = changed;
    watchman.settings(changed);
  }

  /** The mode, for whoever has to enter or end it. */
  public SafeMode mode() {
    return watchman;
  }

  /** How often what was started again. */
  public Figures figures() {
    return watchman;
  }

  /** What the technician is told. */
  public HealthCheck check() {
    return new WatchCheck(
        watchman, book, () -> settings.rebootRequest().isEmpty() && Files.exists(REBOOT_UNIT));
  }

  /** A thread to watch, and the part it is of. */
  public void came(LifeSign sign, Part part) {
    hands.came(sign, part);
  }

  /** A device to watch, and the part its driver is. */
  public void came(Device device, Part part) {
    hands.came(device, part);
  }

  /** Something is no longer there to be watched. */
  public void went(Object watched) {
    hands.went(watched);
  }

  /** The desk is there; what was closed stays closed, and nothing else. */
  public void came(ServiceLock lock) {
    hands.lock(lock);
    if (!book.damaged()) {
      hands.close(watchman.reason().isPresent());
    }
  }

  /** The desk is gone. */
  public void went(ServiceLock lock) {
    hands.noLock(lock);
  }

  /** Somebody can start the process again. */
  public void came(Restart restart) {
    hands.restart(restart);
  }

  /** Nobody can any more. */
  public void went(Restart restart) {
    hands.noRestart(restart);
  }

  /** Ends in order. */
  @Override
  public void close() {
    timer.shutdownNow();
    patience.close();
    watchman.ends();
  }
}
