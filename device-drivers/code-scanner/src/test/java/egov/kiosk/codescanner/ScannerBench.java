package egov.kiosk.codescanner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import org.slf4j.LoggerFactory;

/**
 * Emulator and driver as the tests of this room need them: the emulator is one process for all
 * tests of a class, its line and the driver are new for each. Whoever closes it is told if a code
 * was logged.
 */
final class ScannerBench implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final CodeRule RULE = new CodeRule(16, 512, Alphabet.ALPHANUMERIC);
  private static final String SECRET = "SECRETsecret0000";

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Path link;
  final EmulatorProcess emulator;
  SerialCodeScanner scanner;
  private int serial;

  ScannerBench(Path folder) {
    link = folder.resolve("ttySCAN");
    logged.start();
    root().setLevel(Level.DEBUG);
    root().addAppender(logged);
    emulator = EmulatorProcess.start("scanner", "--link", link.toString());
    renew();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** A line on which nothing waits that another test had shown, and a driver that knows no code. */
  void renew() {
    emulator.order("unplug");
    emulator.order("plug");
    emulator.order("end cr");
    restart(true);
  }

  /** The driver anew, which takes a pause or the line's end for the end of a code. */
  void restart(boolean lineEnd) {
    if (scanner != null) {
      scanner.close();
    }
    scanner =
        new SerialCodeScanner(
            new CodeScannerSettings(
                new LinkAddress.Serial(link.toString(), 9_600),
                lineEnd,
                Map.of(
                    CodeKind.SOCIAL_SECURITY, RULE,
                    CodeKind.MEDICAL_INSURANCE, new CodeRule(16, 32, Alphabet.DIGITS),
                    CodeKind.PROVINCIAL, RULE),
                LIFETIME),
            Instant::now);
    awaitState(DeviceState.ONLINE);
  }

  void awaitState(DeviceState state) {
    await().atMost(SOON).until(() -> scanner.status().state() == state);
  }

  /** A code that was never shown. */
  String fresh() {
    return SECRET + serial++;
  }

  static String text(Optional<ScannedCode> code) {
    return new String(code.orElseThrow().token(), StandardCharsets.US_ASCII);
  }

  /** Shows something while the scanner waits for it. */
  Optional<ScannedCode> show(CodeKind kind, String order) throws Exception {
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

  FaultCode refusal(String order) {
    return assertThrows(DeviceException.class, () -> show(CodeKind.PROVINCIAL, order)).fault();
  }

  @Override
  public void close() {
    scanner.close();
    emulator.close();
    root().detachAppender(logged);
    for (ILoggingEvent event : logged.list) {
      assertFalse(event.getFormattedMessage().contains("SECRET"), "a code was logged");
    }
  }
}
