package egov.kiosk.idcardreader.sdt;

import java.time.Duration;

/**
 * How long the module may take for an answer, from the last byte sent to the last byte received.
 *
 * @param brief for everything that is not named below, e.g. status
 * @param find for looking for a card
 * @param select for selecting it
 * @param read for text and photo, and for new addresses
 * @param fingerprints for text, photo and fingerprints
 */
public record SdtTimings(
    Duration brief, Duration find, Duration select, Duration read, Duration fingerprints) {

  /** Times seen in field drivers, enough at every baud rate. */
  public static final SdtTimings DEFAULT =
      new SdtTimings(
          Duration.ofMillis(1_000),
          Duration.ofMillis(1_000),
          Duration.ofMillis(1_000),
          Duration.ofMillis(2_000),
          Duration.ofMillis(5_000));

  public SdtTimings {
    for (Duration one : new Duration[] {brief, find, select, read, fingerprints}) {
      if (one.isNegative() || one.isZero()) {
        throw new IllegalArgumentException("a timeout is longer than zero");
      }
    }
  }

  Duration of(SdtCommand command) {
    return switch (command) {
      case FIND -> find;
      case SELECT -> select;
      case READ, NEW_ADDRESSES -> read;
      case READ_WITH_FINGERPRINTS -> fingerprints;
      case RESET, STATUS, MODULE_ID, MAX_RF_BYTES -> brief;
    };
  }
}
