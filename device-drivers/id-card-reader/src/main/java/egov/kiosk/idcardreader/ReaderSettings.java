package egov.kiosk.idcardreader;

import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a reader is attached and treated; immutable.
 *
 * @param places where it may be, in the order in which it is looked for; it is never looked for
 *     anywhere else, because a question to a reader may make paper come out of a printer
 * @param autobaud whether a silent serial line is tried at the other speeds, too
 * @param findInterval from one look for a card to the next while waiting, 100 ms to 5 s
 * @param timings how long the module may take
 * @param repoll how the reader behaves towards a card that stays
 * @param maxRfBytes sent once after opening, 1 to 255; 0 sends nothing
 * @param allowedModules security module ids that may be used; empty allows all
 * @param watch how closely the idle driver looks whether the reader is there
 */
public record ReaderSettings(
    List<LinkAddress> places,
    boolean autobaud,
    Duration findInterval,
    SdtTimings timings,
    Repoll repoll,
    int maxRfBytes,
    Set<String> allowedModules,
    HotPlugSettings watch) {

  private static final int MOST_PLACES = 8;

  public ReaderSettings {
    places = List.copyOf(places);
    if (places.isEmpty() || places.size() > MOST_PLACES) {
      throw new IllegalArgumentException("a reader has 1 to 8 places");
    }
    Objects.requireNonNull(timings, "timings");
    Objects.requireNonNull(repoll, "repoll");
    Objects.requireNonNull(watch, "watch");
    allowedModules = Set.copyOf(allowedModules);
    if (findInterval.toMillis() < 100 || findInterval.toMillis() > 5_000) {
      throw new IllegalArgumentException("the find interval is 100 to 5000 ms");
    }
    if (maxRfBytes < 0 || maxRfBytes > 255) {
      throw new IllegalArgumentException("max RF bytes are 0 to 255");
    }
  }

  /** The usual settings for a serial port. */
  public static ReaderSettings of(String port, int baud) {
    return at(new LinkAddress.Serial(port, baud));
  }

  /** The usual settings for a place. */
  public static ReaderSettings at(LinkAddress place) {
    return new ReaderSettings(
        List.of(place),
        true,
        Duration.ofMillis(300),
        SdtTimings.DEFAULT,
        Repoll.REPEAT,
        0,
        Set.of(),
        HotPlugSettings.USUAL);
  }
}
