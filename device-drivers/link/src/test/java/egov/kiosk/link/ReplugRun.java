package egov.kiosk.link;

import static org.awaitility.Awaitility.await;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.KnownDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Pulls a device and plugs it in again, many times. As a program it does so as often as its one
 * argument says and prints what it saw: the long run of the thousand cycles, with the watch at its
 * usual pace when the second argument is {@code usual}.
 */
final class ReplugRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HotPlugSettings QUICK =
      new HotPlugSettings(
          Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofSeconds(2));

  private final Path folder;
  private final HotPlugSettings settings;
  private Duration slowestLoss = Duration.ZERO;
  private Duration slowestReturn = Duration.ZERO;
  private ProcessResources before;
  private ProcessResources after;

  ReplugRun(Path folder, HotPlugSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static ReplugRun quick(Path folder) {
    return new ReplugRun(folder, QUICK);
  }

  void run(int cycles) throws IOException {
    try (PluggedPort port = new PluggedPort(folder);
        HotPlug<PluggedPort.Port> plug =
            new HotPlug<>(
                "reader", settings, port.connector(), KnownDevices.ANY, InstantSource.system())) {
      for (int cycle = 0; cycle < cycles; cycle++) {
        if (cycle == Math.min(20, cycles / 2)) {
          // Everything that is made once has been made by now.
          before = ProcessResources.now();
        }
        port.plugIn();
        slowestReturn = longer(slowestReturn, until(plug, DeviceState.ONLINE));
        port.pull();
        slowestLoss = longer(slowestLoss, until(plug, DeviceState.NO_DEVICE));
      }
      after = ProcessResources.now();
    }
  }

  private static Duration until(HotPlug<?> plug, DeviceState wanted) {
    long start = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(2))
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(() -> plug.status().state() == wanted);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The longest a pulled cable took to be noticed. */
  Duration slowestLoss() {
    return slowestLoss;
  }

  /** The longest a device took from its return to being in service. */
  Duration slowestReturn() {
    return slowestReturn;
  }

  ProcessResources before() {
    return before;
  }

  ProcessResources after() {
    return after;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("kiosk-replug");
    boolean usual = arguments.length > 1 && arguments[1].equals("usual");
    ReplugRun run = new ReplugRun(folder, usual ? HotPlugSettings.USUAL : QUICK);
    int cycles = Integer.parseInt(arguments[0]);
    long start = System.nanoTime();
    run.run(cycles);
    System.out.printf(
        "%d cycles in %d s; slowest loss %d ms, slowest return %d ms%nbefore %s%nafter  %s%n",
        cycles,
        (System.nanoTime() - start) / 1_000_000_000L,
        run.slowestLoss.toMillis(),
        run.slowestReturn.toMillis(),
        run.before,
        run.after);
    Files.delete(folder);
  }
}
