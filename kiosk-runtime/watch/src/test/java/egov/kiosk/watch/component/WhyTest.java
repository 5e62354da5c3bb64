package egov.kiosk.watch.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Traces as Felix SCR keeps them. */
class WhyTest {
  @Test
  void refusedSetting_isNamedWithWhatIsAllowed() {
    String trace =
        "java.lang.reflect.InvocationTargetException\n"
            + "\tat java.base/x.y(Z.java:1)\n"
            + "Caused by: java.lang.IllegalArgumentException: uplink: window is 0, allowed is 1\n"
            + "\tat egov.kiosk.A.b(A.java:3)\n";
    assertEquals("uplink: window is 0, allowed is 1", Why.of(trace));
  }

  @Test
  void whoOnlyLackedAnother_isTold() {
    assertTrue(
        Why.isWanting(
            "java.lang.InstantiationException: Constructor parameter 0 is null\n\tat x.y"));
    assertFalse(Why.isWanting("java.lang.IllegalArgumentException: uplink: window\n\tat x.y"));
    assertFalse(Why.isWanting(null));
  }

  @Test
  void anotherException_isOnlyItsKind() {
    String trace =
        "java.lang.reflect.InvocationTargetException\n\tat x.y(Z.java:1)\n"
            + "Caused by: java.io.IOException: password=secret\n\tat a.b(C.java:2)\n";
    assertEquals("IOException, see the log", Why.of(trace));
    assertTrue(Why.of(null).contains("log"));
    assertEquals("see the log", Why.of(""));
  }
}
