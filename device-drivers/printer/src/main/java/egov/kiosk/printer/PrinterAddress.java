package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkOpener;
import egov.kiosk.link.UsbIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where a receipt printer is, as a technician writes it: {@code tcp://127.0.0.1:9100}, {@code
 * serial:/dev/kiosk/printer@115200}, or {@code usb:/dev/usb/lp0} for a printer on the kernel's USB
 * printer driver (usblp). Two are equal when their texts are.
 */
public final class PrinterAddress {
  private static final String USB = "usb:";

  private final String text;
  private final LinkOpener opener;
  private final Supplier<DeviceIdentity> identity;
  private final BooleanSupplier empty;

  private PrinterAddress(
      String text, LinkOpener opener, Supplier<DeviceIdentity> identity, BooleanSupplier empty) {
    this.text = text;
    this.opener = opener;
    this.identity = identity;
    this.empty = empty;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when the text is none; the message says what was expected
   */
  public static PrinterAddress parse(String text) {
    if (!text.startsWith(USB)) {
      LinkAddress address = LinkAddress.parse(text);
      return new PrinterAddress(text, address.opener(), address::identity, address::empty);
    }
    String path = text.substring(USB.length());
    if (!path.matches("/[!-~]{1,250}")) {
      throw new IllegalArgumentException(
          "a USB printer is usb:/dev/NAME, such as usb:/dev/usb/lp0");
    }
    return new PrinterAddress(
        text,
        LinkOpener.recordable(timeout -> DeviceFileLink.open(path)),
        () -> new UsbIdentity().of(Path.of(path)),
        () -> !Files.exists(Path.of(path)));
  }

  /** An opener for this place; opens nothing yet. */
  public LinkOpener opener() {
    return opener;
  }

  /** Who the kernel says is at this place now; UNTOLD when it says nothing. */
  public DeviceIdentity identity() {
    return identity.get();
  }

  /** Whether nothing is plugged in there, as far as that is told without opening it. */
  public boolean empty() {
    return empty.getAsBoolean();
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
