package egov.kiosk.domain.upkeep;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a technician looks at and takes along. Safe for use by several threads. */
public interface Upkeep {
  /**
   * A device was in another state than before.
   *
   * @param at when that was seen
   */
  record Change(Instant at, String device, DeviceState state, Set<FaultCode> faults) {
    public Change {
      faults = Set.copyOf(faults);
    }
  }

  /** The last changes, of earlier starts too, newest first, at most 200. */
  List<Change> history();

  /**
   * The end of the log, oldest first, with everything masked that could be personal data or a key.
   *
   * @param most how many lines at most
   * @throws IOException when the log cannot be read
   */
  List<String> log(int most) throws IOException;

  /**
   * Writes a support bundle below the data directory: versions, masked settings, the doctor's
   * findings, masked logs, counts, device identities; no personal data and no key.
   *
   * @param parts further texts by file name, e.g. {@code doctor.json}; masked as the rest is
   * @return the file's path
   * @throws IOException when it could not be written; nothing is left then
   */
  String bundle(Map<String, String> parts) throws IOException;
}
