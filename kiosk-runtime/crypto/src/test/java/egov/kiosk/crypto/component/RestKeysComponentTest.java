package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.tool.KeysTool;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestKeyId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestKeysComponentTest {
  @TempDir Path temp;
  private Instant now = Lab.NOW;
  private boolean ready = true;
  private final List<AuditEvent> audited = new ArrayList<>();

  private RestKeysComponent component() {
    return new RestKeysComponent(
        () -> {
          if (!ready) {
            throw new CryptoException(CryptoFault.DEVICE_ABSENT, "the device is away");
          }
          return new OpenWrapping();
        },
        temp.resolve("keys"),
        90,
        () -> now);
  }

  private AuditLog log() {
    return new AuditLog() {
      @Override
      public void record(AuditEvent event) {
        audited.add(event);
      }

      @Override
      public void require(AuditEvent event) {
        audited.add(event);
      }
    };
  }

  @Test
  void noteLeft_rotatedOnceAuditedAndListed() throws Exception {
    RestKeysComponent component = component();
    component.bindAudit(log());
    assertEquals(1, audited.size(), "the first key was made before there was a log");
    RestKeyId first = component.current();
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    String directory = temp.resolve("keys").toString();
    assertEquals(0, new KeysTool().run(out, out, "rotate", directory));
    component.look();
    component.look();
    assertFalse(component.current().equals(first));
    assertEquals(2, audited.size());
    assertEquals("KEY_CHANGED", audited.get(1).action().name());
    assertEquals(0, new KeysTool().run(out, out, "list", directory));
    assertTrue(said.toString().contains("key " + first + " former"), said.toString());
    component.using("outbox", Set.of(component.current()));
    assertFalse(component.knows(first));
    assertEquals(3, audited.size());
    assertEquals(1, new KeysTool().run(out, out, "list", temp.toString()));
  }

  @Test
  void timeOver_rotated() throws Exception {
    RestKeysComponent component = component();
    RestKeyId first = component.current();
    now = Lab.NOW.plus(Duration.ofDays(89));
    component.look();
    assertEquals(first, component.current());
    now = Lab.NOW.plus(Duration.ofDays(91));
    component.look();
    assertFalse(component.current().equals(first));
  }

  @Test
  void custodyAway_refusedAndSaid_openedWhenItIsBack() throws Exception {
    ready = false;
    RestKeysComponent component = component();
    assertEquals(
        RestException.Reason.UNAVAILABLE,
        assertThrows(RestException.class, component::current).reason());
    assertEquals(Level.FAIL, component.check(Duration.ofSeconds(1)).level());
    ready = true;
    component.look();
    assertEquals(16, component.current().value().length());
    assertEquals(Level.OK, component.check(Duration.ofSeconds(1)).level());
  }
}
