package egov.kiosk.codescanner;

import static egov.kiosk.codescanner.ScannerBench.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack test D08, on the wire. */
@Tag("attack")
class HostileCodeTest {
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

  private boolean nothingLeft() throws InterruptedException {
    try {
      return bench.scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(500)).isEmpty();
    } catch (DeviceException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "long 2049",
        "long 513",
        "long 20000",
        "scan short",
        "scan http://SECRETsecret.invalid/0000",
        "scan SECRET'OR'1'='1'--aaaaaaaa",
        "scan {\"SECRET\":[[[[[[[[[[[[]]]]]]]]]]]]}",
        "scan %s%s%sSECRET%n%n%n%n%n%n",
        "hex 534543524554736563726574303030030303040d",
        "hex 5345435245547365637265741b5b324a303030300d"
      })
  void whatIsNoCode_isRefusedAndTheNextIsRead(String order) throws Exception {
    assertEquals(FaultCode.CODE_REFUSED, bench.refusal(order));
    await().atMost(ScannerBench.SOON).until(() -> bench.emulator.order("quiet").equals("true"));
    // What the line could not hold took the line's end with it.
    bench.emulator.order("hex 0d");
    await().atMost(ScannerBench.SOON).until(() -> nothingLeft());
    String code = bench.fresh();
    assertEquals(code, text(bench.show(CodeKind.PROVINCIAL, "scan " + code)));
  }

  @Test
  void usedCode_isRefusedHoweverOftenItComes() throws Exception {
    String code = bench.fresh();
    bench.show(CodeKind.PROVINCIAL, "scan " + code).orElseThrow().close();
    assertEquals(FaultCode.CODE_REFUSED, bench.refusal("scan " + code));
    assertEquals(FaultCode.CODE_REFUSED, bench.refusal("repeat 300 10 " + code));
    int refused = 0;
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (System.nanoTime() < end) {
      try {
        bench.scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(100));
      } catch (DeviceException e) {
        refused++;
      }
    }
    assertTrue(refused <= 20, refused + " were judged of a hundred a second");
  }
}
