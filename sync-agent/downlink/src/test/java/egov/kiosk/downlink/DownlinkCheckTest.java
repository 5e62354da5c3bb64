package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.launcher.port.RemoteSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the doctor says of settings from afar. */
class DownlinkCheckTest {
  private final FakeSettings settings = new FakeSettings();

  private Finding finding() {
    Surroundings around =
        new Surroundings() {
          @Override
          public String kioskId() {
            return "lab-000001";
          }

          @Override
          public OrderVerifier verifier() {
            throw new AssertionError("a look verifies nothing");
          }

          @Override
          public Optional<FleetLine> line() {
            return Optional.empty();
          }

          @Override
          public Optional<RemoteSettings> settings() {
            return Optional.of(settings);
          }

          @Override
          public Optional<CatalogueStore> catalogue() {
            return Optional.empty();
          }

          @Override
          public Optional<CommandHandler> handler(String name) {
            return Optional.empty();
          }
        };
    return new DownlinkCheck(around).check(Duration.ofSeconds(1));
  }

  @Test
  void settingsLost_isAWarningThatNamesTheDamage() {
    assertEquals(Level.OK, finding().level());
    settings.damage = "checksum";
    Finding lost = finding();
    assertEquals(Level.WARN, lost.level());
    assertEquals(Actor.TECHNICIAN, lost.actor());
    assertTrue(lost.what().contains("checksum"), lost::toString);
  }
}
