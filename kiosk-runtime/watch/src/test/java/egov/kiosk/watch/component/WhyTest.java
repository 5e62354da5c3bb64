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

  @Test
  void librarysText_isNeverQuoted_itMayHoldAValue() {
    String thrown =
        "java.lang.reflect.InvocationTargetException\n\tat x.y(Z.java:1)\n"
            + "Caused by: java.lang.IllegalArgumentException: bad password 'Gulou-7!'\n"
            + "\tat java.base/java.net.URI.create(URI.java:906)\n"
            + "\tat egov.kiosk.A.b(A.java:3)\n";
    assertEquals("IllegalArgumentException, see the log", Why.of(thrown));
  }

  @Test
  void whatOursRepeatsOfALibrarys_isItsKindAlone() {
    String repeated =
        "java.lang.IllegalArgumentException: uplink: security: Illegal char <?> at 3: 张三\n"
            + "\tat app//egov.kiosk.uplinkmqtt.component.ConfiguredSettings.a(C.java:85)\n"
            + "\t... 21 more\n"
            + "Caused by: java.nio.file.InvalidPathException: Illegal char <?> at 3: 张三\n"
            + "\tat java.base/sun.nio.fs.UnixPath.of(UnixPath.java:70)\n";
    assertEquals("uplink: security: InvalidPathException, see the log", Why.of(repeated));
  }

  @Test
  void ourOwnUnderOurOwn_isSaidWhole_andATextOfSeveralLinesIsNot() {
    String ours =
        "java.lang.IllegalArgumentException: uplink: brokerUri: tcp is for this machine alone\n"
            + "\tat egov.kiosk.A.b(A.java:3)\n"
            + "Caused by: java.lang.IllegalArgumentException: tcp is for this machine alone\n"
            + "\tat egov.kiosk.B.c(B.java:3)\n";
    assertEquals("uplink: brokerUri: tcp is for this machine alone", Why.of(ours));
    String several =
        "java.lang.IllegalArgumentException: uplink: one line\nand 张三\n"
            + "\tat egov.kiosk.A.b(A.java:3)\n";
    assertFalse(Why.of(several).contains("张三"));
  }
}
