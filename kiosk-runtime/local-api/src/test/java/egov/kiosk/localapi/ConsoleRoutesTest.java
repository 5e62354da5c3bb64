package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.localapi.technician.Console;
import egov.kiosk.localapi.technician.Doctor;
import egov.kiosk.localapi.technician.MachineDesk;
import egov.kiosk.localapi.technician.Reply;
import egov.kiosk.localapi.technician.TechnicianDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in to the technician's calls, and what they do once inside. */
class ConsoleRoutesTest {
  @TempDir private Path directory;
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<String> recorded = new ArrayList<>();
  private final Set<Closure> closures = EnumSet.noneOf(Closure.class);
  private final AtomicInteger restarts = new AtomicInteger();
  private boolean serving;
  private boolean audited = true;

  private final AuditLog audit =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          recorded.add(event.toString());
        }

        @Override
        public void require(AuditEvent event) throws AuditUnavailableException {
          if (!audited) {
            throw new AuditUnavailableException(
                AuditUnavailableException.Reason.FULL, "as the test wants");
          }
          recorded.add(event.toString());
        }
      };

  private final List<String> refilled = new ArrayList<>();

  /** Nobody said what is in. */
  private final Supplies counted =
      new Supplies() {
        @Override
        public List<Supply> supplies() {
          return List.of(
              new Supply(
                  "toner",
                  OptionalInt.empty(),
                  OptionalInt.empty(),
                  OptionalDouble.of(1.5),
                  OptionalInt.empty(),
                  Optional.empty()));
        }

        @Override
        public void refilled(String name, int capacity) {
          refilled.add(name + " " + capacity);
        }
      };

  private final MachineDesk machine =
      new MachineDesk() {
        @Override
        public Optional<ServiceLock> service() {
          return Optional.of(lock());
        }

        @Override
        public Optional<Supplies> supplies() {
          return Optional.of(counted);
        }

        @Override
        public Optional<Runnable> restart() {
          return Optional.of(restarts::incrementAndGet);
        }
      };

  private ServiceLock lock() {
    return new ServiceLock() {
      @Override
      public Set<Closure> closures() {
        return closures;
      }

      @Override
      public boolean serving() {
        return serving;
      }

      @Override
      public void close(Closure why, boolean closed) {
        if (closed) {
          closures.add(why);
        } else {
          closures.remove(why);
        }
      }
    };
  }

  private TechnicianDesk desk() {
    Finding paper =
        new Finding("printer", Level.FAIL, "no\tpaper", Actor.TECHNICIAN, "put paper in");
    return new TechnicianDesk(
        new Console(() -> List.of(paper), Optional::empty, () -> audit, () -> machine));
  }

  private Reply ask(String call, String json) throws IOException {
    return desk().reply(call, (ObjectNode) mapper.readTree(json), Optional.of("1024"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/technician/service", "/api/console/service"})
  void screenTokenAlone_isNotEnough(String path) throws IOException {
    try (ServedApi served = new ServedApi(Files.createDirectory(directory.resolve("run")))) {
      String answer = served.post(path, "application/json", "{}");
      assertTrue(Set.of(400, 401, 503).contains(ServedApi.status(answer)), answer);
      assertFalse(answer.contains("closures"), answer);
    }
  }

  @Test
  void maintenance_closesAndOpens_recordedBothTimesWithTheBadge() throws IOException {
    assertEquals(200, ask("maintenance", "{\"on\":true}").status());
    assertEquals(Set.of(Closure.MAINTENANCE), closures);
    assertEquals(200, ask("maintenance", "{\"on\":false}").status());
    assertTrue(closures.isEmpty());
    assertEquals(
        List.of("service.locked", "service.locked", "service.unlocked", "service.unlocked"),
        recorded.stream().map(line -> line.split(" ")[0]).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"maintenance", "restart"})
  void withoutAnAuditLog_nothingIsDone(String call) throws IOException {
    audited = false;
    assertEquals(503, ask(call, "{\"on\":true}").status());
    assertTrue(closures.isEmpty());
    assertEquals(0, restarts.get());
  }

  @Test
  void restart_waitsForTheCitizen() throws IOException {
    serving = true;
    assertEquals(409, ask("restart", "{}").status());
    assertEquals(0, restarts.get());
    serving = false;
    assertEquals(200, ask("restart", "{}").status());
    assertEquals(1, restarts.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "retry", "log", "bundle", "setup/view", "safe-mode"})
  void roomThatIsNotThere_isStarting_notAFailure(String call) throws IOException {
    assertEquals(503, ask(call, "{\"id\":\"all\"}").status());
  }

  @Test
  void supplies_whatIsNotKnownIsNoNumber_andARefillIsRecorded() throws IOException {
    String said = mapper.writeValueAsString(ask("supplies", "{}").body());
    assertTrue(said.contains("\"left\":null") && said.contains("\"perDay\":1.5"), said);
    assertEquals(200, ask("refilled", "{\"supply\":\"toner\",\"capacity\":\"2600\"}").status());
    assertEquals(List.of("toner 2600"), refilled);
    assertEquals(2, recorded.size());
    for (String wrong : List.of("-1", "", "1e9", "9999999")) {
      Reply reply = ask("refilled", "{\"supply\":\"toner\",\"capacity\":\"" + wrong + "\"}");
      assertEquals(422, reply.status(), wrong);
    }
  }

  @Test
  void unknownCallAndWrongMember_areRefused() throws IOException {
    assertEquals(404, ask("everything", "{}").status());
    assertEquals(400, ask("maintenance", "{\"on\":\"yes\"}").status());
  }

  @Test
  void doctor_saysInChineseWhoDoesWhat_andKeepsItsColumns() {
    Doctor doctor = new Doctor();
    Finding paper =
        new Finding("printer", Level.FAIL, "no\tpaper", Actor.TECHNICIAN, "put paper in");
    assertEquals(
        "printer\t凭条打印机\tFAIL\tno paper\tTECHNICIAN\t技术员\t装纸、合盖；查线和电源\n",
        doctor.table(List.of(paper), "zh"));
    assertEquals(
        "printer\tprinter\tFAIL\tno paper\tTECHNICIAN\tTECHNICIAN\tput paper in\n",
        doctor.table(List.of(paper), "en"));
    for (String name : List.of("clock", "fonts", "network-v6", "watch", "updates", "broker-port")) {
      assertTrue(doctor.knows(name), name);
    }
  }
}
