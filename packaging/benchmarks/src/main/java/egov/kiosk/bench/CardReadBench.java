package egov.kiosk.bench;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.town.TownProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How close reading a card comes to the wire: the time of a read, less the time the emulated reader
 * spends thinking, over what the bytes of that read need at 115200 baud in both directions.
 */
final class CardReadBench {
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 25;

  private CardReadBench() {}

  static Ratio run(TownProcess emulator, Path port)
      throws IOException, DeviceException, InterruptedException {
    Medians ours = new Medians();
    Medians wire = new Medians();
    emulator.command("place resident");
    try (SdtIdCardReader reader =
        new SdtIdCardReader(ReaderSettings.of(port.toString(), 115_200), Clock.systemUTC())) {
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        emulator.command("stats");
        long before = System.nanoTime();
        reader.read(Duration.ofSeconds(10)).card().close();
        double elapsed = (System.nanoTime() - before) / 1e6;
        String stats = emulator.command("stats");
        if (i >= WARM_UP) {
          ours.add(elapsed - figure(stats, "ownDelayMicros") / 1e3);
          wire.add((figure(stats, "bytesIn") + figure(stats, "bytesOut")) * 10 / 115.2);
        }
      }
    }
    emulator.command("lift");
    return Ratio.of("card-read/wire", ours.median(), wire.median(), 1.05);
  }

  private static long figure(String stats, String name) throws IOException {
    for (String word : stats.split(" ")) {
      if (word.startsWith(name + "=")) {
        return Long.parseLong(word.substring(name.length() + 1));
      }
    }
    throw new IOException("the emulator's stats lack " + name);
  }
}
