package egov.kiosk.conformance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.capture.Capture;
import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Recording;
import egov.kiosk.link.testing.EmulatorProcess;
import egov.kiosk.printer.EscPosPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an emulator does is recorded, holds nothing of its citizen, and played to the driver comes
 * out the same. With {@code -Dkiosk.captures=DIR} the captures of {@link CaptureReplayTest} are
 * made anew.
 */
@Timeout(120)
class CaptureRecordTest {
  private static final Duration BRIEF = Duration.ofSeconds(5);

  @TempDir private Path folder;

  private interface Story {
    void tell() throws Exception;
  }

  private static Capture recorded(Device device, Story story) throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> device.status().state() == DeviceState.ONLINE);
    List<Moment> moments = Collections.synchronizedList(new ArrayList<>());
    try (Recording ignored =
        DeviceThread.taps(device.name()).get(0).recordFromOpening(moments::add).orElseThrow()) {
      // The greeting comes first.
      await().atMost(BRIEF.multipliedBy(4)).until(() -> greeted(moments));
      story.tell();
    }
    Capture capture = new Capture(device.name(), moments);
    if (System.getProperty("kiosk.captures") != null) {
      Files.writeString(
          Path.of(System.getProperty("kiosk.captures"), device.name() + ".txt"), capture.text());
    }
    return capture;
  }

  private static boolean greeted(List<Moment> moments) {
    return List.copyOf(moments).stream().anyMatch(one -> one.kind() == Moment.Kind.STATE);
  }

  private static void failing(Story story, FaultCode... expected) throws Exception {
    try {
      story.tell();
    } catch (DeviceException e) {
      assertTrue(List.of(expected).contains(e.fault()), e.fault().name());
      return;
    }
    throw new AssertionError("ended well where a fault was expected");
  }

  private static void assertComesOutTheSame(Capture capture, String... markers) throws Exception {
    String text = capture.text();
    for (String marker : markers) {
      assertFalse(text.contains(marker), "a capture holds " + marker);
    }
    assertEquals(List.of(), CaptureReplayTest.differences(Capture.parse(text)));
  }

  @Test
  void idCardReader_cardsNoiseAndAPulledCable() throws Exception {
    Path line = folder.resolve("reader");
    Capture capture;
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", line.toString());
        SdtIdCardReader reader =
            Drivers.idCardReader(
                line.toString(), new LinkAddress.Serial(line.toString(), 115_200).opener())) {
      capture =
          recorded(
              reader,
              () -> {
                reader.securityModuleId(BRIEF);
                emulator.order("place resident");
                reader.read(BRIEF).card().close();
                emulator.order("fault bad-checksum 1");
                reader.cardPresent(BRIEF);
                emulator.order("lift");
                emulator.order("place wrong-type");
                failing(() -> reader.read(BRIEF), FaultCode.NOT_AN_ID_CARD);
                emulator.order("unplug");
                failing(() -> reader.cardPresent(BRIEF), FaultCode.NO_DEVICE);
                emulator.order("plug");
                await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> reader.status().state() == DeviceState.ONLINE);
              });
    }
    // 测试用 and 01999X, as they are on the wire.
    assertComesOutTheSame(capture, "4B6DD58B2875", "300031003900390039005800");
  }

  @Test
  void printer_aSlipAndAnEndOfPaper() throws Exception {
    Slip slip =
        new Slip(List.of(Slip.Text.of("张三丰 35010019000101999X"), new Slip.QrCode("TOKEN42")));
    Capture capture;
    try (EmulatorProcess emulator =
        EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString())) {
      LinkAddress address = LinkAddress.parse("tcp://127.0.0.1:" + emulator.ready("port"));
      try (EscPosPrinter printer = Drivers.printer(address.opener())) {
        capture =
            recorded(
                printer,
                () -> {
                  printer.print(slip, Duration.ofSeconds(20));
                  emulator.order("paper out");
                  failing(() -> printer.print(slip, BRIEF), FaultCode.PAPER_OUT);
                  emulator.order("paper ok");
                  printer.ask(BRIEF);
                });
      }
    }
    assertComesOutTheSame(capture, "D5C5C8FDB7E1", "333530313030", "544F4B454E3432");
  }

  @Test
  void codeScanner_aCodeTwiceAndAForeignOne() throws Exception {
    Path line = folder.resolve("scanner");
    Capture capture;
    try (EmulatorProcess emulator = EmulatorProcess.start("scanner", "--link", line.toString());
        SerialCodeScanner scanner =
            Drivers.codeScanner(new LinkAddress.Serial(line.toString(), 9_600).opener())) {
      capture =
          recorded(
              scanner,
              () -> {
                shown(emulator, "CITIZENcode31415926", () -> scan(scanner));
                shown(
                    emulator,
                    "CITIZENcode31415926",
                    () -> failing(() -> scan(scanner), FaultCode.CODE_REFUSED));
                shown(
                    emulator,
                    "6901234567892",
                    () -> failing(() -> scan(scanner), FaultCode.CODE_REFUSED));
              });
    }
    assertComesOutTheSame(capture, "434954495A454E", "3331343135393236");
  }

  private static void scan(SerialCodeScanner scanner) throws Exception {
    scanner.scan(CodeKind.SOCIAL_SECURITY, BRIEF.multipliedBy(2)).orElseThrow().close();
  }

  /** Shown until it is seen: what is shown before somebody waits is thrown away. */
  private static void shown(EmulatorProcess emulator, String code, Story waiting) throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    Thread citizen =
        new Thread(
            () -> {
              try {
                for (long wait = 300; !seen.await(wait, TimeUnit.MILLISECONDS); wait = 2_000) {
                  emulator.order("scan " + code);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    citizen.start();
    try {
      waiting.tell();
    } finally {
      seen.countDown();
      citizen.join();
    }
  }

  @Test
  void cabinet_anOpenDoorAndALostMains() throws Exception {
    Path line = folder.resolve("cabinet");
    Capture capture;
    try (EmulatorProcess emulator = EmulatorProcess.start("cabinet", "--link", line.toString());
        RelayCabinet cabinet =
            Drivers.cabinet(new LinkAddress.Serial(line.toString(), 9_600).opener())) {
      capture =
          recorded(
              cabinet,
              () -> {
                emulator.order("door open");
                await().until(() -> cabinet.doorOpen().orElse(false));
                emulator.order("mains off");
                await().until(() -> cabinet.onBattery().orElse(false));
                emulator.order("door closed");
                await().until(() -> !cabinet.doorOpen().orElse(true));
              });
    }
    assertComesOutTheSame(capture);
  }
}
