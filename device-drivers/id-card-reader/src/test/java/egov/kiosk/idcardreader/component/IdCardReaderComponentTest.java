package egov.kiosk.idcardreader.component;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.testing.Skin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdCardReaderComponentTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Skin skin = new Skin();

  private static IdCardReaderConfiguration configuration(Map<String, Object> values) {
    return Skin.configuration(IdCardReaderConfiguration.class, values);
  }

  private IdCardReaderComponent component(Map<String, Object> values) {
    IdCardReaderComponent component = new IdCardReaderComponent(skin.context(), KnownDevices.ANY);
    component.modified(configuration(values));
    return component;
  }

  private static Set<Thread> deviceThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("device-id-card-reader"))
        .collect(Collectors.toSet());
  }

  @Test
  void component_missingPort_findsTheTechnicianSomethingToDo() {
    IdCardReaderComponent component = component(Map.of("port", "/dev/kiosk/none"));
    try {
      await()
          .until(
              () -> skin.registered(IdCardReader.class).status().state() == DeviceState.NO_DEVICE);
      Finding finding = skin.registered(HealthCheck.class).check(SOON);
      assertEquals("id-card-reader", finding.name());
      assertEquals(Level.FAIL, finding.level());
      assertEquals(Actor.TECHNICIAN, finding.actor());
      assertTrue(finding.what().contains("/dev/kiosk/none"), finding.what());
      assertEquals(
          FaultCode.NO_DEVICE,
          assertThrows(DeviceException.class, () -> skin.registered(IdCardReader.class).read(SOON))
              .fault());
    } finally {
      component.deactivate();
    }
  }

  @Test
  void modified_sameValues_keepsTheReaderAndOthersReplaceIt() {
    IdCardReaderComponent component = component(Map.of());
    Set<Thread> first = deviceThreads();
    assertEquals(1, first.size());
    component.modified(configuration(Map.of()));
    assertEquals(first, deviceThreads());
    component.modified(configuration(Map.of("baud", 9600, "repoll", "lift")));
    Set<Thread> second = deviceThreads();
    assertEquals(1, second.size());
    assertTrue(first.stream().noneMatch(second::contains));
    component.deactivate();
    assertEquals(Set.of(), deviceThreads());
  }

  @Test
  void modified_nonsense_isRefusedAndTheReaderStays() {
    IdCardReaderComponent component = component(Map.of());
    Set<Thread> first = deviceThreads();
    assertThrows(
        IllegalArgumentException.class,
        () -> component.modified(configuration(Map.of("baud", 300))));
    assertThrows(
        IllegalArgumentException.class,
        () -> component.modified(configuration(Map.of("port", "ttyUSB0"))));
    assertEquals(first, deviceThreads());
    component.deactivate();
  }

  @Test
  void settings_emptyEntryInTheList_allowsAllModules() {
    assertEquals(
        Set.of(),
        IdCardReaderComponent.settings(
                configuration(Map.of("allowedModules", new String[] {"", " "})))
            .allowedModules());
  }

  @Test
  void switchedOff_isNoReaderAndNoFinding() {
    IdCardReaderComponent component = component(Map.of("enabled", false));
    assertEquals(List.of(), skin.registered());
    assertEquals(Set.of(), deviceThreads());
    component.deactivate();
  }
}
