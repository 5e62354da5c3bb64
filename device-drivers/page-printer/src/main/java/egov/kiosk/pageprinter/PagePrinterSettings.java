package egov.kiosk.pageprinter;

import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.pageprinter.ipp.IppAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a page printer is and how it is treated; immutable.
 *
 * @param address where it is
 * @param watching how often it is looked for and asked
 * @param answer how long one question may take
 */
public record PagePrinterSettings(IppAddress address, HotPlugSettings watching, Duration answer) {
  public PagePrinterSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(watching, "watching");
    if (answer.isNegative() || answer.isZero()) {
      throw new IllegalArgumentException("an answer takes time");
    }
  }

  /** The usual settings for an address. */
  public static PagePrinterSettings of(String address) {
    return new PagePrinterSettings(
        IppAddress.parse(address),
        new HotPlugSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2)),
        Duration.ofSeconds(3));
  }
}
