package egov.kiosk.pageprinter.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.model.Types;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which printer answers: by the id it keeps for life (printer-uuid, PWG 5100.13), else by the
 * serial number in its IEEE 1284 device id (printer-device-id, PWG 5107.2).
 */
final class WhoItIs {
  private static final Pattern UUID =
      Pattern.compile("(?i)urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Pattern SERIAL =
      Pattern.compile("(?:^|;)\\s*(?:SN|SERN|SERIALNUMBER):\\s*([!-:<-~]{1,64})\\s*(?:;|$)");

  private WhoItIs() {}

  static DeviceIdentity of(AttributeGroup printer) {
    Object uuid = printer.getValue(Types.printerUuid);
    Matcher lasting = UUID.matcher(uuid == null ? "" : uuid.toString());
    if (lasting.matches()) {
      // Either case is the same id (RFC 4122 §3); a new firmware may change it.
      return new DeviceIdentity(Kind.UUID, lasting.group(1).toLowerCase(Locale.ROOT));
    }
    String id = printer.getString(Types.printerDeviceId);
    Matcher serial = SERIAL.matcher(id == null ? "" : id);
    return serial.find() ? new DeviceIdentity(Kind.SERIAL, serial.group(1)) : DeviceIdentity.UNTOLD;
  }
}
