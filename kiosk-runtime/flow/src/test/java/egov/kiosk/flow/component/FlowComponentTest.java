package egov.kiosk.flow.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.flow.desk.Front;
import egov.kiosk.flow.desk.FrontPart;
import egov.kiosk.flow.desk.FrontPlace;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertFalse(settings.otherCredentials(), "until the platform says so");
    assertEquals(Duration.ofSeconds(10), settings.desk().look());
    assertEquals(settings, FlowSettings.of(configuration(Map.of())), "unchanged is unchanged");
  }

  @Test
  void wrongValue_refusedWithItsKey() {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("zone", "Mars/Olympus");
    wrong.put("idleSeconds", new String[] {"form:5"});
    wrong.put("keypad", "typewriter");
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
  void places_standInForTheUsualOnes_andTheRestStays() {
    Front front =
        FlowSettings.of(
                configuration(
                    Map.of(
                        "places",
                        new String[] {"CARD = -10:60", "PAPER=30:110", ""},
                        "keypad",
                        "braille-pad")))
            .desk()
            .front();
    assertEquals(new FrontPlace(-10, 60), front.places().get(FrontPart.CARD));
    assertEquals(new FrontPlace(30, 110), front.places().get(FrontPart.PAPER));
    assertEquals(Front.USUAL.places().get(FrontPart.FACE), front.places().get(FrontPart.FACE));
    assertFalse(front.places().containsKey(FrontPart.CODE));
    assertEquals("braille-pad", front.keypad());
    assertEquals(Front.USUAL, FlowSettings.of(configuration(Map.of())).desk().front());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CARD=290:420   | percent of the glass are from -100 to 200",
        "CARD=50:50     | stands beside it",
        "CARD=99:1      | stands beside it",
        "READER=80:112  | parts are [CARD, SOCIAL_CARD, CODE, PAPER, FACE, KEYPAD, JACK]",
        "card=80:112    | not PART=X:Y",
        "CARD=80        | not PART=X:Y",
        "CARD=80%:112%  | not PART=X:Y",
        "CARD=8.5:112   | not PART=X:Y",
        "CARD=99999:0   | not PART=X:Y",
        "CARD           | not PART=X:Y",
        "CARD=80:112;CARD=20:112 | there twice"
      })
  void wrongPlace_isRefused_andSaysWhatIsAllowed(String entries, String why) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> FlowSettings.of(configuration(Map.of("places", entries.split(";")))));
    assertTrue(refused.getMessage().startsWith("flow: places: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void component_livesWithoutAnyDeviceAndStopsItsThreads() throws Exception {
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
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("kiosk-desk")) {
        // Its pool has ended; the thread itself ends a moment later.
        thread.join(TimeUnit.SECONDS.toMillis(5));
        assertFalse(thread.isAlive(), "the desk's thread goes on");
      }
    }
  }

  /** Services that only stand there. */
  private static final class Stub {
    static egov.kiosk.domain.envelope.EnvelopeSealer sealer() {
      return stub(
          egov.kiosk.domain.envelope.EnvelopeSealer.class, Map.of("kioskId", "K-1", "ready", true));
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
