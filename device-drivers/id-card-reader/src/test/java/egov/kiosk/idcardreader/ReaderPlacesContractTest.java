package egov.kiosk.idcardreader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.CardLayout;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.known.KnownDevicesFile;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a reader is, which one it is, and what is done with one that is unwell. */
class ReaderPlacesContractTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OURS = "05.01-20240101-0001234567-0987654321";
  private static final String OTHER = "05.01-20240101-0007654321-0123456789";

  @TempDir Path folder;

  private String port(String name) {
    return folder.resolve(name).toString();
  }

  private KnownDevicesFile list() {
    return new KnownDevicesFile(folder.resolve("known-devices"), Instant::now);
  }

  private static ReaderSettings settings(LinkAddress... places) {
    return new ReaderSettings(
        Arrays.asList(places),
        true,
        Duration.ofMillis(300),
        SdtTimings.DEFAULT,
        Repoll.REPEAT,
        0,
        Set.of(),
        HotPlugSettings.USUAL);
  }

  private static SdtIdCardReader reader(KnownDevices known, LinkAddress... places) {
    return new SdtIdCardReader(settings(places), known, PowerSwitch.NONE, Instant::now);
  }

  private static void assertReads(EmulatorProcess emulator, SdtIdCardReader reader)
      throws Exception {
    emulator.order("place resident");
    CardRead read = reader.read(SOON);
    assertEquals(CardLayout.RESIDENT, read.card().layout());
    emulator.order("lift");
  }

  private static void awaitState(SdtIdCardReader reader, DeviceState state) {
    await().atMost(PATIENCE).until(() -> reader.status().state() == state);
  }

  @Test
  void read_overTcp_readsAndReconnectsAfterAReplug() throws Exception {
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--listen", "0")) {
      int port = Integer.parseInt(emulator.ready("port"));
      try (SdtIdCardReader reader =
          reader(KnownDevices.ANY, new LinkAddress.Tcp("127.0.0.1", port))) {
        assertReads(emulator, reader);
        emulator.order("unplug");
        awaitState(reader, DeviceState.NO_DEVICE);
        emulator.order("plug");
        awaitState(reader, DeviceState.ONLINE);
        assertReads(emulator, reader);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {57_600, 9_600})
  void read_readerAtAnotherSpeed_isFoundThere(int baud) throws Exception {
    String port = port("ttyIDR");
    try (EmulatorProcess emulator =
            EmulatorProcess.start("reader", "--link", port, "--baud", "" + baud);
        SdtIdCardReader reader = reader(KnownDevices.ANY, new LinkAddress.Serial(port, 115_200))) {
      awaitState(reader, DeviceState.ONLINE);
      assertReads(emulator, reader);
      emulator.order("place resident");
      // 1,359 bytes at the speed that was found.
      assertEquals(
          Duration.ofNanos(1_359L * 10 * 1_000_000_000 / baud), reader.read(SOON).wireTime());
    }
  }

  @Test
  void replug_severalTimes_isInServiceWithinThreeSecondsEachTime() {
    String port = port("usb-Maker_Reader_A1-if00-port0");
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", port);
        SdtIdCardReader reader = reader(KnownDevices.ANY, new LinkAddress.Serial(port, 115_200))) {
      awaitState(reader, DeviceState.ONLINE);
      for (int i = 0; i < 3; i++) {
        emulator.order("unplug");
        awaitState(reader, DeviceState.NO_DEVICE);
        long back = System.nanoTime();
        emulator.order("plug");
        awaitState(reader, DeviceState.ONLINE);
        assertTrue(System.nanoTime() - back < 3_000_000_000L, "replug " + i);
      }
    }
  }

  @Test
  void connect_readerMovedToAnotherPort_isFoundByItsSamId() throws Exception {
    KnownDevicesFile known = list();
    LinkAddress.Serial first = new LinkAddress.Serial(port("port-1"), 115_200);
    LinkAddress.Serial second = new LinkAddress.Serial(port("port-2"), 115_200);
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", first.path());
        SdtIdCardReader reader = reader(known, first, second)) {
      awaitState(reader, DeviceState.ONLINE);
      emulator.kill();
      java.nio.file.Files.deleteIfExists(Path.of(first.path()));
      awaitState(reader, DeviceState.NO_DEVICE);
      // A stranger now sits where the reader was, and the reader one port further.
      try (EmulatorProcess stranger =
              EmulatorProcess.start("reader", "--link", first.path(), "--module", OTHER);
          EmulatorProcess moved = EmulatorProcess.start("reader", "--link", second.path())) {
        awaitState(reader, DeviceState.ONLINE);
        assertEquals(OURS, reader.identity().orElseThrow().value());
        assertReads(moved, reader);
        stranger.order("stats");
      }
    }
  }

  @Test
  void connect_readerWasExchanged_isKeptOutUntilATechnicianAcceptsIt() throws Exception {
    KnownDevicesFile known = list();
    LinkAddress.Serial place = new LinkAddress.Serial(port("ttyIDR"), 115_200);
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", place.path());
        SdtIdCardReader reader = reader(known, place)) {
      assertReads(emulator, reader);
      emulator.order("module " + OTHER);
      awaitState(reader, DeviceState.POTENTIAL_FRAUD);
      assertEquals(Set.of(FaultCode.NOT_THE_ACCEPTED_DEVICE), reader.status().faults());
      emulator.order("place resident");
      assertEquals(
          FaultCode.NOT_THE_ACCEPTED_DEVICE,
          assertThrows(DeviceException.class, () -> reader.read(SOON)).fault());
      assertEquals(
          new DeviceIdentity(DeviceIdentity.Kind.SAM_ID, OTHER),
          known.accept(SdtIdCardReader.NAME).orElseThrow().accepted());
      awaitState(reader, DeviceState.ONLINE);
      assertReads(emulator, reader);
    }
  }

  @Test
  void connect_moduleStaysUnwell_powerIsCycledOnceAndThenItIsAFault() {
    LinkAddress.Serial place = new LinkAddress.Serial(port("ttyIDR"), 115_200);
    AtomicInteger cycles = new AtomicInteger();
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", place.path())) {
      emulator.order("fault self-test");
      PowerSwitch relay = (device, limit) -> cycles.incrementAndGet() > 0;
      try (SdtIdCardReader reader =
          new SdtIdCardReader(settings(place), KnownDevices.ANY, relay, Instant::now)) {
        awaitState(reader, DeviceState.HARDWARE_ERROR);
        assertThrows(DeviceException.class, () -> reader.inspect(SOON));
        assertEquals(1, cycles.get());
        emulator.order("clear");
        awaitState(reader, DeviceState.ONLINE);
      }
    }
  }

  @Test
  void connect_powerHelps_isInServiceAtOnce() throws Exception {
    LinkAddress.Serial place = new LinkAddress.Serial(port("ttyIDR"), 115_200);
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", place.path())) {
      emulator.order("fault self-test");
      PowerSwitch relay =
          (device, limit) -> {
            emulator.order("clear");
            return true;
          };
      try (SdtIdCardReader reader =
          new SdtIdCardReader(settings(place), KnownDevices.ANY, relay, Instant::now)) {
        assertReads(emulator, reader);
        assertEquals(List.of(), List.copyOf(reader.status().faults()));
      }
    }
  }
}
