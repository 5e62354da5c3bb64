package egov.kiosk.idcardreader;

import static java.time.Duration.ofMillis;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that go, come back, stay dumb, or have habits of their own. */
class ReaderLossContractTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final SdtTimings TIMINGS =
      new SdtTimings(ofMillis(400), ofMillis(1_000), ofMillis(1_000), ofMillis(2_000), SOON);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final HotPlugSettings SELDOM = new HotPlugSettings(LONG, LONG, LONG, LONG);

  @TempDir Path folder;

  private String port() {
    return folder.resolve("ttyIDR").toString();
  }

  private EmulatorProcess plugIn(String... more) {
    String[] arguments = new String[3 + more.length];
    System.arraycopy(new String[] {"reader", "--link", port()}, 0, arguments, 0, 3);
    System.arraycopy(more, 0, arguments, 3, more.length);
    return EmulatorProcess.start(arguments);
  }

  private ReaderSettings settings(
      int baud, Repoll repoll, int rf, Set<String> allowed, int reopen) {
    return new ReaderSettings(
        List.of(new LinkAddress.Serial(port(), baud)),
        false,
        Duration.ofMillis(300),
        TIMINGS,
        repoll,
        rf,
        allowed,
        reopen == 0 ? SELDOM : new HotPlugSettings(ofMillis(reopen), ofMillis(reopen), LONG, LONG));
  }

  private SdtIdCardReader reader(ReaderSettings settings) {
    return new SdtIdCardReader(settings, Instant::now);
  }

  private static FaultCode failure(SdtIdCardReader reader) {
    return assertThrows(DeviceException.class, () -> reader.read(SOON)).fault();
  }

  @Test
  void read_readerPulledWhileWaiting_isNoDeviceAtOnceAndServesAgainWhenPluggedIn()
      throws Exception {
    ReaderSettings settings = settings(115_200, Repoll.REPEAT, 0, Set.of(), 0);
    try (SdtIdCardReader reader = reader(settings)) {
      try (EmulatorProcess emulator = plugIn()) {
        reader.inspect(SOON);
        Instant start = Instant.now();
        Thread cable =
            new Thread(
                () -> {
                  await().pollDelay(Duration.ofMillis(700)).until(() -> true);
                  emulator.kill();
                });
        cable.start();
        DeviceException e =
            assertThrows(DeviceException.class, () -> reader.read(Duration.ofMinutes(1)));
        assertEquals(FaultCode.NO_DEVICE, e.fault());
        assertTrue(Duration.between(start, Instant.now()).toMillis() < 10_000);
        cable.join();
      }
      assertEquals(FaultCode.NO_DEVICE, failure(reader));
      assertEquals(DeviceState.NO_DEVICE, reader.status().state());
      try (EmulatorProcess emulator = plugIn()) {
        emulator.order("place resident");
        assertEquals(CardLayout.RESIDENT, reader.read(SOON).card().layout());
        assertEquals(DeviceState.ONLINE, reader.status().state());
      }
    }
  }

  @Test
  void status_idleReaderPulledAndBack_isNoticedWithoutAnyCall() {
    ReaderSettings settings = settings(115_200, Repoll.REPEAT, 0, Set.of(), 200);
    try (SdtIdCardReader reader = reader(settings)) {
      await().until(() -> reader.status().state() == DeviceState.NO_DEVICE);
      try (EmulatorProcess emulator = plugIn()) {
        await().until(() -> reader.status().state() == DeviceState.ONLINE);
        emulator.order("unplug");
        await().until(() -> reader.status().state() == DeviceState.NO_DEVICE);
        emulator.order("plug");
        await().until(() -> reader.status().state() == DeviceState.ONLINE);
      }
    }
  }

  @Test
  void read_wrongBaud_isNoAnswer() {
    ReaderSettings settings = settings(9_600, Repoll.REPEAT, 0, Set.of(), 0);
    try (EmulatorProcess emulator = plugIn();
        SdtIdCardReader reader = reader(settings)) {
      emulator.order("place resident");
      assertEquals(FaultCode.NO_ANSWER, failure(reader));
      Finding finding = new IdCardReaderCheck(reader).check(SOON);
      assertEquals(Level.FAIL, finding.level());
      assertTrue(finding.advice().contains("baud"), finding.advice());
    }
  }

  @Test
  void read_slowLine_stillFitsTheTimeouts() throws Exception {
    ReaderSettings settings = settings(9_600, Repoll.REPEAT, 0, Set.of(), 0);
    try (EmulatorProcess emulator = plugIn("--baud", "9600");
        SdtIdCardReader reader = reader(settings)) {
      emulator.order("place resident");
      CardRead read = reader.read(SOON);
      // 1,359 bytes in both directions at ten bits each.
      assertEquals(Duration.ofNanos(1_359L * 10 * 1_000_000_000 / 9_600), read.wireTime());
      assertTrue(read.elapsed().compareTo(read.wireTime()) > 0);
    }
  }

  @Test
  void cardPresent_readerThatFindsACardOnce_isStillSeenAndThenMissed() throws Exception {
    ReaderSettings settings = settings(115_200, Repoll.LIFT, 0x50, Set.of(), 0);
    try (EmulatorProcess emulator = plugIn("--repoll", "lift");
        SdtIdCardReader reader = reader(settings)) {
      assertFalse(reader.cardPresent(SOON));
      emulator.order("place resident");
      reader.read(SOON);
      assertTrue(reader.cardPresent(SOON));
      assertTrue(reader.cardPresent(SOON));
      emulator.order("lift");
      assertFalse(reader.cardPresent(SOON));
      emulator.order("place resident");
      assertTrue(reader.cardPresent(SOON));
    }
  }

  @Test
  void inspect_moduleNotOnTheList_isNotAuthorised() throws Exception {
    String known = "05.01-20240101-0001234567-0987654321";
    try (EmulatorProcess emulator = plugIn()) {
      try (SdtIdCardReader reader = reader(settings(115_200, Repoll.REPEAT, 0, Set.of(known), 0))) {
        assertEquals(known, reader.inspect(SOON));
        Finding finding = new IdCardReaderCheck(reader).check(SOON);
        assertEquals(Level.OK, finding.level());
        assertTrue(finding.what().contains(known));
      }
      try (SdtIdCardReader reader =
          reader(settings(115_200, Repoll.REPEAT, 0, Set.of("other"), 0))) {
        assertEquals(
            FaultCode.READER_NOT_AUTHORISED,
            assertThrows(DeviceException.class, () -> reader.inspect(SOON)).fault());
      }
      emulator.order("lift");
    }
  }

  @Test
  void close_whileWaitingForACard_endsSoon() throws Exception {
    try (EmulatorProcess emulator = plugIn()) {
      SdtIdCardReader reader = reader(settings(115_200, Repoll.REPEAT, 0, Set.of(), 0));
      Thread citizen =
          new Thread(
              () -> assertThrows(DeviceException.class, () -> reader.read(Duration.ofMinutes(1))));
      citizen.start();
      await().until(() -> citizen.getState() == Thread.State.TIMED_WAITING);
      Instant start = Instant.now();
      reader.close();
      citizen.join(5_000);
      assertFalse(citizen.isAlive());
      assertTrue(Duration.between(start, Instant.now()).toMillis() < 5_000);
      assertTrue(
          Thread.getAllStackTraces().keySet().stream()
              .noneMatch(thread -> thread.getName().equals("device-id-card-reader")));
      emulator.order("lift");
    }
  }
}
