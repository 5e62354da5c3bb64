package egov.kiosk.conformance;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** What a scanner of codes on telephones must do. */
final class ScannerChecks {
  private static final CodeKind KIND = CodeKind.SOCIAL_SECURITY;
  private static final Duration GLIMPSE = Duration.ofMillis(50);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration SCAN = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(40);

  /** No code may live longer, and this is how long one is waited for. */
  private static final Duration LIFETIME = Duration.ofSeconds(62);

  private static final Duration SETTLE = Duration.ofMillis(300);

  /** The last code; only compared, never told. */
  private byte[] last = new byte[0];

  private ScannerChecks() {}

  static Exam<CodeScanner> exam() {
    ScannerChecks checks = new ScannerChecks();
    CommonChecks<CodeScanner> common =
        new CommonChecks<>(
            "Q",
            (scanner, limit) -> scanner.scan(KIND, GLIMPSE),
            (scanner, limit) -> scanner.scan(KIND, limit));
    List<Check<CodeScanner>> all = new ArrayList<>(common.first());
    all.addAll(checks.codes());
    all.addAll(checks.others());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private List<Check<CodeScanner>> codes() {
    return List.of(
        new Check<>("Q20", "says that none was shown, and not before the time is up", this::none),
        new Check<>("Q21", "gives a code that is shown while it waits", this::scans),
        new Check<>("Q22", "says what was asked for and when it was read", this::labelled),
        new Check<>("Q23", "gives its characters without the end of the line", this::plain),
        new Check<>("Q24", "tells one code from another", this::another),
        new Check<>("Q25", "hands out nothing that prints a code", this::masked),
        new Check<>("Q26", "gives nothing of a code that was closed", this::closed),
        new Check<>("Q27", "lets every code end by itself within 60 s", this::mortal));
  }

  private List<Check<CodeScanner>> others() {
    return List.of(
        new Check<>("Q30", "refuses the same code a second time", this::twice),
        new Check<>("Q31", "refuses a code of another kind, to the citizen", this::foreign),
        new Check<>("Q32", "gives a good code after that", this::scans),
        new Check<>("Q33", "throws away what is shown while nobody waits", this::untimely),
        new Check<>("Q34", "gives a fresh code after that", this::scans));
  }

  private void none(Subject<CodeScanner> subject) throws Exception {
    long start = System.nanoTime();
    Optional<ScannedCode> code = subject.within(LIMIT, () -> subject.device().scan(KIND, SHORT));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    subject.require(code.isEmpty(), "gave a code");
    subject.require(millis >= SHORT.toMillis() - 50, "gave up after " + millis + " ms");
  }

  /** Has something shown while the scanner waits for it. */
  private static Optional<ScannedCode> show(Subject<CodeScanner> subject, Gesture gesture)
      throws Exception {
    Future<Optional<ScannedCode>> waiting = subject.begin(() -> subject.device().scan(KIND, SCAN));
    try {
      // What is shown before the scanner waits is thrown away.
      Thread.sleep(SETTLE.toMillis());
      subject.make(gesture);
      return subject.outcome(waiting, LIMIT);
    } finally {
      waiting.cancel(true);
    }
  }

  private interface Look {
    void at(ScannedCode code) throws Exception;
  }

  private void look(Subject<CodeScanner> subject, Look look) throws Exception {
    Optional<ScannedCode> shown = show(subject, Gesture.SHOW_CODE);
    subject.require(shown.isPresent(), "gave no code");
    try (ScannedCode code = shown.get()) {
      last = code.token();
      look.at(code);
    }
  }

  private void scans(Subject<CodeScanner> subject) throws Exception {
    look(subject, code -> subject.note(code.token().length + " characters"));
  }

  private void labelled(Subject<CodeScanner> subject) throws Exception {
    Instant before = Instant.now();
    look(
        subject,
        code -> {
          subject.require(code.kind() == KIND, "says another kind");
          subject.require(!code.scannedAt().isBefore(before), "says an earlier time");
          subject.require(!code.scannedAt().isAfter(Instant.now()), "says a later time");
        });
  }

  private void plain(Subject<CodeScanner> subject) throws Exception {
    look(
        subject,
        code -> {
          for (byte character : code.token()) {
            subject.require(character > ' ' && character < 0x7F, "gave other characters");
          }
        });
  }

  private void another(Subject<CodeScanner> subject) throws Exception {
    byte[] before = last;
    look(subject, code -> subject.require(!Arrays.equals(before, last), "gave the code before"));
  }

  private void masked(Subject<CodeScanner> subject) throws Exception {
    look(
        subject,
        code ->
            subject.require(
                !code.toString().contains(new String(last, StandardCharsets.US_ASCII)),
                "prints it"));
  }

  private void closed(Subject<CodeScanner> subject) throws Exception {
    look(
        subject,
        code -> {
          code.close();
          subject.require(code.closed(), "is not closed");
          try {
            code.token();
          } catch (IllegalStateException e) {
            return;
          }
          throw new FailedException("gave it after it was closed");
        });
  }

  private void mortal(Subject<CodeScanner> subject) throws Exception {
    look(
        subject,
        code -> {
          long start = System.nanoTime();
          subject.eventually(LIFETIME, code::closed, "still has it after 62 s");
          subject.note(Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        });
  }

  private void twice(Subject<CodeScanner> subject) throws Exception {
    look(subject, code -> subject.require(last.length > 0, "gave an empty code"));
    refused(subject, Gesture.SHOW_CODE_AGAIN);
  }

  private void foreign(Subject<CodeScanner> subject) throws Exception {
    refused(subject, Gesture.SHOW_FOREIGN_CODE);
  }

  private void refused(Subject<CodeScanner> subject, Gesture gesture) throws Exception {
    try {
      show(subject, gesture).ifPresent(ScannedCode::close);
    } catch (DeviceException e) {
      subject.require(e.fault() == FaultCode.CODE_REFUSED, "fault " + e.fault());
      subject.require(
          !e.getMessage().contains(new String(last, StandardCharsets.US_ASCII)),
          "its fault says the code");
      return;
    }
    throw new FailedException("took it");
  }

  private void untimely(Subject<CodeScanner> subject) throws Exception {
    subject.make(Gesture.SHOW_CODE);
    Thread.sleep(SHORT.toMillis());
    subject.require(
        subject.within(LIMIT, () -> subject.device().scan(KIND, SHORT)).isEmpty(),
        "gave a code nobody waited for");
  }
}
