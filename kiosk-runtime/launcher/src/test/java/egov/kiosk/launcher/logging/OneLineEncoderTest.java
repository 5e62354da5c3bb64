package egov.kiosk.launcher.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Attack test H04: whatever a message holds, it is one line. */
class OneLineEncoderTest {
  private static String line(String message, Throwable failure) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("a.b.Door"), Level.WARN, message, failure, null);
    return new String(new OneLineEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void hostileMessage_isOneEscapedLine() {
    String line =
        line(
            "a\nb\r\nc\u001b[2Jd\u2028e\u202Ef${jndi:ldap://x}", new IllegalStateException("x\ny"));
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.contains("a\\u000ab"));
    assertTrue(line.contains("\\u001b[2J"));
    assertTrue(line.contains("\\u202e"));
    assertTrue(line.contains("IllegalStateException: x\\u000ay at "));
    assertFalse(line.contains("\u001b"));
  }

  @Test
  void megabyteMessage_isCut() {
    assertTrue(line("x".repeat(1 << 20), null).length() < 3_000);
  }

  @Property
  void anyMessage_isOneLine(@ForAll String message) {
    assertTrue(OneLineEncoder.escape(message).toString().lines().count() <= 1);
  }
}
