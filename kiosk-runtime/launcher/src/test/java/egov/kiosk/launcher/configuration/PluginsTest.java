package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.launcher.LabHome;
import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.launcher.assembly.Run;
import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command where a framework of others runs the kiosk: it asks, and starts nothing. */
class PluginsTest {
  @TempDir Path directory;
  private Installation installation;

  @BeforeEach
  void say() throws Exception {
    LabHome.create(directory);
    Path plugins = Files.createDirectories(directory.resolve("plugins"));
    try (Stream<Path> jars = Files.list(directory.resolve("bundles"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, plugins.resolve("egov.kiosk-" + jar.getFileName()));
      }
    }
    Path settings = Files.createDirectories(directory.resolve("conf")).resolve("kiosk.properties");
    Files.writeString(settings, "local-api.runDirectory = ${data}/run\n");
    Files.createFile(plugins.resolve("of.others_1.0.0.jar"));
    installation =
        Installation.of(
            Optional.of(directory), Optional.of(directory.resolve("data")), Optional.empty());
    System.setProperty("kiosk.plugins", plugins.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("kiosk.plugins");
  }

  @Test
  void bundles_areOursAmongThoseOfOthers() throws Exception {
    List<Path> bundles = installation.bundles();
    assertTrue(bundles.size() > 1, bundles.toString());
    assertTrue(
        bundles.stream().allMatch(file -> file.getFileName().toString().startsWith("egov.kiosk")),
        bundles.toString());
  }

  @Test
  void noKioskAnswers_nothingIsStarted_andItSaysWhatToDo() {
    IOException refused =
        assertThrows(IOException.class, () -> KioskSession.open(installation).close());
    assertTrue(refused.getMessage().contains("systemctl start kura"), refused.getMessage());
    refused = assertThrows(IOException.class, () -> DataLock.take(installation.data()).close());
    assertTrue(refused.getMessage().contains("starts nothing"), refused.getMessage());
    assertFalse(Files.exists(installation.data().resolve("kiosk.lock")));
    assertThrows(IOException.class, () -> Run.kiosk(installation));
  }
}
