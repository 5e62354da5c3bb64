package egov.kiosk.printer;

import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkOpener;
import java.util.Objects;

/**
 * Where a receipt printer is, as a technician writes it: {@code tcp://127.0.0.1:9100}, {@code
 * serial:/dev/kiosk/printer@115200}, or {@code usb:/dev/usb/lp0} for a printer on the kernel's USB
 * printer driver (usblp). Two are equal when their texts are.
 */
public final class PrinterAddress {
  private static final String USB = "usb:";

  private final String text;
  private final LinkOpener opener;

  private PrinterAddress(String text, LinkOpener opener) {
    this.text = text;
    this.opener = opener;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when the text is none; the message says what was expected
   */
  public static PrinterAddress parse(String text) {
    if (!text.startsWith(USB)) {
      LinkAddress address = LinkAddress.parse(text);
      return new PrinterAddress(text, address.opener());
    }
    String path = text.substring(USB.length());
    if (!path.matches("/[!-~]{1,250}")) {
      throw new IllegalArgumentException(
          "a USB printer is usb:/dev/NAME, such as usb:/dev/usb/lp0");
    }
    return new PrinterAddress(text, LinkOpener.recordable(timeout -> DeviceFileLink.open(path)));
  }

  /** An opener for this place; opens nothing yet. */
  public LinkOpener opener() {
    return opener;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrinterAddress address && address.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
