package egov.kiosk.upkeep.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import egov.kiosk.domain.upkeep.SiteField;
import egov.kiosk.domain.upkeep.StepView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommissioningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final List<String> BY_A_PERSON = List.of("touch-screen", "loudspeaker");

  @TempDir private Path directory;
  private final Bench bench = new Bench();

  private Commissioning desk() throws IOException {
    return new Commissioning(directory, bench, () -> Bench.NOW);
  }

  private static Map<String, String> site() {
    return new HashMap<>(
        Map.of(
            "site", "东街便民服务中心",
            "organisation", "鼓楼区政务服务局",
            "node", "FJ-GL-01",
            "address", "东街1号",
            "panelInches", "21.5",
            "bottomEdgeMm", "900"));
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(SetupException.class, call).reason();
  }

  @Test
  void wholeSetUp_afterAPowerCutAtEachStep_endsInASealedAndSentReport() throws Exception {
    desk().site(site());
    for (SetupStep step :
        List.of(
            SetupStep.NETWORK,
            SetupStep.TIME,
            SetupStep.ENROLMENT,
            SetupStep.DEVICES,
            SetupStep.PROGRAM)) {
      // Each on a desk of its own: what counts is on the disk.
      assertEquals(
          Outcome.PASSED, desk().check(step, PATIENCE).steps().get(step).outcome(), step.name());
    }
    Commissioning desk = desk();
    assertEquals("a test page was printed", desk.test("printer", PATIENCE).devices().get(0).seen());
    assertEquals(1, bench.printed.size());
    desk.judge("printer", true, "");
    assertEquals(Reason.NOT_YET, refused(() -> desk().accept("1024")));
    for (String name : BY_A_PERSON) {
      desk().judge(name, true, "");
    }
    SetupView view = desk().accept("1024");
    assertTrue(view.sealed() && view.sent());
    assertEquals(
        List.of("acceptance-report application/ofd", "acceptance-report-pdf application/pdf"),
        bench.attached);
    assertEquals("OFD", Files.readString(directory.resolve("reports/" + view.report() + ".ofd")));
    assertEquals("%PDF", Files.readString(directory.resolve("reports/" + view.report() + ".pdf")));
    String said = bench.reports.get(0).fields().toString();
    assertFalse(said.contains("东街"), "a copy's text hides what it says");
    assertEquals(Bench.NOW, desk().accepted().orElseThrow());
  }

  /** One seal for both: the sealed OFD names the PDF, so a byte altered there is seen. */
  @Test
  void sealedReport_namesThePdf_whichNoLongerFitsWithAByteAltered() throws Exception {
    wholeSetUp();
    SetupView view = desk().accept("1024");
    List<CertificateCopy.Field> rows = bench.reports.get(0).fields();
    CertificateCopy.Field named = rows.get(rows.size() - 1);
    assertEquals("PDF 的 SM3 摘要", named.label());
    byte[] pdf = Files.readAllBytes(directory.resolve("reports/" + view.report() + ".pdf"));
    assertEquals(named.value(), HexFormat.of().formatHex(Bench.hash().of(pdf)));
    pdf[pdf.length - 1] ^= 1;
    assertNotEquals(named.value(), HexFormat.of().formatHex(Bench.hash().of(pdf)));
  }

  @Test
  void elsewhere_isPutInForceOnlyWhenSaid_andCanBeTakenBack() throws Exception {
    desk().site(site());
    assertFalse(bench.settings.containsKey("flow.elsewhere"), bench.settings.toString());
    Map<String, String> answers = site();
    answers.put("elsewhere", "往东300米，区图书馆一楼");
    assertEquals("往东300米，区图书馆一楼", desk().site(answers).site().get("elsewhere"));
    assertEquals("往东300米，区图书馆一楼", bench.settings.get("flow.elsewhere"));
    answers.put("elsewhere", "<b>");
    assertEquals(Reason.BAD_ANSWER, refused(() -> desk().site(answers)));
    desk().site(site());
    assertEquals("", bench.settings.get("flow.elsewhere"));
  }

  @Test
  void warningsBeforeARestart_areStillThere_andGoWhenLookedAtAgain() throws Exception {
    Finding well = bench.network;
    bench.network =
        new Finding("network-v4", Level.WARN, "one address", Actor.TECHNICIAN, "look at the cable");
    desk().check(SetupStep.NETWORK, PATIENCE);
    StepView after = desk().view().steps().get(SetupStep.NETWORK);
    assertEquals(Outcome.PASSED, after.outcome());
    assertEquals(
        List.of("network-v4 WARN"),
        after.findings().stream().map(one -> one.name() + " " + one.level()).toList());
    bench.network = well;
    desk().check(SetupStep.NETWORK, PATIENCE);
    assertEquals(List.of(), desk().view().steps().get(SetupStep.NETWORK).findings());
  }

  @Test
  void glassTooHigh_isSaidAfterARestartToo() throws Exception {
    Map<String, String> high = new HashMap<>(site());
    high.put(SiteField.BOTTOM_EDGE_MM.word(), "1400");
    desk().site(high);
    List<Finding> after = desk().view().steps().get(SetupStep.SITE).findings();
    assertEquals(List.of(Level.WARN), after.stream().map(Finding::level).toList());
  }

  @Test
  void withoutASeal_theReportIsPdfAlone_andSaysSo() throws Exception {
    bench.seal = false;
    wholeSetUp();
    SetupView view = desk().accept("1024");
    assertFalse(view.sealed());
    assertTrue(view.sent());
    assertFalse(Files.exists(directory.resolve("reports/" + view.report() + ".ofd")));
  }

  private void wholeSetUp() throws Exception {
    Commissioning desk = desk();
    desk.site(site());
    for (SetupStep step : SetupStep.values()) {
      if (step != SetupStep.REPORT && step != SetupStep.SITE) {
        desk.check(step, PATIENCE);
      }
    }
    desk.judge("printer", false, "SPARE_ORDERED");
    BY_A_PERSON.forEach(name -> assertEquals(null, judged(desk, name)));
  }

  private static Reason judged(Commissioning desk, String name) {
    try {
      desk.judge(name, true, "");
      return null;
    } catch (SetupException e) {
      return e.reason();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "node, x",
    "node, 'a b'",
    "site, 'a=b'",
    "site, 'a\nb'",
    "panelInches, 19",
    "bottomEdgeMm, 20000",
    "organisation, ''"
  })
  void wrongAnswer_isRefusedAsAWhole_andNamesItsField(String field, String answer)
      throws Exception {
    Map<String, String> answers = site();
    answers.put(field, answer);
    SetupException refused = assertThrows(SetupException.class, () -> desk().site(answers));
    assertEquals(field, refused.detail());
    assertTrue(desk().view().site().isEmpty());
    assertFalse(bench.settings.containsKey("flow.site"));
  }

  @Test
  void failingCheck_failsTheStep_untilItIsMended() throws Exception {
    bench.network = new Finding("network-v4", Level.FAIL, "none", Actor.TECHNICIAN, "cable");
    SetupView view = desk().check(SetupStep.NETWORK, PATIENCE);
    assertEquals(Outcome.FAILED, view.steps().get(SetupStep.NETWORK).outcome());
    bench.network = Finding.ok("network-v4", "2 addresses");
    view = desk().check(SetupStep.NETWORK, PATIENCE);
    assertEquals(Outcome.PASSED, view.steps().get(SetupStep.NETWORK).outcome());
  }

  @Test
  void failedDevice_needsAReasonOfTheList() throws Exception {
    assertEquals(Reason.REASON_MISSING, refused(() -> desk().judge("printer", false, "")));
    assertEquals(Reason.REASON_MISSING, refused(() -> desk().judge("printer", false, "张三说的")));
    assertEquals(Reason.NO_SUCH_DEVICE, refused(() -> desk().judge("toaster", true, "")));
    assertEquals("DAMAGED", desk().judge("printer", false, "DAMAGED").devices().get(0).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "/dev/../etc/passwd", "/dev/a b", "relative", ""})
  void pathOfNoDevice_isNotBound(String path) {
    assertEquals(Reason.BAD_ANSWER, refused(() -> desk().bind("printer", path)));
  }

  @Test
  void boundDevice_isSetAsItsDriverReadsIt_andMustBeTriedAgain() throws Exception {
    Commissioning desk = desk();
    desk.judge("printer", true, "");
    assertEquals(Outcome.OPEN, desk.bind("printer", "/dev/usb/lp0").devices().get(0).outcome());
    assertEquals("usb:/dev/usb/lp0", bench.settings.get("printer.address"));
    desk.bind("printer", "/dev/serial/by-id/usb-printer");
    assertEquals(
        "serial:/dev/serial/by-id/usb-printer@115200", bench.settings.get("printer.address"));
    assertEquals(Reason.NO_SUCH_DEVICE, refused(() -> desk.bind("toaster", "/dev/usb/lp0")));
  }

  @Test
  void enrolment_startsTheRuntimeAnew_andIsForMachinesWithoutAnIdentityOnly() throws Exception {
    assertEquals(Reason.CODE_REFUSED, refused(() -> desk().enrol("wrong", "", "", "", PATIENCE)));
    assertEquals(
        Reason.BAD_ANSWER, refused(() -> desk().enrol("right", "", "no port", "", PATIENCE)));
    assertEquals(0, bench.restarts);
    desk().enrol("right", "", "platform.example:8895", "", PATIENCE);
    assertEquals(1, bench.restarts);
    assertEquals(Reason.NO_ENROLMENT, refused(() -> desk().enrol("right", "", "", "", PATIENCE)));
  }

  @Test
  void lowGlass_passes_highGlassIsAWarning() {
    Map<String, String> site = site();
    assertEquals(Level.OK, Reach.finding(site).level());
    site.put("bottomEdgeMm", "990");
    assertEquals(Level.WARN, Reach.finding(site).level());
  }

  /** Whatever the bytes of the record are, the desk opens. */
  @Test
  void spoiltRecord_isPassedOver() throws Exception {
    desk().site(site());
    byte[] whole = Files.readAllBytes(directory.resolve("setup"));
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] spoilt = whole.clone();
      for (int at = 0; at < 1 + i % 9; at++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      }
      Files.write(directory.resolve("setup"), spoilt);
      assertEquals(SetupStep.values().length, desk().view().steps().size());
    }
    Files.write(directory.resolve("setup"), "accepted=never".getBytes(StandardCharsets.UTF_8));
    assertTrue(desk().accepted().isEmpty());
  }
}
