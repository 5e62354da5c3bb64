package egov.kiosk.upkeep.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.upkeep.Upkeep.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of devices outlives the runtime, and never grows beyond measure. */
class DeviceHistoryTest {
  @TempDir Path directory;
  private Instant now = Instant.parse("2026-11-23T01:00:00Z");
  private DeviceState state = DeviceState.ONLINE;
  private Set<FaultCode> faults = Set.of();

  private final Device printer =
      new Device() {
        @Override
        public String name() {
          return "printer";
        }

        @Override
        public DeviceStatus status() {
          return new DeviceStatus(state, faults, now);
        }
      };

  private Path file() {
    return directory.resolve("upkeep/device-history");
  }

  private DeviceHistory history() {
    return new DeviceHistory(file(), () -> now);
  }

  @Test
  void changes_areThereAfterARestart_andAStartAloneIsNone() {
    DeviceHistory first = history();
    first.look(List.of(printer));
    now = now.plusSeconds(60);
    state = DeviceState.OFFLINE;
    faults = Set.of(FaultCode.NO_ANSWER, FaultCode.PAPER_OUT);
    first.look(List.of(printer));
    DeviceHistory next = history();
    assertEquals(first.changes(), next.changes());
    assertEquals(2, next.changes().size());
    assertEquals(new Change(now, "printer", state, faults), next.changes().get(0));
    next.look(List.of(printer));
    assertEquals(2, next.changes().size(), "as it was before the restart");
    state = DeviceState.ONLINE;
    next.look(List.of(printer));
    assertEquals(3, history().changes().size());
  }

  @Test
  void noMoreThanTheLast200_areKept() throws Exception {
    DeviceHistory history = history();
    for (int i = 0; i < 301; i++) {
      now = now.plusSeconds(10);
      state = i % 2 == 0 ? DeviceState.ONLINE : DeviceState.OFFLINE;
      history.look(List.of(printer));
    }
    assertEquals(200, Files.readAllLines(file()).size());
    assertEquals(now, history().changes().get(0).at());
  }

  @Test
  void deviceThatComesAndGoes_wearsTheFlashOnceAMinute() throws Exception {
    DeviceHistory history = history();
    history.look(List.of(printer));
    Files.delete(file());
    for (int i = 0; i < 5; i++) {
      now = now.plusSeconds(10);
      state = i % 2 == 0 ? DeviceState.OFFLINE : DeviceState.ONLINE;
      history.look(List.of(printer));
    }
    assertTrue(Files.notExists(file()));
    now = now.plusSeconds(10);
    history.look(List.of(printer));
    assertEquals(history.changes(), history().changes(), "what waited is not forgotten");
  }

  @Test
  void damagedFile_costsItsDamagedLinesOnly() throws Exception {
    history().look(List.of(printer));
    Files.writeString(
        file(), Files.readString(file()) + "\u0000\u0001\n2026 printer ONLINE \nyesterday\n");
    assertEquals(1, history().changes().size());
    Files.delete(file());
    Files.createDirectory(file());
    DeviceHistory blocked = history();
    blocked.look(List.of(printer));
    assertEquals(1, blocked.changes().size());
    assertTrue(Files.isDirectory(file()));
  }
}
