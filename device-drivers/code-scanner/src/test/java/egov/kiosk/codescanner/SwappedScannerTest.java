package egov.kiosk.codescanner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.known.KnownDevicesFile;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanner on another adapter than the accepted one, as sysfs tells its serial number. */
class SwappedScannerTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void anotherAdapter_isAnAlarmUntilATechnicianAcceptsIt() throws Exception {
    Path line = folder.resolve("scanner");
    Path list = folder.resolve("known-devices");
    Files.writeString(list, "code-scanner USB 10c4:ea60:0001 2026-06-01T08:00:00Z\n");
    KnownDevicesFile known = new KnownDevicesFile(list, Instant::now);
    CodeRule rule = new CodeRule(16, 64, Alphabet.ALPHANUMERIC);
    CodeScannerSettings settings =
        new CodeScannerSettings(
            new LinkAddress.Serial(line.toString(), 9_600),
            true,
            Arrays.stream(CodeKind.values()).collect(Collectors.toMap(kind -> kind, kind -> rule)),
            Duration.ofSeconds(5));
    // A pseudo terminal is on no USB, so it is not the adapter of the list.
    try (EmulatorProcess emulator = EmulatorProcess.start("scanner", "--link", line.toString());
        SerialCodeScanner scanner = new SerialCodeScanner(settings, known, Instant::now)) {
      await().atMost(LONG).until(() -> scanner.status().state() == DeviceState.POTENTIAL_FRAUD);
      DeviceException refused =
          assertThrows(DeviceException.class, () -> scanner.scan(CodeKind.SOCIAL_SECURITY, LONG));
      assertEquals(FaultCode.NOT_THE_ACCEPTED_DEVICE, refused.fault());
      assertEquals("", emulator.order("unplug"));
      emulator.order("plug");
      assertTrue(known.accept("code-scanner").isPresent());
      await().atMost(LONG).until(() -> scanner.status().state() == DeviceState.ONLINE);
      assertEquals(DeviceIdentity.UNTOLD, scanner.identity().orElseThrow());
    }
  }
}
