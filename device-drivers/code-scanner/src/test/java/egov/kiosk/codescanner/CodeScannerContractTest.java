package egov.kiosk.codescanner;

import static egov.kiosk.codescanner.ScannerBench.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.domain.health.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner must do; the device is the emulator as a process of its own. */
class CodeScannerContractTest {
  @TempDir static Path folder;
  private static ScannerBench bench;

  @BeforeAll
  static void start() {
    bench = new ScannerBench(folder);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void renew() {
    bench.renew();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cr", "lf", "crlf"})
  void code_withAnyEnd_isHandedOutExactly(String end) throws Exception {
    bench.emulator.order("end " + end);
    String code = bench.fresh();
    assertEquals(code, text(bench.show(CodeKind.SOCIAL_SECURITY, "scan " + code)));
  }

  @Test
  void code_dripping_isHandedOutWhole() throws Exception {
    String code = bench.fresh();
    assertEquals(code, text(bench.show(CodeKind.PROVINCIAL, "drip 20 " + code)));
  }

  @Test
  void code_withoutEnd_isEndedByAPauseWhenSoConfigured() throws Exception {
    bench.restart(false);
    bench.emulator.order("end none");
    String code = bench.fresh();
    assertEquals(code, text(bench.show(CodeKind.PROVINCIAL, "scan " + code)));
  }

  @Test
  void nothingShown_isEmptyInTime() throws Exception {
    assertEquals(Optional.empty(), bench.scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(300)));
  }

  @Test
  void codeShown_whileNobodyWaited_neverReachesALaterCitizen() throws Exception {
    bench.emulator.order("scan " + bench.fresh());
    await().atMost(ScannerBench.SOON).until(() -> bench.emulator.order("quiet").equals("true"));
    assertEquals(Optional.empty(), bench.scanner.scan(CodeKind.PROVINCIAL, Duration.ofSeconds(2)));
  }

  @Test
  void kind_decidesOnTheCharacters() throws Exception {
    assertEquals(
        FaultCode.CODE_REFUSED,
        assertThrows(
                DeviceException.class,
                () -> bench.show(CodeKind.MEDICAL_INSURANCE, "scan " + bench.fresh()))
            .fault());
    String digits = "12345678901234567";
    assertEquals(digits, text(bench.show(CodeKind.MEDICAL_INSURANCE, "scan " + digits)));
  }

  /** What a kiosk prints: several lines, and words; shown twice it counts twice. */
  @Test
  void slip_numberOfItsFirstLine_asOftenAsItIsShown() throws Exception {
    String number = "20261122000017";
    assertEquals(number, text(bench.show(CodeKind.SLIP, "scan " + number)));
    assertEquals(number, text(bench.show(CodeKind.SLIP, "scan " + number)));
    assertEquals(
        FaultCode.CODE_REFUSED,
        assertThrows(
                DeviceException.class, () -> bench.show(CodeKind.SLIP, "scan https://x/" + number))
            .fault());
  }

  @Test
  void code_whenItsTimeIsOver_isOverwritten() throws Exception {
    ScannedCode code = bench.show(CodeKind.PROVINCIAL, "scan " + bench.fresh()).orElseThrow();
    assertFalse(code.closed());
    await().atMost(Duration.ofSeconds(30)).until(code::closed);
    assertThrows(IllegalStateException.class, code::token);
  }

  @Test
  void scanner_unpluggedAndBack_isFoundWithoutARestart() throws Exception {
    bench.emulator.order("unplug");
    bench.awaitState(DeviceState.NO_DEVICE);
    assertEquals(
        Level.FAIL, new CodeScannerCheck(bench.scanner).check(Duration.ofSeconds(1)).level());
    assertEquals(
        FaultCode.NO_DEVICE,
        assertThrows(
                DeviceException.class,
                () -> bench.scanner.scan(CodeKind.PROVINCIAL, ScannerBench.SOON))
            .fault());
    bench.emulator.order("plug");
    bench.awaitState(DeviceState.ONLINE);
    String code = bench.fresh();
    assertEquals(code, text(bench.show(CodeKind.PROVINCIAL, "scan " + code)));
    assertEquals(
        Level.OK, new CodeScannerCheck(bench.scanner).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void unplugged_whileWaiting_endsTheWaitWithItsReason() {
    assertEquals(FaultCode.NO_DEVICE, bench.refusal("unplug"));
    bench.emulator.order("plug");
  }
}
