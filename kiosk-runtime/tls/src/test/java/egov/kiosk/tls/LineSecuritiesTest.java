package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.tls.builtin.StandardLines;
import java.net.Socket;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** How an integrator's way is chosen. */
class LineSecuritiesTest {
  private final LineSecurity tlcp =
      new LineSecurity() {
        @Override
        public String name() {
          return "tlcp";
        }

        @Override
        public SecuredLine secure(Socket connected, ServerName server, LineSettings settings) {
          throw new UnsupportedOperationException("not in this test");
        }
      };

  @Test
  void plugIn_isFoundByItsNameWhileItIsThere() throws Exception {
    LineSecurities lines = StandardLines.of(InstantSource.system());
    assertEquals("national", lines.named("national").name());
    assertEquals("tls", lines.named("tls").name());
    assertThrows(LineException.class, () -> lines.named("tlcp"));
    lines.add(tlcp);
    assertSame(tlcp, lines.named("tlcp"));
    lines.remove(tlcp);
    assertThrows(LineException.class, () -> lines.named("tlcp"));
  }
}
