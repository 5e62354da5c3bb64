package egov.kiosk.pageprinter.ipp;

import egov.kiosk.domain.device.FaultCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the keywords of printer-state-reasons (RFC 8011 §5.4.12, PWG 5100.9) mean. An ending {@code
 * -report}, {@code -warning} or {@code -error} says how bad the printer finds it; without an ending
 * it is an error. What is unknown counts only when the printer calls it an error.
 */
final class StateReasons {
  private StateReasons() {}

  static Set<FaultCode> faults(Collection<String> reasons) {
    Set<FaultCode> faults = EnumSet.noneOf(FaultCode.class);
    for (String reason : reasons) {
      fault(reason).ifPresent(faults::add);
    }
    return faults;
  }

  static Optional<FaultCode> fault(String reason) {
    String bare = reason.replaceFirst("-(report|warning|error)$", "");
    boolean error = reason.endsWith("-error");
    FaultCode known =
        switch (bare) {
          case "media-empty", "media-needed" -> FaultCode.PAPER_OUT;
          case "media-low" -> FaultCode.PAPER_LOW;
          case "media-jam" -> FaultCode.PAPER_JAM;
          case "cover-open", "door-open", "interlock-open", "input-tray-missing" ->
              FaultCode.COVER_OPEN;
          case "toner-low", "marker-supply-low", "developer-low" -> FaultCode.TONER_LOW;
          case "toner-empty", "marker-supply-empty", "marker-supply-missing", "developer-empty" ->
              FaultCode.TONER_OUT;
          case "output-area-full", "output-tray-missing" -> FaultCode.MEDIA_RETAINED;
          case "paused",
              "shutdown",
              "stopped-partly",
              "timed-out",
              "fuser-over-temp",
              "fuser-under-temp",
              "opc-life-over",
              "spool-area-full",
              "deactivated" ->
              reason.endsWith("-report") ? null : FaultCode.PRINTER_ERROR;
          default -> error ? FaultCode.PRINTER_ERROR : null;
        };
    return Optional.ofNullable(known);
  }
}
