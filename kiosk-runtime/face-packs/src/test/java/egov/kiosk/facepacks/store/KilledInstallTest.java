package egov.kiosk.facepacks.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that installs and switches without end; the store is whole whenever it dies. */
@Timeout(180)
class KilledInstallTest {
  private static final int KILLS = 6;

  @TempDir Path temp;

  @Test
  void killedAtAnyMoment_oldOrNewIsWhole() throws Exception {
    Path folder = temp.resolve("store");
    for (int kill = 0; kill < KILLS; kill++) {
      letRun(folder, kill, 3 + 2L * kill);
      PackStore store = PackStore.open(folder, SmallPack.TRUSTING);
      for (String name : store.names()) {
        assertEquals(name, store.read(name).id(), "every pack is whole");
      }
      String current = store.inService().orElseThrow().current();
      assertTrue(store.names().contains(current), "what serves is there");
    }
    PackStore store = PackStore.open(folder, SmallPack.TRUSTING);
    store.install(new SmallPack("last").folder(temp.resolve("last")));
    assertEquals(
        List.of(),
        Files.list(folder)
            .map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith("incoming"))
            .toList());
  }

  /** Kills it a few thousandths of a second after the given number of installations. */
  private void letRun(Path folder, int run, long millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessInstall.class.getName(),
                folder.toString(),
                temp.resolve("pack-" + run).toString(),
                String.valueOf(run))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < 3; i++) {
        assertEquals("installed", lines.readLine());
      }
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
