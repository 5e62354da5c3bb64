package egov.kiosk.pageprinter.ipp;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import java.util.Objects;
import java.util.Set;

/**
 * What a printer says of itself.
 *
 * @param stopped whether it will not print now
 * @param faults what it names as wrong or soon to be
 * @param formats the document formats it takes, MIME types in lower case
 * @param resolution dots per inch it takes in PWG raster, 300 unless it says otherwise
 * @param identity who it is
 */
public record PrinterSays(
    boolean stopped,
    Set<FaultCode> faults,
    Set<String> formats,
    int resolution,
    DeviceIdentity identity) {
  public PrinterSays {
    faults = Set.copyOf(faults);
    formats = Set.copyOf(formats);
    Objects.requireNonNull(identity, "identity");
  }
}
