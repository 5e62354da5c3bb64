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
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.Link;
import egov.kiosk.link.known.KnownDevicesFile;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printer that still prints says at once how it is, and who it is only afterwards. */
class BusyPrinterTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Slip SLIP = new Slip(List.of(Slip.Text.of("受理编号 42")));
  private static final HotPlugSettings EAGER =
      new HotPlugSettings(
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofSeconds(2));
  private static final DeviceIdentity ITSELF = new DeviceIdentity(Kind.SERIAL, "EMU0000001");

  @TempDir Path folder;
  private EmulatorProcess emulator;
  private KnownDevicesFile known;
  private EscPosPrinter printer;

  @BeforeEach
  void start() {
    emulator = EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString());
    known = new KnownDevicesFile(folder.resolve("known-devices"), Instant::now);
  }

  @AfterEach
  void close() {
    if (printer != null) {
      printer.close();
    }
    emulator.close();
  }

  private void open() {
    PrinterSettings settings =
        PrinterSettings.of("tcp://127.0.0.1:" + emulator.ready("port")).watched(EAGER).asking();
    printer = new EscPosPrinter(settings, known, Instant::now);
  }

  private void awaitState(DeviceState state) {
    await().atMost(LONG).until(() -> printer.status().state() == state);
  }

  private void awaitThatItIsTakenForBusy() {
    await().atMost(LONG).until(() -> printer.status().faults().contains(FaultCode.NO_ANSWER));
    assertEquals(Map.of(), known.strangers());
  }

  @Test
  void busyAtFirstContact_isAcceptedUnderItsNumberWhenItIsDone() throws Exception {
    emulator.order("busy");
    open();
    awaitThatItIsTakenForBusy();
    assertEquals(List.of(), known.list());
    emulator.order("idle");
    awaitState(DeviceState.ONLINE);
    assertEquals(ITSELF, known.list().get(0).accepted());
    printer.print(SLIP, LONG);
  }

  @Test
  void busyWithASlipInDoubt_isNoStranger() throws Exception {
    open();
    awaitState(DeviceState.ONLINE);
    emulator.order("busy");
    DeviceException doubt =
        assertThrows(DeviceException.class, () -> printer.print(SLIP, Duration.ofSeconds(2)));
    assertEquals(FaultCode.PRINT_UNKNOWN, doubt.fault());
    awaitThatItIsTakenForBusy();
    emulator.order("idle");
    awaitState(DeviceState.ONLINE);
    assertEquals(Map.of(), known.strangers());
    printer.print(SLIP, LONG);
    assertEquals("2", emulator.order("slips").split(" ")[0]);
  }

  @Test
  void answersToFormerQuestions_areNotLeftForTheSlip() throws Exception {
    Queue<Byte> answers = new ArrayDeque<>();
    PrinterConnection connection =
        new PrinterConnection(new Answering(answers), Duration.ofMillis(500));
    connection.introduce(DeviceIdentity.UNTOLD);
    assertEquals(Optional.of(new DeviceIdentity(Kind.SERIAL, "A")), connection.identity());
    assertEquals(List.of(), List.copyOf(answers));
  }

  /** Answers whatever it is asked as a printer that was asked twice before. */
  private record Answering(Queue<Byte> answers) implements Link {
    @Override
    public int read(byte[] buffer, int offset, int length, Duration timeout) {
      if (answers.isEmpty()) {
        return 0;
      }
      buffer[offset] = answers.remove();
      return 1;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) {
      answers.addAll(Arrays.asList((byte) '_', (byte) 'A', (byte) 0, (byte) 0));
      answers.addAll(Arrays.asList((byte) '_', (byte) 'A', (byte) 0));
    }

    @Override
    public void close() {}
  }
}
