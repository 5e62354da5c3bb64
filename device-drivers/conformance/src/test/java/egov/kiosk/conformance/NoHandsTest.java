package egov.kiosk.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device that is well fails nothing because nobody stands at it; what needs hands is left out.
 */
@Timeout(120)
class NoHandsTest {
  private static final Hand NOBODY = gesture -> false;

  @TempDir private Path folder;

  private static void assertNothingFails(Device device) throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> device.status().state() == DeviceState.ONLINE);
    List<Result> results = Exams.run(device, NOBODY, result -> {}).orElseThrow();
    assertEquals(
        List.of(), results.stream().filter(one -> one.verdict() == Result.Verdict.FAILED).toList());
    assertTrue(results.stream().anyMatch(one -> one.verdict() == Result.Verdict.PASSED));
    assertTrue(results.stream().anyMatch(one -> one.verdict() == Result.Verdict.NOT_RUN));
  }

  @Test
  void printer() throws Exception {
    try (EmulatorProcess emulator =
            EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString());
        var driver =
            Drivers.printer(
                LinkAddress.parse("tcp://127.0.0.1:" + emulator.ready("port")).opener())) {
      assertNothingFails(driver);
    }
  }

  @Test
  void idCardReader() throws Exception {
    String line = folder.resolve("reader").toString();
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", line);
        var driver = Drivers.idCardReader(line, new LinkAddress.Serial(line, 115_200).opener())) {
      assertNothingFails(driver);
    }
  }
}
