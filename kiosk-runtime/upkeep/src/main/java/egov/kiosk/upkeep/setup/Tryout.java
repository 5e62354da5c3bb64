package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.TrialFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has a device do what it is there for, once. A card or code that is shown for it is closed at
 * once; only that it was read is said, and of a code its length and kinds of characters.
 */
final class Tryout {
  private static final long LOOK_MILLIS = 100;
  private static final String PAGE_JOB = "kiosk-test-page";
  private static final List<FaultCode> WARNINGS = List.of(FaultCode.PAPER_LOW, FaultCode.TONER_LOW);

  private final List<HealthCheck> checks;
  private final Duration timeout;

  Tryout(List<HealthCheck> checks, Duration timeout) {
    this.checks = checks;
    this.timeout = timeout;
  }

  Tried of(Device device) {
    try {
      return tried(device);
    } catch (DeviceException e) {
      return Tried.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Tried.toJudge("interrupted");
    }
  }

  private Tried tried(Device device) throws DeviceException, InterruptedException {
    if (device instanceof Printer printer) {
      printer.print(page(), timeout);
      return Tried.toJudge("a test page was printed");
    }
    if (device instanceof PagePrinter printer) {
      return printed(printer);
    }
    if (device instanceof IdCardReader reader) {
      return card(() -> reader.read(timeout).card().close());
    }
    if (device instanceof SocialCardReader reader) {
      return card(() -> reader.read(timeout).close());
    }
    if (device instanceof CodeScanner scanner) {
      return code(scanner);
    }
    if (device instanceof Camera camera) {
      try (Camera.Stream stream = camera.open()) {
        return looked(stream::preview);
      }
    }
    if (device instanceof DocumentCamera camera) {
      try (DocumentCamera.Stream stream = camera.open()) {
        return looked(stream::preview);
      }
    }
    return asked(device);
  }

  private interface Reading {
    void read() throws DeviceException, InterruptedException;
  }

  private static Tried card(Reading reading) throws DeviceException, InterruptedException {
    try {
      reading.read();
      return Tried.passed("a card was read; nothing of it was kept");
    } catch (DeviceException e) {
      if (e.fault() != FaultCode.NO_CARD) {
        throw e;
      }
      return Tried.toJudge("no card came in time; place a sample card and test again");
    }
  }

  private Tried code(CodeScanner scanner) throws DeviceException, InterruptedException {
    try {
      Optional<ScannedCode> shown = scanner.scan(CodeKind.PROVINCIAL, timeout);
      if (shown.isEmpty()) {
        return Tried.toJudge("no code came in time; show any code and test again");
      }
      try (ScannedCode code = shown.get()) {
        byte[] token = code.token();
        try {
          return Tried.passed(
              "a code of " + token.length + " characters was read; " + characters(token));
        } finally {
          Arrays.fill(token, (byte) 0);
        }
      }
    } catch (DeviceException e) {
      if (e.fault() != FaultCode.CODE_REFUSED) {
        throw e;
      }
      // That it is no citizen's code is nothing against the scanner: it read it.
      return Tried.passed("a code was read; no citizen's code looks like it");
    }
  }

  private static String characters(byte[] token) {
    String text = new String(token, StandardCharsets.US_ASCII);
    if (text.matches("[0-9]*")) {
      return "only digits";
    }
    return text.matches("[0-9A-Za-z]*") ? "letters and digits" : "letters, digits and signs";
  }

  /** Waits until the sheet lies there, as far as the printer tells. */
  private Tried printed(PagePrinter printer) throws DeviceException, InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    PageTicket ticket = printer.send(PAGE_JOB, new PageDocument.Sheet(page()), timeout);
    PageProgress.Stage stage = PageProgress.Stage.WAITING;
    while (System.nanoTime() - end < 0) {
      PageProgress progress = printer.look(ticket, timeout);
      stage = progress.stage();
      Optional<FaultCode> fault =
          progress.faults().stream().filter(one -> !WARNINGS.contains(one)).sorted().findFirst();
      if (stage == PageProgress.Stage.STOPPED && fault.isPresent()) {
        printer.cancel(ticket, timeout);
        throw new DeviceException(fault.get(), printer.name(), "the test page stands still");
      }
      if (stage == PageProgress.Stage.COMPLETED && !progress.flawed()) {
        return Tried.toJudge("a test page was printed");
      }
      if (stage.over()) {
        return Tried.failed("the test page was not printed; " + stage, TrialFault.BAD_RESULT);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return Tried.toJudge("the test page is not out yet; wait for it and look at it");
  }

  /** What has no trial of its own is asked how it is; nothing is moved by that. */
  private Tried asked(Device device) {
    Optional<Finding> found =
        checks.stream()
            .filter(check -> check.name().equals(device.name()))
            .findFirst()
            .map(check -> check.check(timeout));
    String seen = found.map(Finding::what).orElseGet(() -> device.status().state().name());
    if (found.filter(one -> one.level() == Level.FAIL).isPresent()) {
      return Tried.failed(seen, TrialFault.NO_ANSWER);
    }
    boolean cabinet = device instanceof Cabinet;
    return Tried.toJudge(
        cabinet ? seen + "; no trial opens the cabinet, try its door by hand" : seen);
  }

  private Tried looked(Supplier<Optional<byte[]>> preview) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<byte[]> picture = preview.get();
      if (picture.isPresent()) {
        String seen = "a picture of " + picture.get().length + " bytes";
        return new Tried(seen, Outcome.OPEN, Optional.empty(), picture);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return Tried.failed("no picture in time", TrialFault.NO_ANSWER);
  }

  private static Slip page() {
    return new Slip(
        List.of(
            new Slip.Text("打印测试页", Slip.Size.DOUBLE, Slip.Align.CENTRE),
            new Slip.Rule(),
            Slip.Text.of("汉字清楚：吉祥喜庆 0123456789"),
            Slip.Text.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            new Slip.QrCode("kiosk-test-page"),
            new Slip.Rule(),
            Slip.Text.of("字不缺、码能扫、切纸齐，就选“通过”。")));
  }
}
