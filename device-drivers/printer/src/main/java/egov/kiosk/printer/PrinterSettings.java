package egov.kiosk.printer;

import egov.kiosk.link.LinkAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;

/**
 * How a printer is attached and treated; immutable.
 *
 * @param address where it is
 * @param columns how many single-width characters fit side by side, 48 on 80 mm paper
 * @param charset GB18030, or GBK for a printer without four-byte characters
 * @param openTimeout how long connecting may take
 * @param statusTimeout how long one status answer may take; Epson promises 200 ms
 */
public record PrinterSettings(
    LinkAddress address,
    int columns,
    Charset charset,
    Duration openTimeout,
    Duration statusTimeout) {
  public PrinterSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(charset, "charset");
    if (openTimeout.isNegative() || openTimeout.isZero()) {
      throw new IllegalArgumentException("the open timeout is longer than zero");
    }
    if (statusTimeout.isNegative() || statusTimeout.isZero()) {
      throw new IllegalArgumentException("the status timeout is longer than zero");
    }
  }

  /** The usual settings for an address. */
  public static PrinterSettings of(String address) {
    return new PrinterSettings(
        LinkAddress.parse(address),
        48,
        Charset.forName("GB18030"),
        Duration.ofSeconds(2),
        Duration.ofMillis(500));
  }
}
