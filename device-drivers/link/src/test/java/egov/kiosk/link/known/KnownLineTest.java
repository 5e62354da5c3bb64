package egov.kiosk.link.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import egov.kiosk.domain.device.KnownDevice;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that the version before this one can read as well, after an update was taken back. */
class KnownLineTest {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "SAM_ID, 05.01-20240101-0001234567-0987654321",
    "SERIAL, EMU0000001",
    "SERIAL, USB/10c4:ea60:",
    "SERIAL, SERIAL/x",
    "SERIAL, UUID/",
    "UUID, 4509a320-00a0-008f-00b6-002507510eca",
    "USB, 10c4:ea60:0123456789012345678901234567890123456789",
    "USB, 10c4:ea60:",
    "UNTOLD, -"
  })
  void line_everyKind_isInTheFormerVersionsWordsAndReadsBackEqual(Kind kind, String value)
      throws Exception {
    KnownDevice device =
        new KnownDevice("printer", new DeviceIdentity(kind, value), NOW, Optional.empty());
    String line = KnownLine.write(device);
    assertTrue(
        line.matches("[a-z][a-z0-9-]{0,63} (SAM_ID|SERIAL) [!-~]{1,64} 2026-06-01T08:00:00Z"),
        line);
    assertEquals(device, KnownLine.read(line, 1));
  }

  @Test
  void line_thatNamesALaterKindOutright_isRead() throws Exception {
    assertEquals(
        new DeviceIdentity(Kind.USB, "10c4:ea60:0001"),
        KnownLine.read("code-scanner USB 10c4:ea60:0001 " + NOW, 1).accepted());
  }
}
