package egov.kiosk.printer.component;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.testing.Skin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrinterComponentTest {
  private final Skin skin = new Skin();

  private static PrinterConfiguration configuration(Map<String, Object> values) {
    return Skin.configuration(PrinterConfiguration.class, values);
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
    PrinterComponent component =
        new PrinterComponent(
            skin.context(), configuration(Map.of("address", deadAddress())), KnownDevices.ANY);
    try {
      await().until(() -> skin.registered(Printer.class).status().state() == DeviceState.NO_DEVICE);
      Finding finding = skin.registered(HealthCheck.class).check(Duration.ofSeconds(2));
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
    PrinterComponent component =
        new PrinterComponent(skin.context(), configuration(values), KnownDevices.ANY);
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

  @Test
  void switchedOff_isNoPrinterAndNoFinding() throws Exception {
    PrinterComponent component =
        new PrinterComponent(
            skin.context(), configuration(Map.of("enabled", false)), KnownDevices.ANY);
    assertEquals(List.of(), skin.registered());
    component.modified(configuration(Map.of("address", deadAddress())));
    assertEquals(2, skin.registered().size());
    component.modified(configuration(Map.of("enabled", false)));
    assertEquals(List.of(), skin.registered());
    assertEquals(Set.of(), deviceThreads());
    component.deactivate();
  }
}
