package egov.kiosk.attachments.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.AttachmentSettings;
import egov.kiosk.attachments.send.QuietHours;
import egov.kiosk.attachments.send.SendRules;
import egov.kiosk.attachments.send.WhenMetered;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredSettingsTest {
  private static AttachmentsConfiguration configuration(Map<String, Object> given) {
    return (AttachmentsConfiguration)
        Proxy.newProxyInstance(
            ConfiguredSettingsTest.class.getClassLoader(),
            new Class<?>[] {AttachmentsConfiguration.class},
            (proxy, method, arguments) ->
                method.getName().equals("annotationType")
                    ? Annotation.class
                    : given.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  @Test
  void of_defaults_asDocumented() {
    AttachmentsConfiguration defaults = configuration(Map.of("directory", "/data/attachments"));
    assertEquals(Path.of("/data/attachments"), ConfiguredSettings.directory(defaults));
    assertEquals(
        new AttachmentSettings(
            2L << 30,
            512L << 20,
            new SendRules(2, 0, WhenMetered.CAPPED, 8192, 1 << 20, QuietHours.ALWAYS)),
        ConfiguredSettings.of(defaults));
  }

  @Test
  void of_wrongValues_refusedNamingTheRoom() {
    for (Map<String, Object> wrong :
        new Map[] {
          Map.of("quietHours", "night"),
          Map.of("whenMetered", "LTE"),
          Map.of("window", 0),
          Map.of("quotaMebibytes", 0)
        }) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> ConfiguredSettings.of(configuration(wrong)));
      assertTrue(refused.getMessage().startsWith("attachments: "));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfiguredSettings.directory(configuration(Map.of())));
  }
}
