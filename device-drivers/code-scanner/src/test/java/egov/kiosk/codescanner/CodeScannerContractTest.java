package egov.kiosk.codescanner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a scanner must do; the device is the emulator as a process of its own. */
class CodeScannerContractTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final CodeRule RULE = new CodeRule(16, 512, Alphabet.ALPHANUMERIC);
  private static final String SECRET = "SECRETsecret0000";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private EmulatorProcess emulator;
  private SerialCodeScanner scanner;
  private int serial;

  @BeforeEach
  void open() {
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.DEBUG);
    root.addAppender(logged);
    Path link = folder.resolve("ttySCAN");
    emulator = EmulatorProcess.start("scanner", "--link", link.toString());
    scanner = scanner(link, true, Duration.ofSeconds(5));
    awaitState(DeviceState.ONLINE);
  }

  private static SerialCodeScanner scanner(Path link, boolean line, Duration lifetime) {
    return new SerialCodeScanner(
        new CodeScannerSettings(
            new LinkAddress.Serial(link.toString(), 9_600),
            line,
            Map.of(
                CodeKind.SOCIAL_SECURITY, RULE,
                CodeKind.MEDICAL_INSURANCE, new CodeRule(16, 32, Alphabet.DIGITS),
                CodeKind.PROVINCIAL, RULE),
            lifetime),
        Instant::now);
  }

  @AfterEach
  void close() {
    scanner.close();
    emulator.close();
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    for (ILoggingEvent event : logged.list) {
      assertFalse(event.getFormattedMessage().contains("SECRET"), "a code was logged");
    }
  }

  private void awaitState(DeviceState state) {
    await().atMost(SOON).until(() -> scanner.status().state() == state);
  }

  private String fresh() {
    return SECRET + serial++;
  }

  private static String text(Optional<ScannedCode> code) {
    return new String(code.orElseThrow().token(), StandardCharsets.US_ASCII);
  }

  /** Shows something while the scanner waits for it. */
  private Optional<ScannedCode> show(CodeKind kind, String order) throws Exception {
    Thread operator =
        new Thread(
            () -> {
              await().pollDelay(Duration.ofMillis(300)).until(() -> true);
              emulator.order(order);
            });
    operator.start();
    try {
      return scanner.scan(kind, SOON);
    } finally {
      operator.join();
    }
  }

  private boolean nothingLeft() throws InterruptedException {
    try {
      return scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(500)).isEmpty();
    } catch (DeviceException e) {
      return false;
    }
  }

  private FaultCode refusal(String order) {
    return assertThrows(DeviceException.class, () -> show(CodeKind.PROVINCIAL, order)).fault();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cr", "lf", "crlf"})
  void code_withAnyEnd_isHandedOutExactly(String end) throws Exception {
    emulator.order("end " + end);
    String code = fresh();
    assertEquals(code, text(show(CodeKind.SOCIAL_SECURITY, "scan " + code)));
  }

  @Test
  void code_dripping_isHandedOutWhole() throws Exception {
    String code = fresh();
    assertEquals(code, text(show(CodeKind.PROVINCIAL, "drip 20 " + code)));
  }

  @Test
  void code_withoutEnd_isEndedByAPauseWhenSoConfigured() throws Exception {
    scanner.close();
    scanner = scanner(folder.resolve("ttySCAN"), false, Duration.ofSeconds(5));
    awaitState(DeviceState.ONLINE);
    emulator.order("end none");
    String code = fresh();
    assertEquals(code, text(show(CodeKind.PROVINCIAL, "scan " + code)));
  }

  @Test
  void nothingShown_isEmptyInTime() throws Exception {
    assertEquals(Optional.empty(), scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(300)));
  }

  @Test
  void codeShown_whileNobodyWaited_neverReachesALaterCitizen() throws Exception {
    emulator.order("scan " + fresh());
    await().atMost(SOON).until(() -> emulator.order("quiet").equals("true"));
    assertEquals(Optional.empty(), scanner.scan(CodeKind.PROVINCIAL, Duration.ofSeconds(2)));
  }

  @Test
  void kind_decidesOnTheCharacters() throws Exception {
    assertEquals(
        FaultCode.CODE_REFUSED,
        assertThrows(
                DeviceException.class, () -> show(CodeKind.MEDICAL_INSURANCE, "scan " + fresh()))
            .fault());
    String digits = "1234567890123456" + serial++;
    assertEquals(digits, text(show(CodeKind.MEDICAL_INSURANCE, "scan " + digits)));
  }

  /** Attack test D08, on the wire. */
  @Tag("attack")
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
    assertEquals(FaultCode.CODE_REFUSED, refusal(order));
    await().atMost(SOON).until(() -> emulator.order("quiet").equals("true"));
    // What the line could not hold took the line's end with it.
    emulator.order("hex 0d");
    await().atMost(SOON).until(() -> nothingLeft());
    String code = fresh();
    assertEquals(code, text(show(CodeKind.PROVINCIAL, "scan " + code)));
  }

  @Tag("attack")
  @Test
  void usedCode_isRefusedHoweverOftenItComes() throws Exception {
    String code = fresh();
    show(CodeKind.PROVINCIAL, "scan " + code).orElseThrow().close();
    assertEquals(FaultCode.CODE_REFUSED, refusal("scan " + code));
    assertEquals(FaultCode.CODE_REFUSED, refusal("repeat 300 10 " + code));
    int refused = 0;
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (System.nanoTime() < end) {
      try {
        scanner.scan(CodeKind.PROVINCIAL, Duration.ofMillis(100));
      } catch (DeviceException e) {
        refused++;
      }
    }
    assertTrue(refused <= 20, refused + " were judged of a hundred a second");
  }

  @Test
  void code_whenItsTimeIsOver_isOverwritten() throws Exception {
    ScannedCode code = show(CodeKind.PROVINCIAL, "scan " + fresh()).orElseThrow();
    assertFalse(code.closed());
    await().atMost(Duration.ofSeconds(30)).until(code::closed);
    assertThrows(IllegalStateException.class, code::token);
  }

  @Test
  void scanner_unpluggedAndBack_isFoundWithoutARestart() throws Exception {
    emulator.order("unplug");
    awaitState(DeviceState.NO_DEVICE);
    assertEquals(
        FaultCode.NO_DEVICE,
        assertThrows(DeviceException.class, () -> scanner.scan(CodeKind.PROVINCIAL, SOON)).fault());
    emulator.order("plug");
    awaitState(DeviceState.ONLINE);
    String code = fresh();
    assertEquals(code, text(show(CodeKind.PROVINCIAL, "scan " + code)));
    assertEquals(
        egov.kiosk.domain.health.Level.OK,
        new CodeScannerCheck(scanner).check(Duration.ofSeconds(1)).level());
  }

  @Test
  void unplugged_whileWaiting_endsTheWaitWithItsReason() {
    assertEquals(FaultCode.NO_DEVICE, refusal("unplug"));
  }
}
