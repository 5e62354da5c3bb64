package egov.kiosk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.watch.PartsCheck.Unmade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsCheckTest {
  @Test
  void partThatCouldNotBeMade_isNamedWithWhyAndWhoActs() {
    PartsCheck check =
        new PartsCheck(
            () ->
                Optional.of(
                    List.of(
                        new Unmade("uplink", "uplink: window is 0, allowed is 1 to 100"),
                        new Unmade("camera", "IOException, see the log"))));
    Finding finding = check.check(Duration.ofSeconds(1));
    assertEquals(Level.FAIL, finding.level());
    assertEquals(Actor.TECHNICIAN, finding.actor());
    assertEquals(
        "COMPONENT_MISSING: camera: IOException, see the log;"
            + " COMPONENT_MISSING: uplink: uplink: window is 0, allowed is 1 to 100",
        finding.what());
    assertEquals(Optional.of(List.of("camera", "uplink")), check.missing());
  }

  @Test
  void everythingMade_isWell() {
    assertEquals(
        Level.OK,
        new PartsCheck(() -> Optional.of(List.of())).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void nobodyCanLook_isNeitherWellNorMissing() {
    PartsCheck blind = new PartsCheck(Optional::empty);
    assertEquals(Level.WARN, blind.check(Duration.ofSeconds(1)).level());
    assertEquals(Optional.empty(), blind.missing());
  }
}
