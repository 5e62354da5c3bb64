package egov.kiosk.flow.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowComponentTest {
  @TempDir Path state;

  /** A configuration as the framework makes it: defaults, and what was set. */
  private static FlowConfiguration configuration(Map<String, Object> set) {
    InvocationHandler values =
        (proxy, method, arguments) ->
            set.getOrDefault(method.getName(), ((Method) method).getDefaultValue());
    return (FlowConfiguration)
        Proxy.newProxyInstance(
            FlowComponentTest.class.getClassLoader(),
            new Class<?>[] {FlowConfiguration.class},
            values);
  }

  @Test
  void defaults_areAllowed() {
    FlowSettings settings = FlowSettings.of(configuration(Map.of()));
    assertEquals(3, settings.desk().faceTries());
    assertEquals(Duration.ofSeconds(10), settings.desk().look());
    assertEquals(settings, FlowSettings.of(configuration(Map.of())), "unchanged is unchanged");
  }

  @Test
  void wrongValue_refusedWithItsKey() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("zone", "Mars/Olympus");
    wrong.put("idleSeconds", new String[] {"form:5"});
    wrong.forEach(
        (key, value) -> {
          IllegalArgumentException refused =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> FlowSettings.of(configuration(Map.of(key, value))));
          assertTrue(refused.getMessage().startsWith("flow: " + key), refused.getMessage());
        });
  }

  @Test
  void component_livesWithoutAnyDeviceAndStopsItsThreads() {
    Neighbours neighbours = new Neighbours();
    FlowComponent component =
        new FlowComponent(
            configuration(Map.of("stateDirectory", state.toString())),
            Stub.sealer(),
            Stub.digest(),
            Stub.outbox(),
            List::of,
            neighbours);
    assertFalse(component.kiosk().online());
    assertTrue(component.items().isEmpty());
    component.modified(configuration(Map.of("stateDirectory", state.toString(), "site", "别处")));
    assertEquals("别处", component.kiosk().site());
    neighbours.connectivity = () -> true;
    assertTrue(component.kiosk().online());
    component.deactivate();
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("kiosk-desk") && thread.isAlive()));
  }

  /** Services that only stand there. */
  private static final class Stub {
    static egov.kiosk.domain.envelope.EnvelopeSealer sealer() {
      return stub(egov.kiosk.domain.envelope.EnvelopeSealer.class, Map.of("kioskId", "K-1"));
    }

    static egov.kiosk.domain.envelope.Sm3Digest digest() {
      return stub(egov.kiosk.domain.envelope.Sm3Digest.class, Map.of());
    }

    static egov.kiosk.domain.outbox.Outbox outbox() {
      return stub(egov.kiosk.domain.outbox.Outbox.class, Map.of("accepting", true));
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> answers.get(method.getName())));
    }
  }
}
