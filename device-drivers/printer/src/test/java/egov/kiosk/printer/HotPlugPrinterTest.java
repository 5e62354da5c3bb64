package egov.kiosk.printer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A printer on a device that comes and goes; the emulator is a process of its own. */
class HotPlugPrinterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Slip SLIP = new Slip(List.of(Slip.Text.of("受理编号 42")));

  @TempDir Path folder;

  private EmulatorProcess emulator() {
    return EmulatorProcess.start(
        "printer", "--pty", folder.resolve("lp0").toString(), "--out", folder.toString());
  }

  private EscPosPrinter printer(String scheme) {
    String address = scheme + folder.resolve("lp0") + (scheme.equals("serial:") ? "@115200" : "");
    return new EscPosPrinter(PrinterSettings.of(address), Instant::now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"usb:", "serial:"})
  void unpluggedAndBack_isInServiceWithinThreeSecondsWithoutARestart(String scheme)
      throws Exception {
    try (EmulatorProcess emulator = emulator();
        EscPosPrinter printer = printer(scheme)) {
      printer.print(SLIP, LONG);
      for (int i = 0; i < 3; i++) {
        emulator.order("unplug");
        await().atMost(LONG).until(() -> printer.status().state() == DeviceState.NO_DEVICE);
        emulator.order("replug");
        long plugged = System.nanoTime();
        await()
            .pollInterval(Duration.ofMillis(20))
            .atMost(LONG)
            .until(() -> printer.status().state() == DeviceState.ONLINE);
        long millis = (System.nanoTime() - plugged) / 1_000_000;
        System.out.println(scheme + " back in service after ms " + millis);
      }
      printer.print(SLIP, LONG);
      assertTrue(emulator.order("slips").startsWith("2 "));
    }
  }

  @Test
  void unpluggedWhileItPrints_isUnknownAndComesBack() throws Exception {
    try (EmulatorProcess emulator = emulator();
        EscPosPrinter printer = printer("usb:")) {
      printer.ask(LONG);
      emulator.order("do until line; unplug");
      DeviceException e = assertThrows(DeviceException.class, () -> printer.print(SLIP, LONG));
      assertEquals(FaultCode.PRINT_UNKNOWN, e.fault());
      await().atMost(LONG).until(() -> printer.status().state() == DeviceState.NO_DEVICE);
      emulator.order("replug");
      await().atMost(LONG).until(() -> printer.status().state() == DeviceState.ONLINE);
    }
  }

  @Test
  void paperAndCover_areNoticedByThemselves() throws Exception {
    try (EmulatorProcess emulator = emulator();
        EscPosPrinter printer = printer("usb:")) {
      await().atMost(LONG).until(() -> printer.status().state() == DeviceState.ONLINE);
      emulator.order("paper out");
      await().atMost(LONG).until(() -> printer.status().faults().contains(FaultCode.PAPER_OUT));
      emulator.order("paper ok");
      await().atMost(LONG).until(() -> printer.status().faults().isEmpty());
    }
  }

  @Test
  void silentDevice_isNoAnswerAndLetGo() throws Exception {
    try (EmulatorProcess emulator = emulator();
        EscPosPrinter printer = printer("usb:")) {
      printer.ask(LONG);
      emulator.order("hang");
      assertThrows(DeviceException.class, () -> printer.print(SLIP, Duration.ofSeconds(3)));
      await().atMost(LONG).until(() -> printer.status().state() == DeviceState.OFFLINE);
      emulator.order("unhang");
      await().atMost(LONG).until(() -> printer.status().state() == DeviceState.ONLINE);
    }
    assertEquals(0, threads(), "threads left behind");
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("device-printer"))
        .count();
  }

  @Test
  void whatIsNoDevice_isRefused() throws Exception {
    java.nio.file.Files.writeString(folder.resolve("lp0"), "a file");
    try (EscPosPrinter printer = printer("usb:")) {
      DeviceException e = assertThrows(DeviceException.class, () -> printer.ask(LONG));
      assertEquals(FaultCode.CANNOT_OPEN, e.fault());
      assertEquals("a file", java.nio.file.Files.readString(folder.resolve("lp0")));
    }
    for (String address : new String[] {"usb:", "usb:lp0", "usb:/dev/l p0", "usb:/dev/\nlp0"}) {
      assertThrows(IllegalArgumentException.class, () -> PrinterAddress.parse(address));
    }
  }
}
