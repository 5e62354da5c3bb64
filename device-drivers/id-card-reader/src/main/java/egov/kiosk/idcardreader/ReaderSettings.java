package egov.kiosk.idcardreader;

import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How a reader is attached and treated; immutable.
 *
 * @param address the serial port, which is never searched for
 * @param findInterval from one look for a card to the next while waiting, 100 ms to 5 s
 * @param timings how long the module may take
 * @param repoll how the reader behaves towards a card that stays
 * @param maxRfBytes sent once after opening, 1 to 255; 0 sends nothing
 * @param allowedModules security module ids that may be used; empty allows all
 * @param reopenInterval how often an idle driver looks whether a lost reader is back, and whether a
 *     reader is still there; zero never looks by itself
 */
public record ReaderSettings(
    LinkAddress.Serial address,
    Duration findInterval,
    SdtTimings timings,
    Repoll repoll,
    int maxRfBytes,
    Set<String> allowedModules,
    Duration reopenInterval) {

  public ReaderSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(timings, "timings");
    Objects.requireNonNull(repoll, "repoll");
    Objects.requireNonNull(reopenInterval, "reopenInterval");
    allowedModules = Set.copyOf(allowedModules);
    if (findInterval.toMillis() < 100 || findInterval.toMillis() > 5_000) {
      throw new IllegalArgumentException("the find interval is 100 to 5000 ms");
    }
    if (maxRfBytes < 0 || maxRfBytes > 255) {
      throw new IllegalArgumentException("max RF bytes are 0 to 255");
    }
  }

  /** The usual settings for a port. */
  public static ReaderSettings of(String port, int baud) {
    return new ReaderSettings(
        new LinkAddress.Serial(port, baud),
        Duration.ofMillis(300),
        SdtTimings.DEFAULT,
        Repoll.REPEAT,
        0,
        Set.of(),
        Duration.ofSeconds(5));
  }
}
