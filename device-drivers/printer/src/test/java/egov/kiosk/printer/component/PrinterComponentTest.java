package egov.kiosk.printer.component;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrinterComponentTest {
  /** The annotation with its defaults, but for some values. */
  private static PrinterConfiguration configuration(Map<String, Object> values) {
    return (PrinterConfiguration)
        Proxy.newProxyInstance(
            PrinterConfiguration.class.getClassLoader(),
            new Class<?>[] {PrinterConfiguration.class},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Annotation.class
                    ? PrinterConfiguration.class
                    : values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private static Set<Thread> deviceThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("device-printer"))
        .collect(Collectors.toSet());
  }

  /** A port nobody listens at. */
  private static String deadAddress() throws IOException {
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "tcp://127.0.0.1:" + once.getLocalPort();
    }
  }

  @Test
  void component_nobodyAtTheAddress_findsTheTechnicianSomethingToDo() throws Exception {
    PrinterComponent component = new PrinterComponent();
    component.activate(configuration(Map.of("address", deadAddress())));
    try {
      await().until(() -> component.status().state() == DeviceState.NO_DEVICE);
      Finding finding = component.check(Duration.ofSeconds(2));
      assertEquals("printer", finding.name());
      assertEquals(Level.FAIL, finding.level());
      assertEquals(Actor.TECHNICIAN, finding.actor());
    } finally {
      component.deactivate();
    }
  }

  @Test
  void modified_sameValues_keepsThePrinterAndOthersReplaceIt() throws Exception {
    Map<String, Object> values = Map.of("address", deadAddress());
    PrinterComponent component = new PrinterComponent();
    component.activate(configuration(values));
    Set<Thread> first = deviceThreads();
    component.modified(configuration(values));
    assertEquals(first, deviceThreads());
    component.modified(configuration(Map.of("address", deadAddress(), "columns", 32)));
    assertEquals(1, deviceThreads().size());
    assertEquals(false, deviceThreads().equals(first));
    assertThrows(
        IllegalArgumentException.class,
        () -> component.modified(configuration(Map.of("address", "printer:9100"))));
    component.deactivate();
    assertEquals(Set.of(), deviceThreads());
  }
}
