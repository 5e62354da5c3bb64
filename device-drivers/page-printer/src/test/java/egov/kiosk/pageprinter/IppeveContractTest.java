package egov.kiosk.pageprinter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.link.known.KnownDevicesFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against CUPS' ippeveprinter, a process that knows nothing of us. */
class IppeveContractTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PageDocument SHEET =
      new PageDocument.Sheet(
          new Slip(
              List.of(
                  new Slip.Text("办事回执", Slip.Size.DOUBLE, Slip.Align.CENTRE),
                  new Slip.Rule(),
                  Slip.Text.of("受理号 3501 0260 0012"),
                  new Slip.QrCode("受理号 350102600012"))));
  private static final PageDocument PDF =
      new PageDocument.Pdf("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), 1);

  @TempDir static Path folder;
  private static IppeveProcess device;
  private static IppPagePrinter printer;

  @BeforeAll
  static void start() throws IOException {
    device = IppeveProcess.start(folder);
    printer = new IppPagePrinter(PagePrinterSettings.of(device.address("127.0.0.1")), Instant::now);
  }

  @AfterAll
  static void stop() {
    printer.close();
    device.close();
  }

  @BeforeEach
  @AfterEach
  void well() throws Exception {
    device.hold(false);
    await().atMost(SOON).until(() -> printer.ask(SOON).faults().isEmpty());
  }

  private static Stage ended(PageTicket ticket) {
    return await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> printer.look(ticket, SOON).stage(), Stage::over);
  }

  private static void sees(FaultCode... faults) {
    await().atMost(SOON).until(() -> printer.status().faults().equals(Set.of(faults)));
  }

  @Test
  void sheet_goesAsRasterThatAnotherProgramReads() throws Exception {
    PageTicket ticket = printer.send("a1", SHEET, SOON);
    assertEquals(Stage.COMPLETED, ended(ticket));
    Path raster =
        device.spool().stream()
            .filter(file -> file.toString().contains("a1"))
            .findFirst()
            .orElseThrow();
    byte[] start = Arrays.copyOf(Files.readAllBytes(raster), 4);
    assertEquals("RaS2", new String(start, StandardCharsets.US_ASCII), raster.toString());
    ProcessBuilder program =
        new ProcessBuilder("ippeveps", raster.toString())
            .redirectError(folder.resolve("ps.err").toFile())
            .redirectOutput(folder.resolve("page.ps").toFile());
    program.environment().put("CONTENT_TYPE", "image/pwg-raster");
    Process reader = program.start();
    assertTrue(reader.waitFor(60, TimeUnit.SECONDS));
    String script = Files.readString(folder.resolve("page.ps"), StandardCharsets.ISO_8859_1);
    assertEquals(0, reader.exitValue(), Files.readString(folder.resolve("ps.err")));
    assertTrue(script.contains("%%Page: "), "no page in it");
    assertTrue(script.contains("/Width 2480/"), "an A4 page at 300 dots per inch");
  }

  @Test
  void pdf_goesAsItIsAndIsFoundByItsName() throws Exception {
    PageTicket ticket = printer.send("name-of-this-job", PDF, SOON);
    assertEquals(Optional.of(ticket), printer.find("name-of-this-job", SOON));
    assertEquals(Optional.empty(), printer.find("another", SOON));
    assertEquals(Stage.COMPLETED, ended(ticket));
    assertEquals(Optional.of(ticket), printer.find("name-of-this-job", SOON));
    printer.forget(ticket, SOON);
  }

  @Test
  void paperAndCover_areSeenWhileItPrintsAndGoAwayByThemselves() throws Exception {
    device.hold(true);
    device.say("STATE: +media-empty,cover-open");
    PageTicket ticket = printer.send("b1", PDF, SOON);
    sees(FaultCode.PAPER_OUT, FaultCode.COVER_OPEN);
    assertFalse(printer.status().state().usable());
    assertFalse(printer.look(ticket, SOON).stage().over());
    assertEquals(Level.FAIL, new PagePrinterCheck(printer).check(SOON).level());
    device.say("STATE: -media-empty,cover-open", "STATE: +toner-low");
    sees(FaultCode.TONER_LOW);
    assertTrue(printer.status().state().usable());
    assertEquals(Level.WARN, new PagePrinterCheck(printer).check(SOON).level());
    device.say("STATE: -toner-low", "ATTR: job-impressions-completed=1");
    sees();
    device.hold(false);
    assertEquals(Stage.COMPLETED, ended(ticket));
    assertEquals(1, printer.look(ticket, SOON).sheets().orElseThrow());
    assertEquals(Level.OK, new PagePrinterCheck(printer).check(SOON).level());
  }

  @Test
  void cancel_stopsAJobAndLeavesAnEndedOneAlone() throws Exception {
    device.hold(true);
    PageTicket ticket = printer.send("c1", PDF, SOON);
    printer.cancel(ticket, SOON);
    // This printer lets its print command end by itself.
    device.hold(false);
    assertEquals(Stage.CANCELED, ended(ticket));
    printer.cancel(ticket, SOON);
  }

  @Test
  void unknownJob_isGone() throws Exception {
    assertEquals(Stage.GONE, printer.look(new PageTicket(4711), SOON).stage());
    printer.cancel(new PageTicket(4711), SOON);
  }

  @Test
  void addressOfVersionSix_worksAlike() throws Exception {
    try (IppPagePrinter six =
        new IppPagePrinter(PagePrinterSettings.of(device.address("[::1]")), Instant::now)) {
      assertEquals(DeviceState.ONLINE, six.ask(SOON).state());
    }
  }

  @Test
  void anotherPrinterThanTheAcceptedOne_isKeptOutUntilATechnicianAcceptsIt() throws Exception {
    Path list = folder.resolve("known-devices");
    Files.writeString(
        list, "page-printer UUID 00000000-0000-4000-8000-000000000001 2026-06-01T08:00:00Z\n");
    KnownDevicesFile known = new KnownDevicesFile(list, Instant::now);
    try (IppPagePrinter other =
        new IppPagePrinter(
            PagePrinterSettings.of(device.address("127.0.0.1")), known, Instant::now)) {
      await().atMost(SOON).until(() -> other.status().state() == DeviceState.POTENTIAL_FRAUD);
      assertEquals(
          FaultCode.NOT_THE_ACCEPTED_DEVICE,
          assertThrows(DeviceException.class, () -> other.send("e1", PDF, SOON)).fault());
      assertEquals(Level.FAIL, new PagePrinterCheck(other).check(SOON).level());
      assertEquals("page-printer", known.accept("page-printer").orElseThrow().device());
      await().atMost(SOON).until(() -> other.status().state() == DeviceState.ONLINE);
      assertEquals(DeviceIdentity.Kind.UUID, other.identity().orElseThrow().kind());
    }
  }

  @Test
  void switchedOffInTheMiddleAndOn_isFoundAgainAndTheJobIsGone() throws Exception {
    device.hold(true);
    PageTicket ticket = printer.send("d1", PDF, SOON);
    device.printerOff();
    await().atMost(SOON).until(() -> printer.status().state() == DeviceState.NO_DEVICE);
    device.printerOn();
    long back = System.nanoTime();
    await().atMost(SOON).until(() -> printer.status().state() == DeviceState.ONLINE);
    System.out.println("back in service after ms " + (System.nanoTime() - back) / 1_000_000);
    assertEquals(Stage.GONE, printer.look(ticket, SOON).stage());
  }
}
