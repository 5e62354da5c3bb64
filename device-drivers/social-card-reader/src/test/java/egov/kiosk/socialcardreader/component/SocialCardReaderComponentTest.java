package egov.kiosk.socialcardreader.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.link.testing.Skin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocialCardReaderComponentTest {
  private final Skin skin = new Skin();

  private static SocialCardReaderConfiguration configuration(Map<String, Object> values) {
    return Skin.configuration(SocialCardReaderConfiguration.class, values);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("device-social-card-reader"))
        .count();
  }

  @Test
  void notEnabled_isNoDeviceAndNoFinding() {
    var component =
        new SocialCardReaderComponent(skin.context(), configuration(Map.of()), KnownDevices.ANY);
    assertEquals(List.of(), skin.registered());
    assertEquals(0, threads());
    component.deactivate();
  }

  @Test
  void enabled_registersReaderAndCheckAndFollowsTheConfiguration() {
    var component =
        new SocialCardReaderComponent(
            skin.context(), configuration(Map.of("enabled", true)), KnownDevices.ANY);
    List<Object> first = skin.registered();
    assertEquals(2, first.size());
    component.modified(configuration(Map.of("enabled", true)));
    assertEquals(first, skin.registered(), "unchanged touches nothing");
    component.modified(configuration(Map.of("enabled", true, "reader", "Other")));
    assertEquals(2, skin.registered().size());
    assertEquals(1, threads());
    component.modified(configuration(Map.of()));
    assertEquals(List.of(), skin.registered());
    assertEquals(0, threads());
    component.deactivate();
  }
}
