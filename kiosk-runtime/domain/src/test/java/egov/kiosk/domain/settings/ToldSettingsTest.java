package egov.kiosk.domain.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldSettingsTest {
  private static ToldSettings told(Map<String, Object> values) {
    return new ToldSettings(values);
  }

  @Test
  void same_valueByValue_listsToo() {
    ToldSettings first = told(Map.of("port", 7, "names", new String[] {"a", "b"}));
    assertTrue(first.same(told(Map.of("names", new String[] {"a", "b"}, "port", 7))));
    assertFalse(first.same(told(Map.of("port", 7, "names", new String[] {"a", "c"}))));
    assertFalse(first.same(told(Map.of("port", 7))));
    assertFalse(told(Map.of("port", 7)).same(first));
  }
}
