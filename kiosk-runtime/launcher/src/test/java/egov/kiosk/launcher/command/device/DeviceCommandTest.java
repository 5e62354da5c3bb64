package egov.kiosk.launcher.command.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.launcher.LabKiosk;
import egov.kiosk.launcher.LabKiosk.Province;
import egov.kiosk.launcher.LabKiosk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kiosk device}, beside a running kiosk; what needs drivers is tested with the tree. */
class DeviceCommandTest {
  private static final DeviceIdentity OLD =
      new DeviceIdentity(DeviceIdentity.Kind.SAM_ID, "05.01-20240101-0001234567-0987654321");
  private static final DeviceIdentity NEW =
      new DeviceIdentity(DeviceIdentity.Kind.SAM_ID, "05.01-20250101-0000000001-0000000002");

  @TempDir Path directory;
  private LabKiosk kiosk;

  /** A reader was exchanged. */
  private static final class Exchanged implements KnownDevices {
    private KnownDevice reader =
        new KnownDevice("id-card-reader", OLD, Instant.EPOCH, Optional.of(NEW));

    @Override
    public boolean admits(String device, DeviceIdentity identity) {
      return false;
    }

    @Override
    public synchronized List<KnownDevice> list() {
      return List.of(reader);
    }

    @Override
    public synchronized Optional<KnownDevice> accept(String device) throws IOException {
      if (device.equals("disk-full")) {
        throw new IOException("no space left");
      }
      if (!device.equals(reader.device()) || reader.stranger().isEmpty()) {
        return Optional.empty();
      }
      reader = new KnownDevice(device, NEW, Instant.EPOCH, Optional.empty());
      return Optional.of(reader);
    }
  }

  @BeforeEach
  void open() throws Exception {
    kiosk = new LabKiosk(directory, "zj-hz-000001", Province.create());
    kiosk.known = Optional.of(new Exchanged());
  }

  @AfterEach
  void close() throws IOException {
    kiosk.close();
  }

  @Test
  void stranger_isListedAcceptedAndNoStrangerAnyMore() {
    Said listed = kiosk.run("device", "list");
    assertEquals(0, listed.code(), listed.err());
    assertTrue(listed.out().contains("STRANGER") && listed.out().contains("20250101"));
    Said accepted = kiosk.run("device", "accept", "id-card-reader");
    assertEquals(0, accepted.code(), accepted.err());
    assertTrue(!accepted.out().contains("STRANGER") && accepted.out().contains("20250101"));
    Said again = kiosk.run("device", "accept", "id-card-reader");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("no other device answers under this name"), again.err());
    assertTrue(kiosk.run("device", "accept", "disk-full").err().contains("written to the disk"));
  }

  /** Records for two looks of the command. */
  private static final class Recorder implements LineRecorder {
    private int looks;

    @Override
    public Outcome begin(String device, Duration time) {
      return device.equals("camera") ? Outcome.NO_LINE : Outcome.BEGUN;
    }

    @Override
    public boolean running() {
      return looks++ < 2;
    }

    @Override
    public void end() {
      throw new AssertionError("nobody gave up");
    }

    @Override
    public Optional<String> take() {
      return Optional.of("kiosk-capture 1\ndevice printer\n0.000 open\n");
    }
  }

  @Test
  void record_whileTheKioskServes_waitsForTheEndAndWritesTheCapture() throws IOException {
    kiosk.recorder = Optional.of(new Recorder());
    Path file = directory.resolve("capture.txt");
    Said said = kiosk.run("device", "record", "printer", "--to", file.toString());
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().contains("goes on serving"), said.out());
    assertTrue(Files.readString(file).startsWith("kiosk-capture 1\ndevice printer"));
    Said camera = kiosk.run("device", "record", "camera", "--to", file + "2");
    assertEquals(1, camera.code());
    assertTrue(camera.err().contains("cameras have pictures"), camera.err());
    Said longer = kiosk.run("device", "record", "printer", "--to", file + "3", "--seconds", "601");
    assertEquals(2, longer.code());
    assertTrue(longer.err().contains("at most 600"), longer.err());
  }

  @Test
  void commandsWithSenselessNames_areRefusedBeforeAnythingStarts() throws IOException {
    assertEquals(2, kiosk.run("device", "accept", "../etc").code());
    assertEquals(2, kiosk.run("device", "record", "A B", "--to", "x").code());
    Path there = Files.createFile(directory.resolve("there.txt"));
    assertEquals(2, kiosk.run("device", "record", "printer", "--to", there.toString()).code());
    assertEquals(
        2, kiosk.run("device", "record", "printer", "--to", there + "2", "--seconds", "0").code());
    Said none = kiosk.run("device", "replay", there.toString());
    assertEquals(2, none.code());
    assertTrue(none.err().contains("no capture"), none.err());
  }
}
