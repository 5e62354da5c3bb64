package egov.kiosk.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.health.LifeSign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a socket of the kind systemd listens on. */
class SupervisedProcessTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final long PID = 4711;

  @TempDir Path temp;
  private final Thready agent = new Thready("agent");
  private final Supplier<Collection<LifeSign>> signs = () -> List.of(new Thready("flow"), agent);

  private volatile Optional<List<String>> missing = Optional.of(List.of());

  private Optional<SupervisedProcess> process(String socket, long watchdogMicros) {
    return SupervisedProcess.of(
        Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", Long.toString(watchdogMicros)),
        PID,
        signs,
        () -> missing,
        Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ready_watched_stopping_areHeardOnPathAndAbstractSockets(boolean path) {
    String name = path ? temp.resolve("notify").toString() : "@kiosk-test-" + UUID.randomUUID();
    try (ListeningSocket systemd = new ListeningSocket(name, PATIENT)) {
      SupervisedProcess process = process(name, 1_000_000).orElseThrow();
      process.ready();
      assertEquals("READY=1\nSTATUS=in service\nWATCHDOG=1", systemd.receive().orElseThrow());
      assertEquals("WATCHDOG=1", systemd.receive().orElseThrow());
      assertEquals("WATCHDOG=1", systemd.receive().orElseThrow());
      process.close();
      String last = systemd.receive().orElseThrow();
      while (last.equals("WATCHDOG=1")) {
        last = systemd.receive().orElseThrow();
      }
      assertEquals("STOPPING=1\nSTATUS=stopping", last);
    }
  }

  @Test
  void stuckThread_starvesTheWatchdogAndIsNamed_untilItGoesOn() {
    String name = temp.resolve("notify").toString();
    try (ListeningSocket systemd = new ListeningSocket(name, PATIENT);
        ListeningSocket nobody = new ListeningSocket(name + "-2", Duration.ofSeconds(2))) {
      assertTrue(nobody.receive().isEmpty(), "the test's own end waits and gives up");
      agent.silentFor(Duration.ofSeconds(119));
      try (SupervisedProcess process = process(name, 1_000_000).orElseThrow()) {
        process.ready();
        assertTrue(systemd.receive().orElseThrow().startsWith("READY=1"));
        assertEquals("WATCHDOG=1", systemd.receive().orElseThrow());
        agent.silentFor(Duration.ofSeconds(121));
        String told = systemd.receive().orElseThrow();
        while (told.equals("WATCHDOG=1")) {
          told = systemd.receive().orElseThrow();
        }
        assertEquals("STATUS=stuck: agent, silent for 121 s", told);
        agent.silentFor(Duration.ZERO);
        assertEquals("WATCHDOG=1\nSTATUS=in service", systemd.receive().orElseThrow());
      }
    }
  }

  @Test
  void partThatCouldNotBeMade_isSaidWithReady_andNoLongerWhenItIsThere() {
    String name = temp.resolve("notify").toString();
    try (ListeningSocket systemd = new ListeningSocket(name, PATIENT)) {
      missing = Optional.of(List.of("camera", "uplink"));
      try (SupervisedProcess process = process(name, 1_000_000).orElseThrow()) {
        process.ready();
        String lack = "STATUS=not whole, COMPONENT_MISSING: camera, uplink; see kiosk doctor";
        assertEquals("READY=1\n" + lack + "\nWATCHDOG=1", systemd.receive().orElseThrow());
        missing = Optional.of(List.of());
        String told = systemd.receive().orElseThrow();
        while (told.equals("WATCHDOG=1")) {
          told = systemd.receive().orElseThrow();
        }
        assertEquals("WATCHDOG=1\nSTATUS=in service", told);
      }
    }
  }

  @Test
  void nobodyLookedAtTheParts_isNotReady_untilSomebodyDid() {
    String name = temp.resolve("notify").toString();
    try (ListeningSocket systemd = new ListeningSocket(name, PATIENT)) {
      missing = Optional.empty();
      try (SupervisedProcess process = process(name, 1_000_000).orElseThrow()) {
        process.ready();
        String unknown = "STATUS=the screens are served; whether every part works is not known";
        assertEquals(unknown, systemd.receive().orElseThrow());
        missing = Optional.of(List.of());
        assertEquals("READY=1\nSTATUS=in service\nWATCHDOG=1", systemd.receive().orElseThrow());
        assertEquals("WATCHDOG=1", systemd.receive().orElseThrow());
        missing = Optional.empty();
        String told = systemd.receive().orElseThrow();
        while (told.equals("WATCHDOG=1")) {
          told = systemd.receive().orElseThrow();
        }
        assertEquals("WATCHDOG=1\n" + unknown, told);
      }
    }
  }

  @Test
  void socketGone_isNoReasonToStop() throws Exception {
    String name = temp.resolve("notify").toString();
    ListeningSocket systemd = new ListeningSocket(name, PATIENT);
    try (SupervisedProcess process = process(name, 1_000_000).orElseThrow()) {
      systemd.close();
      Files.delete(Path.of(name));
      process.ready();
    }
  }

  @Test
  void nobodyListensOrNonsense_noProcessIsSupervised() {
    assertTrue(
        SupervisedProcess.of(Map.of(), PID, signs, Optional::empty, Duration.ZERO).isEmpty());
    assertTrue(process("relative/path", 1_000_000).isEmpty());
    assertTrue(process("/" + "x".repeat(200), 1_000_000).isEmpty());
  }
}
