package egov.kiosk.printer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceIdentity.Kind;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.Level;
import egov.kiosk.link.known.KnownDevicesCheck;
import egov.kiosk.link.known.KnownDevicesFile;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another printer in the accepted one's place, told by GS I 68; the emulator is a process. */
class SwappedPrinterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Slip SLIP = new Slip(List.of(Slip.Text.of("受理编号 42")));

  @TempDir Path folder;
  private EmulatorProcess emulator;
  private KnownDevicesFile known;
  private EscPosPrinter printer;

  @BeforeEach
  void open() {
    emulator = EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString());
    known = new KnownDevicesFile(folder.resolve("known-devices"), Instant::now);
    PrinterSettings settings =
        PrinterSettings.of("tcp://127.0.0.1:" + emulator.ready("port")).asking();
    printer = new EscPosPrinter(settings, known, Instant::now);
    awaitState(DeviceState.ONLINE);
  }

  @AfterEach
  void close() {
    printer.close();
    emulator.close();
  }

  private void awaitState(DeviceState state) {
    await().atMost(LONG).until(() -> printer.status().state() == state);
  }

  private DeviceIdentity accepted() {
    return known.list().get(0).accepted();
  }

  @Test
  void anotherPrinter_isAnAlarmAndPrintsNothingUntilATechnicianAcceptsIt() throws Exception {
    assertEquals(new DeviceIdentity(Kind.SERIAL, "EMU0000001"), accepted());
    printer.print(SLIP, LONG);
    emulator.order("serial EMU0000002");
    awaitState(DeviceState.POTENTIAL_FRAUD);
    DeviceException refused = assertThrows(DeviceException.class, () -> printer.print(SLIP, LONG));
    assertEquals(FaultCode.NOT_THE_ACCEPTED_DEVICE, refused.fault());
    assertEquals("1", emulator.order("slips").split(" ")[0], "nothing came out of it");
    assertEquals(Level.FAIL, new KnownDevicesCheck(known).check(LONG).level());
    assertEquals("EMU0000002", known.accept("printer").orElseThrow().accepted().value());
    awaitState(DeviceState.ONLINE);
    printer.print(SLIP, LONG);
    assertEquals(new DeviceIdentity(Kind.SERIAL, "EMU0000002"), printer.identity().orElseThrow());
  }

  @Test
  void printerThatTellsNothing_inTheAcceptedOnesPlace_isAStrangerToo() throws Exception {
    emulator.order("serial none");
    awaitState(DeviceState.POTENTIAL_FRAUD);
    known.accept("printer");
    awaitState(DeviceState.ONLINE);
    assertEquals(DeviceIdentity.UNTOLD, accepted());
    printer.print(SLIP, LONG);
  }

  @Test
  void exchangedWhileItHadNoPaper_isNoticedWhenItCouldPrint() throws Exception {
    emulator.order("paper out");
    awaitState(DeviceState.OFFLINE);
    emulator.order("serial EMU0000003");
    await().atMost(LONG).until(() -> printer.status().faults().contains(FaultCode.PAPER_OUT));
    emulator.order("paper ok");
    awaitState(DeviceState.POTENTIAL_FRAUD);
    assertThrows(DeviceException.class, () -> printer.print(SLIP, LONG));
    assertEquals("0", emulator.order("slips").split(" ")[0]);
  }
}
