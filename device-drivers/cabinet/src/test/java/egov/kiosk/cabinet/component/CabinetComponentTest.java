package egov.kiosk.cabinet.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.link.testing.Skin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CabinetComponentTest {
  private final Skin skin = new Skin();

  private static CabinetConfiguration configuration(Map<String, Object> values) {
    return Skin.configuration(CabinetConfiguration.class, values);
  }

  @Test
  void notEnabled_isNoDeviceAndNoFinding() {
    var component = new CabinetComponent(skin.context(), configuration(Map.of()), KnownDevices.ANY);
    assertEquals(List.of(), skin.registered());
    component.deactivate();
  }

  @Test
  void enabled_registersCabinetAndCheckAndFollowsTheConfiguration() {
    var component =
        new CabinetComponent(
            skin.context(), configuration(Map.of("enabled", true)), KnownDevices.ANY);
    List<Object> first = skin.registered();
    assertEquals(2, first.size());
    component.modified(configuration(Map.of("enabled", true)));
    assertEquals(first, skin.registered(), "unchanged touches nothing");
    component.modified(configuration(Map.of("enabled", false)));
    assertEquals(List.of(), skin.registered());
    component.deactivate();
  }

  @Test
  void wiring_isReadOrRefusedByName() {
    var profile =
        CabinetComponent.settings(
                configuration(
                    Map.of(
                        "enabled",
                        true,
                        "lamps",
                        new String[] {"CARD=0", " HELP = 5"},
                        "outlets",
                        new String[] {"printer=7", ""},
                        "invertedInputs",
                        new String[] {"0"})))
            .orElseThrow()
            .profile();
    assertEquals(Map.of(Lamp.CARD, 0, Lamp.HELP, 5), profile.lamps());
    assertEquals(Map.of("printer", 7), profile.outlets());
    assertEquals(Set.of(0), profile.inverted());
    for (String wrong : new String[] {"CARD", "CARD=x", "DISCO=1", "CARD=64"}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              CabinetComponent.settings(
                  configuration(Map.of("enabled", true, "lamps", new String[] {wrong}))),
          wrong);
    }
  }

  @Test
  void listener_thatComesAsAService_isKeptAcrossConfigurations() {
    var component = new CabinetComponent(skin.context(), configuration(Map.of()), KnownDevices.ANY);
    CabinetListener listener = event -> {};
    component.bindListener(listener);
    component.modified(configuration(Map.of("enabled", true)));
    component.unbindListener(listener);
    component.deactivate();
    assertTrue(skin.registered().isEmpty());
  }
}
