package egov.kiosk.identity.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.health.Level;
import egov.kiosk.identity.TestCache;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityComponentTest {
  private static final Duration LOADING = Duration.ofSeconds(60);

  private final IdentityComponent component = new IdentityComponent();

  /** The configuration as DS would hand it over: the defaults, and what somebody set. */
  private static IdentityConfig config(Map<String, Object> set) {
    return (IdentityConfig)
        Proxy.newProxyInstance(
            IdentityConfig.class.getClassLoader(),
            new Class<?>[] {IdentityConfig.class},
            (proxy, method, arguments) ->
                set.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  @AfterEach
  void stop() {
    component.deactivate();
  }

  @Test
  void defaults_startWithoutAPackAndSaySo() {
    component.activate(config(Map.of()));

    assertEquals("identity", component.name());
    assertEquals(Level.FAIL, component.check(LOADING).level());
  }

  @Test
  void packConfiguredLater_isLoadedAndKept() {
    component.activate(config(Map.of()));
    Map<String, Object> pack = Map.of("packDir", TestCache.facePack().toString());

    component.modified(config(pack));
    component.modified(config(pack));

    assertEquals(Level.OK, component.check(LOADING).level());
  }

  @Test
  void wrongValue_isRefusedAndTheOldOneStays() {
    component.activate(config(Map.of("packDir", TestCache.facePack().toString())));

    assertThrows(
        IllegalArgumentException.class, () -> component.modified(config(Map.of("far", 0.95))));

    assertEquals(Level.OK, component.check(LOADING).level());
  }

  /** What the desk asks for reaches the verifier: the port's own answer would be NO_LIVENESS. */
  @Test
  void everyDemand_reachesTheVerifier() {
    component.activate(config(Map.of()));
    for (FaceDemand demand :
        List.of(FaceDemand.LIKENESS, FaceDemand.LIVENESS, FaceDemand.CHALLENGE)) {
      var refusal =
          assertThrows(
              FaceUnavailableException.class,
              () ->
                  component.compare(
                      new Portrait(new byte[Portrait.BLOCK_BYTES]),
                      timeout -> Optional.empty(),
                      demand,
                      LOADING,
                      hint -> {}));
      assertEquals(FaceUnavailableException.Reason.NO_PACK, refusal.reason());
    }
  }
}
