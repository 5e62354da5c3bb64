package egov.kiosk.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.link.testing.EmulatorProcess;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attack test D14: every cable pulled, at rest and in the middle of a command. A defined state
 * follows, and no storm of events keeps a processor busy (jSerialComm's listeners make one, so none
 * is used).
 */
@Tag("attack")
@Timeout(180)
class PulledTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** What THREATS promises; to it comes only what this machine itself is late by. */
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private static final int WATCHED_SECONDS = 3;

  @TempDir private Path folder;
  private EmulatorProcess readerCable;
  private EmulatorProcess printerCable;
  private EmulatorProcess scannerCable;
  private EmulatorProcess boardCable;
  private SdtIdCardReader reader;
  private EscPosPrinter printer;
  private SerialCodeScanner scanner;
  private RelayCabinet cabinet;

  @BeforeEach
  void plugIn() {
    readerCable = EmulatorProcess.start("reader", "--link", at("reader"));
    printerCable =
        EmulatorProcess.start("printer", "--pty", at("printer"), "--out", folder.toString());
    scannerCable = EmulatorProcess.start("scanner", "--link", at("scanner"));
    boardCable = EmulatorProcess.start("cabinet", "--link", at("board"));
    InstantSource clock = InstantSource.system();
    reader = new SdtIdCardReader(ReaderSettings.of(at("reader"), 115_200), clock);
    printer = new EscPosPrinter(PrinterSettings.of("serial:" + at("printer") + "@115200"), clock);
    scanner = new SerialCodeScanner(Drivers.scanner(at("scanner"), Duration.ofSeconds(2)), clock);
    cabinet = new RelayCabinet(Drivers.cabinet(at("board")), clock);
    for (Device device : devices()) {
      await().atMost(LONG).until(() -> device.status().state() == DeviceState.ONLINE);
    }
  }

  @AfterEach
  void letGo() {
    reader.close();
    printer.close();
    scanner.close();
    cabinet.close();
    List.of(readerCable, printerCable, scannerCable, boardCable).forEach(EmulatorProcess::close);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private List<Device> devices() {
    return List.of(reader, printer, scanner, cabinet);
  }

  /** Pulls one after the other, each seen to be gone within two seconds. */
  private void assertPulledIsGone() {
    List<EmulatorProcess> cables = List.of(readerCable, printerCable, scannerCable, boardCable);
    for (int i = 0; i < cables.size(); i++) {
      Device device = devices().get(i);
      try (Lateness machine = new Lateness()) {
        cables.get(i).order("unplug");
        long pulled = System.nanoTime();
        await()
            .pollInterval(Duration.ofMillis(10))
            .atMost(LONG)
            .until(() -> device.status().state() == DeviceState.NO_DEVICE);
        Duration took = Duration.ofNanos(System.nanoTime() - pulled);
        assertEquals(Set.of(FaultCode.NO_DEVICE), device.status().faults(), device.name());
        Duration late = machine.lost().multipliedBy(3);
        System.out.printf("%s gone after %s, machine late by %s%n", device.name(), took, late);
        assertTrue(
            took.compareTo(PROMISED.plus(late)) <= 0,
            device.name() + " took " + took + " where the machine is late by " + late);
      }
    }
  }

  @Test
  void d14_allPulledAtRest_areGoneAndKeepNoProcessorBusy() throws Exception {
    assertPulledIsGone();
    long before = nanosOfDeviceThreads();
    TimeUnit.SECONDS.sleep(WATCHED_SECONDS);
    double share = (nanosOfDeviceThreads() - before) / (WATCHED_SECONDS * 1e9);
    System.out.printf("four devices that are looked for take %.4f of a core%n", share);
    // A storm takes a whole core a device; a slow machine may need more than its hundredth.
    assertTrue(share < 0.1, share + " of a core");
  }

  @Test
  void d14_allPulledInTheMiddleOfACommand_endItWithItsReason() throws Exception {
    Slip slip = new Slip(Collections.nCopies(400, Slip.Text.of("受理编号 42")));
    Ending reading = new Ending(() -> reader.read(LONG));
    Ending scanning = new Ending(() -> scanner.scan(CodeKind.SOCIAL_SECURITY, LONG));
    Ending printing = new Ending(() -> printer.print(slip, LONG));
    // The printer has begun, and whoever waits for a card or a code waits.
    await().atMost(LONG).until(() -> busy(reader) && busy(scanner));
    assertPulledIsGone();
    assertEquals(FaultCode.NO_DEVICE, reading.fault());
    assertEquals(FaultCode.NO_DEVICE, scanning.fault());
    FaultCode printed = printing.fault();
    assertTrue(
        printed == FaultCode.PRINT_UNKNOWN || printed == FaultCode.NO_DEVICE, printed.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "fault self-test, HARDWARE_ERROR, paper out,  OFFLINE,        fault silence, OFFLINE",
    "fault silent,    OFFLINE,        jam,        HARDWARE_ERROR, fault noise,   HARDWARE_ERROR"
  })
  void d14_allPulledWhileUnwell_areGoneAllTheSame(
      String readerOrder,
      DeviceState readerState,
      String printerOrder,
      DeviceState printerState,
      String boardOrder,
      DeviceState boardState) {
    readerCable.order(readerOrder);
    // Nobody asks an idle reader anything; a command finds out.
    assertThrows(DeviceException.class, () -> reader.cardPresent(Duration.ofSeconds(2)));
    await().atMost(LONG).until(() -> reader.status().state() == readerState);
    unwell(printerCable, printerOrder, printer, printerState);
    unwell(boardCable, boardOrder, cabinet, boardState);
    assertPulledIsGone();
  }

  private static void unwell(
      EmulatorProcess cable, String order, Device device, DeviceState state) {
    cable.order(order);
    await().atMost(LONG).until(() -> device.status().state() == state);
  }

  private static boolean busy(SdtIdCardReader reader) {
    return refused(() -> reader.cardPresent(Duration.ofSeconds(1)));
  }

  private static boolean busy(SerialCodeScanner scanner) {
    return refused(() -> scanner.scan(CodeKind.SOCIAL_SECURITY, Duration.ofMillis(50)));
  }

  private static boolean refused(Executable command) {
    try {
      command.execute();
      return false;
    } catch (DeviceException e) {
      return e.fault() == FaultCode.BUSY;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static long nanosOfDeviceThreads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith("device-")) {
        nanos += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return nanos;
  }

  /** A command on a thread of its own and how it ends. */
  private static final class Ending {
    private final Thread caller;
    private volatile FaultCode fault;

    Ending(Executable command) {
      caller =
          new Thread(() -> fault = assertThrows(DeviceException.class, command).fault(), "caller");
      caller.setDaemon(true);
      caller.start();
    }

    FaultCode fault() throws InterruptedException {
      caller.join(LONG.toMillis());
      assertTrue(!caller.isAlive(), "the command goes on without its device");
      return fault;
    }
  }
}
