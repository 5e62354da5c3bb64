package egov.kiosk.bench.devices;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.town.TownProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The identity card reader: against its wire, against a citizen's patience, and after a replug. */
final class ReaderBench {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 20;

  /** A read takes two seconds there, and they hardly differ. */
  private static final int SLOW_ROUNDS = 8;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path work;

  ReaderBench(Path work) {
    this.work = work;
  }

  private SdtIdCardReader driver(Path line, int baud) {
    return new SdtIdCardReader(ReaderSettings.of(line.toString(), baud), Clock.systemUTC());
  }

  private TownProcess emulator(Path line, int baud) throws Exception {
    return Emulated.start(
        work, "reader", "--link", line.toString(), "--baud", Integer.toString(baud));
  }

  /** A read, less what the emulated reader thinks, over its bytes' time on the wire. */
  Ratio wire(int baud) throws Exception {
    Path line = work.resolve("reader-" + baud);
    Medians ours = new Medians();
    Medians wire = new Medians();
    try (TownProcess emulator = emulator(line, baud);
        SdtIdCardReader reader = driver(line, baud)) {
      emulator.command("place resident");
      for (int i = 0; i < WARM_UP + (baud < 20_000 ? SLOW_ROUNDS : ROUNDS); i++) {
        emulator.command("stats");
        long before = System.nanoTime();
        reader.read(LIMIT).card().close();
        double elapsed = (System.nanoTime() - before) / 1e6;
        String stats = emulator.command("stats");
        if (i >= WARM_UP) {
          ours.add(elapsed - Emulated.figure(stats, "ownDelayMicros") / 1e3);
          long bytes = Emulated.figure(stats, "bytesIn") + Emulated.figure(stats, "bytesOut");
          wire.add(bytes * 10_000.0 / baud);
        }
      }
    }
    double value = ours.median() / wire.median();
    return Ratio.atMost("card-read/wire-" + baud, value, 1.05, ours.median(), wire.median(), "ms");
  }

  /** From placing a card to what the session is told, over one poll interval and a read. */
  Ratio placed() throws Exception {
    Path line = work.resolve("reader-placed");
    Medians reads = new Medians();
    Medians placed = new Medians();
    ExecutorService citizen = Executors.newSingleThreadExecutor();
    try (TownProcess emulator = emulator(line, 115_200);
        SdtIdCardReader reader = driver(line, 115_200)) {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        emulator.command("lift");
        Future<CardRead> waiting = citizen.submit(() -> reader.read(LIMIT));
        // Another moment of the poll each time.
        TimeUnit.MILLISECONDS.sleep(700 + 37L * (i % 10));
        long before = System.nanoTime();
        emulator.command("place resident");
        waiting.get().card().close();
        long told = System.nanoTime();
        reader.read(LIMIT).card().close();
        if (i >= WARM_UP) {
          placed.add((told - before) / 1e6);
          reads.add((System.nanoTime() - told) / 1e6);
        }
      }
    } finally {
      citizen.shutdownNow();
    }
    double interval = ReaderSettings.of("/dev/any", 115_200).findInterval().toMillis();
    double allowed = interval + reads.median() * 1.05;
    double worst = placed.percentile(1);
    return Ratio.atMost("place-to-event/poll-and-read", worst / allowed, 1.0, worst, allowed, "ms");
  }
}
