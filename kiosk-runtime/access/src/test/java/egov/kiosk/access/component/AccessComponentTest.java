package egov.kiosk.access.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessComponentTest {
  private static final StatementSealer KIOSK =
      new StatementSealer() {
        @Override
        public String kioskId() {
          return "fz-gl-000001";
        }

        @Override
        public SignedEnvelope seal(Statement statement) {
          throw new UnsupportedOperationException();
        }
      };

  @TempDir Path directory;

  private AccessConfiguration configuration(Map<String, Object> set) {
    Map<String, Object> places =
        Map.of(
            "directory", directory.resolve("a").toString(),
            "secretFile", directory.resolve("k/secret").toString());
    return (AccessConfiguration)
        Proxy.newProxyInstance(
            AccessComponentTest.class.getClassLoader(),
            new Class<?>[] {AccessConfiguration.class},
            (proxy, method, arguments) ->
                set.getOrDefault(
                    method.getName(),
                    places.getOrDefault(method.getName(), ((Method) method).getDefaultValue())));
  }

  @Test
  void component_opensChangesSettingsAndStopsItsThread() throws Exception {
    AccessComponent component = new AccessComponent(configuration(Map.of()), KIOSK);
    List<String> heard = new CopyOnWriteArrayList<>();
    component.bindAudit(listening(heard));
    assertEquals(1, heard.size(), "the first start, once somebody listens: " + heard);
    Badge admin = new Badge("admin");
    String secret = Files.readString(directory.resolve("a/start-secret")).strip();
    var in = component.signIn(admin, Credentials.pin(secret));
    assertEquals(Duration.ofMinutes(60), in.presence().left());
    assertTrue(component.challenge(admin).text().contains("kiosk fz-gl-000001"));
    component.modified(configuration(Map.of("longestMinutes", 30)));
    assertTrue(component.who(in.token()).left().compareTo(Duration.ofMinutes(30)) <= 0);
    assertEquals("access", component.check(Duration.ofSeconds(1)).name());
    component.connectivityChanged(true);
    component.deactivate();
    assertThrows(AccessException.class, () -> component.who(in.token()));
    assertTrue(heard.get(heard.size() - 1).startsWith("sign-out"), heard.toString());
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("access")) {
        thread.join(TimeUnit.SECONDS.toMillis(5));
        assertTrue(!thread.isAlive());
      }
    }
  }

  @Test
  void noAuditLog_nothingThatMustBeRecordedIsDone() throws Exception {
    AccessComponent component = new AccessComponent(configuration(Map.of()), KIOSK);
    String secret = Files.readString(directory.resolve("a/start-secret")).strip();
    String token = component.signIn(new Badge("admin"), Credentials.pin(secret)).token();
    AccessException refused =
        assertThrows(AccessException.class, () -> component.changePin(token, secret, "482915"));
    assertEquals(AccessException.Reason.NOT_RECORDED, refused.reason());
    component.deactivate();
  }

  private static AuditLog listening(List<String> heard) {
    return new AuditLog() {
      @Override
      public void record(AuditEvent event) {
        heard.add(event.toString());
      }

      @Override
      public void require(AuditEvent event) {
        heard.add(event.toString());
      }
    };
  }
}
