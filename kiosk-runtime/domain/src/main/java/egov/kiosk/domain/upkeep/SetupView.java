package egov.kiosk.domain.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far setting up has come; kept over restarts and power cuts.
 *
 * @param site what was answered about the site, by field
 * @param steps how each step stands
 * @param devices the devices, and what has no driver but is tried by a person: screen, loudspeaker
 * @param paths what is plugged in, by paths that stay
 * @param accepted when the report was made; empty before
 * @param report the report's file name without its ending; empty before
 * @param sealed whether the report bears the kiosk's electronic seal
 * @param sent whether it was given to the queue for the platform
 * @param kioskId who this machine is, or is to be; empty when nobody said
 * @param broker where the platform's broker is
 * @param password whether there is a password for it; it is never shown
 * @param seals files on removable media that may be seals
 */
public record SetupView(
    Map<String, String> site,
    Map<SetupStep, StepView> steps,
    List<DeviceTrial> devices,
    List<String> paths,
    Optional<Instant> accepted,
    String report,
    boolean sealed,
    boolean sent,
    String kioskId,
    String broker,
    boolean password,
    List<String> seals) {
  public SetupView {
    site = Map.copyOf(site);
    steps = Map.copyOf(steps);
    devices = List.copyOf(devices);
    paths = List.copyOf(paths);
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(broker, "broker");
    seals = List.copyOf(seals);
  }
}
