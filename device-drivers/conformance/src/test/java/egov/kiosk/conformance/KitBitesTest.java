package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A kit that everything passes is worth nothing: these printers do what real ones have done. */
@Timeout(180)
class KitBitesTest {
  private static final Hand ANYTHING = gesture -> true;
  private static final Hand NOTHING = gesture -> false;

  @Test
  void printerThatAlwaysSaysYes_failsWhereTheCableAndPaperAreGone() throws Exception {
    Map<String, Result.Verdict> verdicts = examine(new YesPrinter(), ANYTHING);
    assertEquals(Result.Verdict.PASSED, verdicts.get("P20"));
    for (String id : List.of("P29", "P40", "P41", "P44", "P45", "P48", "P80")) {
      assertEquals(Result.Verdict.FAILED, verdicts.get(id), id);
    }
  }

  @Test
  void printerThatNamesACitizen_failsForIt() throws Exception {
    Map<String, Result.Verdict> verdicts =
        examine(
            new YesPrinter() {
              @Override
              public void print(Slip slip, Duration timeout) throws DeviceException {
                throw new DeviceException(
                    FaultCode.PAPER_OUT, "printer", "slip of 35010019000202001X not printed");
              }
            },
            NOTHING);
    assertEquals(Result.Verdict.FAILED, verdicts.get("P91"));
    assertEquals(Result.Verdict.FAILED, verdicts.get("P20"));
  }

  @Test
  void printerThatThrowsAnythingElse_failsWithoutItsText() throws Exception {
    List<Result> results =
        Exams.printer()
            .run(
                new YesPrinter() {
                  @Override
                  public DeviceStatus ask(Duration timeout) {
                    throw new IllegalStateException("secret");
                  }
                },
                NOTHING,
                result -> {});
    assertTrue(results.stream().anyMatch(r -> r.remark().contains("IllegalStateException")));
    assertFalse(new Report("printer", "", Instant.EPOCH, results).markdown().contains("secret"));
  }

  @Test
  void handThatCannot_leavesChecksOutAndSaysWhy() throws Exception {
    List<Result> results = Exams.printer().run(new YesPrinter(), NOTHING, result -> {});
    Report report = new Report("printer", "", Instant.EPOCH, results);
    assertTrue(report.count(Result.Verdict.NOT_RUN) > 5);
    assertTrue(report.markdown().contains("nobody could pull the device's cable"));
  }

  @Test
  void askedHand_enterIsDoneAndAnythingElseIsNot() throws Exception {
    StringWriter said = new StringWriter();
    Hand hand =
        new AskedHand(new BufferedReader(new StringReader("\ns\n")), new PrintWriter(said, true));
    assertTrue(hand.make(Gesture.UNPLUG));
    assertFalse(hand.make(Gesture.PLUG_IN));
    assertFalse(hand.make(Gesture.PLUG_IN), "an ended input");
    assertTrue(said.toString().contains("pull the device's cable"));
  }

  @Test
  void everyExam_hasAtLeastTwentyFiveChecks() {
    for (Exam<?> exam :
        List.of(
            Exams.idCardReader(),
            Exams.printer(),
            Exams.camera(),
            Exams.pagePrinter(),
            Exams.socialCardReader(),
            Exams.codeScanner(),
            Exams.cabinet(),
            Exams.documentCamera())) {
      assertTrue(exam.size() >= 25, exam.size() + " checks");
    }
  }

  private static Map<String, Result.Verdict> examine(Printer printer, Hand hand) throws Exception {
    return Exams.printer().run(printer, hand, result -> {}).stream()
        .collect(Collectors.toMap(Result::id, (Function<Result, Result.Verdict>) Result::verdict));
  }

  /** Prints everything at once, whatever happens to it. */
  private static class YesPrinter implements Printer {
    @Override
    public String name() {
      return "printer";
    }

    @Override
    public DeviceStatus status() {
      return new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.now());
    }

    @Override
    public DeviceStatus ask(Duration timeout) {
      return status();
    }

    @Override
    public void print(Slip slip, Duration timeout) throws DeviceException {}
  }
}
