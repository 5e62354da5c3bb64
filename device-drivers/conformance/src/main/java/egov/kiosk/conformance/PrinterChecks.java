package egov.kiosk.conformance;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** What a receipt printer must do; prints about a metre of paper. */
final class PrinterChecks {
  private static final Duration ASK = Duration.ofSeconds(2);
  private static final Duration PRINT = Duration.ofSeconds(15);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration HEALED = Duration.ofSeconds(5);
  private static final Slip SHORT = new Slip(List.of(Slip.Text.of("测试 test 0123456789")));

  private PrinterChecks() {}

  static Exam<Printer> exam() {
    PrinterChecks checks = new PrinterChecks();
    CommonChecks<Printer> common =
        new CommonChecks<>("P", Printer::ask, (printer, limit) -> printer.ask(limit));
    List<Check<Printer>> all = new ArrayList<>();
    all.add(new Check<>("P00", "has paper and a closed cover at the beginning", checks::well));
    all.addAll(common.first());
    all.addAll(checks.paper());
    all.addAll(checks.trouble());
    all.addAll(common.last());
    return new Exam<>(all);
  }

  private void well(Subject<Printer> subject) throws Exception {
    subject.make(Gesture.PUT_PAPER_IN);
    subject.make(Gesture.CLOSE_COVER);
  }

  private List<Check<Printer>> paper() {
    return List.of(
        prints("P20", "prints a short slip and confirms it", SHORT),
        prints("P21", "prints Chinese, rare characters and Latin", text("龘靐㐂 𠮷 ÄÖ © №")),
        prints("P22", "prints every size and alignment", sizes()),
        prints("P23", "prints a QR code of 500 characters", qr()),
        prints("P24", "wraps a line longer than the paper", text("长".repeat(300))),
        prints("P25", "sends no control characters from a text", text("a\u001B@\u0010\u0014b\nc")),
        prints("P26", "prints 200 lines", lines(200)),
        new Check<>("P27", "prints five slips, each confirmed", this::five),
        new Check<>("P28", "says how it is right after printing", this::asks),
        new Check<>(
            "P29", "never says in silence that a slip in no time was printed", this::hasty));
  }

  private List<Check<Printer>> trouble() {
    return List.of(
        new Check<>(
            "P40",
            "says that its paper is out",
            s -> shows(s, Gesture.TAKE_PAPER_OUT, FaultCode.PAPER_OUT)),
        new Check<>("P41", "prints nothing without paper, and says so", this::withoutPaper)
            .after(Gesture.TAKE_PAPER_OUT),
        new Check<>(
            "P42", "is well again by itself when paper is in", s -> heals(s, Gesture.PUT_PAPER_IN)),
        prints("P43", "prints after the paper was changed", SHORT),
        new Check<>(
            "P44",
            "says that its cover is open",
            s -> shows(s, Gesture.OPEN_COVER, FaultCode.COVER_OPEN)),
        new Check<>("P45", "prints nothing with an open cover, and says so", this::withOpenCover)
            .after(Gesture.OPEN_COVER),
        new Check<>(
            "P46",
            "is well again by itself when the cover is closed",
            s -> heals(s, Gesture.CLOSE_COVER)),
        prints("P47", "prints after the cover was closed", SHORT),
        new Check<>(
            "P48",
            "says that its paper is nearly out",
            s -> shows(s, Gesture.NEARLY_NO_PAPER, FaultCode.PAPER_LOW)),
        prints("P49", "prints with little paper", SHORT),
        new Check<>("P50", "is left with paper", this::well));
  }

  private static Check<Printer> prints(String id, String promise, Slip slip) {
    return new Check<>(id, promise, subject -> print(subject, slip));
  }

  private static void print(Subject<Printer> subject, Slip slip) throws Exception {
    long start = System.nanoTime();
    subject.within(LIMIT, printing(subject, slip, PRINT));
    subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
  }

  private static Callable<Void> printing(Subject<Printer> subject, Slip slip, Duration limit) {
    return () -> {
      subject.device().print(slip, limit);
      return null;
    };
  }

  private void five(Subject<Printer> subject) throws Exception {
    for (int i = 0; i < 5; i++) {
      print(subject, SHORT);
    }
  }

  private void asks(Subject<Printer> subject) throws Exception {
    DeviceStatus status = subject.within(LIMIT, () -> subject.device().ask(ASK));
    subject.require(status.state().usable(), "its state is " + status.state());
  }

  /** In a millisecond nothing can be confirmed: it may print, but it may not say it did. */
  private void hasty(Subject<Printer> subject) throws Exception {
    DeviceException fault =
        subject.fault(LIMIT, printing(subject, lines(60), Duration.ofMillis(1)));
    subject.note(fault.fault().name());
    subject.eventually(HEALED, () -> usable(subject), "is not usable afterwards");
  }

  private static boolean usable(Subject<Printer> subject) {
    try {
      return subject.within(LIMIT, () -> subject.device().ask(ASK)).state().usable();
    } catch (Exception e) {
      return false;
    }
  }

  private static void shows(Subject<Printer> subject, Gesture gesture, FaultCode expected)
      throws Exception {
    subject.make(gesture);
    subject.eventually(
        HEALED, () -> faults(subject).contains(expected), "does not say " + expected);
  }

  private static Set<FaultCode> faults(Subject<Printer> subject) {
    try {
      return subject.within(LIMIT, () -> subject.device().ask(ASK)).faults();
    } catch (Exception e) {
      return Set.of();
    }
  }

  private void withoutPaper(Subject<Printer> subject) throws Exception {
    subject.fault(LIMIT, printing(subject, SHORT, PRINT), FaultCode.PAPER_OUT);
  }

  private void withOpenCover(Subject<Printer> subject) throws Exception {
    subject.fault(LIMIT, printing(subject, SHORT, PRINT), FaultCode.COVER_OPEN);
  }

  private static void heals(Subject<Printer> subject, Gesture gesture) throws Exception {
    subject.make(gesture);
    subject.eventually(
        HEALED,
        () -> usable(subject) && faults(subject).isEmpty(),
        "still says that it is not well");
  }

  private static Slip text(String text) {
    return new Slip(List.of(Slip.Text.of(text)));
  }

  private static Slip sizes() {
    List<Slip.Line> lines = new ArrayList<>();
    for (Slip.Size size : Slip.Size.values()) {
      for (Slip.Align align : Slip.Align.values()) {
        lines.add(new Slip.Text("大小 " + size, size, align));
      }
    }
    lines.add(new Slip.Rule());
    lines.add(new Slip.Space(2));
    return new Slip(lines);
  }

  private static Slip qr() {
    return new Slip(List.of(new Slip.QrCode("A".repeat(500))));
  }

  private static Slip lines(int count) {
    return new Slip(Collections.nCopies(count, Slip.Text.of("一行 line")));
  }
}
