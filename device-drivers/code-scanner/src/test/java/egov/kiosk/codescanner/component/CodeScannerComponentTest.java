package egov.kiosk.codescanner.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.link.testing.Skin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeScannerComponentTest {
  private final Skin skin = new Skin();

  private static CodeScannerConfiguration configuration(Map<String, Object> values) {
    return Skin.configuration(CodeScannerConfiguration.class, values);
  }

  @Test
  void notEnabled_isNoDeviceAndNoFinding() {
    var component =
        new CodeScannerComponent(skin.context(), configuration(Map.of()), KnownDevices.ANY);
    assertEquals(List.of(), skin.registered());
    component.deactivate();
  }

  @Test
  void enabled_registersScannerAndCheckAndFollowsTheConfiguration() {
    var component =
        new CodeScannerComponent(
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
  void rules_areReadOrRefusedByName() {
    var settings =
        CodeScannerComponent.settings(
            configuration(Map.of("enabled", true, "provincial", "20-40 DIGITS")));
    assertEquals(
        Optional.of(new CodeRule(20, 40, Alphabet.DIGITS)),
        settings.map(all -> all.rules().get(CodeKind.PROVINCIAL)));
    for (String wrong :
        new String[] {"", "20", "20-40", "20-40 ANY", "40-20 DIGITS", "1-9999 DIGITS"}) {
      var refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  CodeScannerComponent.settings(
                      configuration(Map.of("enabled", true, "provincial", wrong))),
              wrong);
      assertTrue(refused.getMessage().length() > 10);
    }
  }
}
