package egov.kiosk.printer;

import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.printer.escpos.RasterLogo;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a printer is attached and treated; immutable.
 *
 * @param address where it is
 * @param columns how many single-width characters fit side by side, 48 on 80 mm paper
 * @param charset GB18030, or GBK for a printer without four-byte characters
 * @param logo printed at the top of every slip, if any
 * @param watching how often it is looked for and asked how it is
 * @param statusTimeout how long one status answer may take; Epson promises 200 ms
 * @param asksWho whether a printer is asked for its serial number (GS I 68) when it is opened
 */
public record PrinterSettings(
    PrinterAddress address,
    int columns,
    Charset charset,
    Optional<RasterLogo> logo,
    HotPlugSettings watching,
    Duration statusTimeout,
    boolean asksWho) {
  public PrinterSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(logo, "logo");
    Objects.requireNonNull(watching, "watching");
    if (statusTimeout.isNegative() || statusTimeout.isZero()) {
      throw new IllegalArgumentException("the status timeout is longer than zero");
    }
  }

  /** The usual settings for an address; any printer may stand there, so none is asked who it is. */
  public static PrinterSettings of(String address) {
    return new PrinterSettings(
        PrinterAddress.parse(address),
        48,
        Charset.forName("GB18030"),
        Optional.empty(),
        HotPlugSettings.USUAL,
        Duration.ofMillis(500),
        false);
  }

  /** The same, watched in another way. */
  public PrinterSettings watched(HotPlugSettings other) {
    return new PrinterSettings(address, columns, charset, logo, other, statusTimeout, asksWho);
  }

  /** The same, with a printer that is asked who it is. */
  public PrinterSettings asking() {
    return new PrinterSettings(address, columns, charset, logo, watching, statusTimeout, true);
  }
}
