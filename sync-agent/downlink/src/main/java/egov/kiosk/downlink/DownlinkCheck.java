package egov.kiosk.downlink;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.launcher.port.RemoteSettings.State;
import java.time.Duration;
import java.util.Optional;

/** The doctor's question what the platform made of this kiosk. Takes no time. */
public final class DownlinkCheck implements HealthCheck {
  private static final String NAME = "downlink";

  private final Surroundings around;

  public DownlinkCheck(Surroundings around) {
    this.around = around;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    Optional<State> state = around.settings().map(settings -> settings.state());
    long items = around.catalogue().map(CatalogueStore::version).orElse(0L);
    if (state.isEmpty()) {
      return Finding.ok(NAME, "No settings are taken from afar, catalogue version " + items + ".");
    }
    if (!state.get().damage().isEmpty()) {
      return new Finding(
          NAME,
          Level.WARN,
          "The settings from afar are lost: " + state.get().damage(),
          Actor.TECHNICIAN,
          "Check the disk; the platform sends its settings again by itself.");
    }
    String trial = state.get().trial() > 0 ? ", version " + state.get().trial() + " on trial" : "";
    return Finding.ok(
        NAME,
        "Settings version " + state.get().kept() + trial + ", catalogue version " + items + ".");
  }
}
