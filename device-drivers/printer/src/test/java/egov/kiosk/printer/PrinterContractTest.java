package egov.kiosk.printer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.testing.EmulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a printer must do; the device is the emulator as a process of its own. */
class PrinterContractTest {
  /** Asked only when the test asks, so that counts are exact. */
  static final HotPlugSettings SELDOM =
      new HotPlugSettings(
          Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(2));

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Slip SLIP =
      new Slip(
          List.of(
              new Slip.Text("受理回执", Slip.Size.DOUBLE, Slip.Align.CENTRE),
              new Slip.Rule(),
              Slip.Text.of("受理编号 20261121-000042"),
              new Slip.QrCode("EGOV-20261121-000042"),
              new Slip.Space(1)));

  @TempDir static Path folder;
  private static EmulatorProcess emulator;
  private static EscPosPrinter printer;

  @BeforeAll
  static void start() {
    emulator = EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString());
    String address = "tcp://127.0.0.1:" + emulator.ready("port");
    printer = new EscPosPrinter(PrinterSettings.of(address).watched(SELDOM), Instant::now);
  }

  @AfterAll
  static void stop() {
    printer.close();
    emulator.close();
  }

  @BeforeEach
  @AfterEach
  void well() {
    emulator.order("unhang");
    emulator.order("paper ok");
    emulator.order("cover closed");
    // What a stopped printer still held comes out now, and must not count as the next test's slip.
    Awaitility.await().until(() -> emulator.order("stats").contains("held=0"));
  }

  private static FaultCode failure() {
    return assertThrows(DeviceException.class, () -> printer.print(SLIP, SOON)).fault();
  }

  private static int slips() {
    return Integer.parseInt(emulator.order("slips").split(" ")[0]);
  }

  private static String newestText() throws IOException {
    String png = emulator.order("slips").split(" ", 2)[1];
    return Files.readString(Path.of(png.replaceAll("\\.png$", ".txt")));
  }

  @Test
  void print_goodSlip_isOnPaperWhenTheCallReturns() throws Exception {
    int before = slips();
    printer.print(SLIP, SOON);
    assertTrue(slips() > before, "no slip was on paper when the call returned");
    String text = newestText();
    assertTrue(text.contains("受理回执") && text.contains("20261121-000042"), text);
    assertEquals(DeviceState.ONLINE, printer.status().state());
  }

  @Test
  void print_hostileName_reachesThePrinterAsTextOnly() throws Exception {
    emulator.order("stats");
    printer.print(
        new Slip(
            List.of(Slip.Text.of("申请人 张\u001B@\u001DV\u0000\u0010\u0004\u0001\n三 \uD842\uDFB7"))),
        SOON);
    String stats = emulator.order("stats");
    assertTrue(stats.contains("unknown=0") && stats.contains("undecodable=0"), stats);
    // One slip and not two, and no status but the eight that were asked for.
    assertTrue(stats.contains("slips=1") && stats.contains("status-asked=8"), stats);
    assertTrue(newestText().contains("张@V三"), newestText());
  }

  @Test
  void print_paperOut_nothingIsSent() throws Exception {
    emulator.order("paper out");
    emulator.order("stats");
    assertEquals(FaultCode.PAPER_OUT, failure());
    // The four questions and nothing else.
    assertTrue(emulator.order("stats").contains("bytes-in=12 "));
    assertFalse(printer.status().state().usable());
    emulator.order("paper ok");
    int before = slips();
    printer.print(SLIP, SOON);
    assertEquals(before + 1, slips());
  }

  @Test
  void print_coverOpen_isSaid() {
    emulator.order("cover open");
    assertEquals(FaultCode.COVER_OPEN, failure());
    emulator.order("paper out");
    assertEquals(FaultCode.COVER_OPEN, failure());
  }

  @Test
  void print_jam_isSaidAndHealsByItself() throws Exception {
    emulator.order("jam");
    assertEquals(FaultCode.PRINTER_ERROR, failure());
    assertEquals(DeviceState.HARDWARE_ERROR, printer.status().state());
    emulator.order("unjam");
    printer.print(SLIP, SOON);
  }

  @Test
  void print_paperLow_printsAndWarns() throws Exception {
    emulator.order("paper low");
    printer.print(SLIP, SOON);
    assertEquals(Set.of(FaultCode.PAPER_LOW), printer.status().faults());
    assertTrue(printer.status().state().usable());
    Finding finding = new PrinterCheck(printer).check(SOON);
    assertEquals(Level.WARN, finding.level());
    assertEquals("bring a new paper roll", finding.advice());
  }

  @Test
  void print_printerHangs_isNoAnswerAndHealsByItself() throws Exception {
    emulator.order("hang");
    assertEquals(FaultCode.NO_ANSWER, failure());
    assertEquals(DeviceState.OFFLINE, printer.status().state());
    emulator.order("unhang");
    printer.print(SLIP, SOON);
  }

  @Test
  void print_paperEndsInTheMiddle_isUnknownAndTheCauseIsKept() throws Exception {
    emulator.order("paper out 1");
    DeviceException e = assertThrows(DeviceException.class, () -> printer.print(SLIP, SOON));
    assertEquals(FaultCode.PRINT_UNKNOWN, e.fault());
    assertTrue(e.getMessage().contains("PAPER_OUT"), e.getMessage());
    assertTrue(printer.status().faults().contains(FaultCode.PAPER_OUT));
    // The printer still holds the rest; with paper it comes out and the next slip is confirmed.
    emulator.order("paper ok");
    printer.print(SLIP, SOON);
  }

  @Test
  void ask_paperAndCover_areSeenAtOnce() throws Exception {
    assertEquals(Set.of(), printer.ask(SOON).faults());
    emulator.order("paper out");
    assertTrue(printer.ask(SOON).faults().contains(FaultCode.PAPER_OUT));
    emulator.order("cover open");
    assertTrue(printer.ask(SOON).faults().contains(FaultCode.COVER_OPEN));
    assertEquals(Level.FAIL, new PrinterCheck(printer).check(SOON).level());
    emulator.order("cover closed");
    emulator.order("paper ok");
    assertEquals(Level.OK, new PrinterCheck(printer).check(SOON).level());
  }

  @Test
  void ask_printerGoneAndBack_isFoundAgain(@TempDir Path other) throws Exception {
    EmulatorProcess first =
        EmulatorProcess.start("printer", "--port", "0", "--out", other.toString());
    String port = first.ready("port");
    try (EscPosPrinter lonely =
        new EscPosPrinter(
            PrinterSettings.of("tcp://127.0.0.1:" + port).watched(SELDOM), Instant::now)) {
      lonely.print(SLIP, SOON);
      first.kill();
      assertEquals(
          FaultCode.NO_DEVICE, assertThrows(DeviceException.class, () -> lonely.ask(SOON)).fault());
      assertEquals(DeviceState.NO_DEVICE, lonely.status().state());
      try (EmulatorProcess second =
          EmulatorProcess.start("printer", "--port", port, "--out", other.toString())) {
        lonely.print(SLIP, SOON);
        assertEquals(port, second.ready("port"));
      }
    }
  }

  @Test
  void print_interruptedWhileItHangs_isNoAnswerAndKeepsTheInterrupt() throws Exception {
    String address = "tcp://127.0.0.1:" + emulator.ready("port");
    PrinterSettings usual = PrinterSettings.of(address).watched(SELDOM);
    PrinterSettings patient =
        new PrinterSettings(
            usual.address(),
            usual.columns(),
            usual.charset(),
            usual.logo(),
            usual.watching(),
            Duration.ofMinutes(1),
            false);
    emulator.order("hang");
    // The other printer's connection is served; a second one is taken and never heard.
    try (EscPosPrinter hanging = new EscPosPrinter(patient, Instant::now)) {
      AtomicBoolean kept = new AtomicBoolean();
      Thread session =
          new Thread(
              () -> {
                assertThrows(
                    DeviceException.class, () -> hanging.print(SLIP, Duration.ofMinutes(1)));
                kept.set(Thread.currentThread().isInterrupted());
              });
      session.start();
      await()
          .until(
              () ->
                  session.getState() == Thread.State.WAITING
                      || session.getState() == Thread.State.TIMED_WAITING);
      session.interrupt();
      session.join(20_000);
      assertFalse(session.isAlive());
      assertTrue(kept.get());
    }
  }
}
