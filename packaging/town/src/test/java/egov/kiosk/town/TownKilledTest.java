package egov.kiosk.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a town leaves behind when it is killed, as with {@code kill -9}: nothing. */
class TownKilledTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path work;

  private static Process own(Path folder) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Owner.class.getName(),
            folder.toString())
        .redirectError(folder.resolve("owner.log").toFile())
        .start();
  }

  private static boolean is(ProcessHandle process, String program) {
    return process.info().command().orElse("").endsWith("/" + program);
  }

  @Test
  void kioskReaderServiceAndOfficePrinter_endWithATownThatWasKilled() throws Exception {
    Process town = own(work);
    List<ProcessHandle> left = new ArrayList<>();
    try {
      assertEquals("ready", town.inputReader(StandardCharsets.UTF_8).readLine());
      town.descendants().forEach(left::add);
      for (String program :
          List.of("sleep", "pcscd", "dbus-daemon", "avahi-daemon", "ippeveprinter")) {
        assertTrue(left.stream().anyMatch(process -> is(process, program)), program);
      }
      assertTrue(left.stream().allMatch(ProcessHandle::isAlive));
      town.destroyForcibly().waitFor();
      Awaitility.await().atMost(SOON).until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      town.destroyForcibly();
      left.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void program_thatTakesNoInput_endsWithItsInput_andOnlyThen() throws Exception {
    Process sleeps = new ProcessBuilder(Tether.to(List.of("sleep", "600"))).start();
    try {
      Awaitility.await().atMost(SOON).until(() -> is(sleeps.toHandle(), "sleep"));
      sleeps.getOutputStream().write("some words\n".getBytes(StandardCharsets.UTF_8));
      sleeps.getOutputStream().flush();
      assertFalse(sleeps.waitFor(1, TimeUnit.SECONDS));
      sleeps.getOutputStream().close();
      assertTrue(sleeps.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
    } finally {
      sleeps.destroyForcibly();
    }
  }

  /** A town of a kiosk that only sleeps and two devices, in a process of its own. */
  static final class Owner {
    private Owner() {}

    /** Starts them below a directory, says so, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Path tree = folder.resolve("tree");
      Path command = Files.createDirectories(tree.resolve("bin")).resolve("kiosk");
      Files.writeString(command, "#!/bin/sh\nexec sleep 600\n");
      Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
      KioskRuntime.start(
          tree,
          Files.createDirectories(folder.resolve("data/run")).getParent(),
          folder.resolve("kiosk.properties"),
          folder.resolve("kiosk.log"),
          Map.of());
      VirtualReader.start(folder.resolve("pcsc"));
      OfficePrinter.start(folder.resolve("printer"), started -> {});
      System.out.println("ready");
      TimeUnit.MINUTES.sleep(10);
    }
  }
}
