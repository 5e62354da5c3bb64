package egov.kiosk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupSettingsTest {
  @TempDir private Path directory;

  private ConfigurationFile file() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("kiosk.properties"), "flow.site = old\ncrypto.kioskId = fz-1\n");
    return ConfigurationFile.read(file, Map.of());
  }

  @Test
  void setAtTheMachine_winsOverTheFile_andOnlyTheFewKeysCount() throws Exception {
    Path kept =
        Files.writeString(
            directory.resolve("settings"),
            "flow.site = 东街站\nid-card-reader.port = /dev/serial/by-id/x\ncrypto.kioskId = other\n"
                + "printer.address = tcp://evil:1\ncamera.device = /dev/video0\u0007\nno setting\n");
    List<String> lines =
        SetupSettings.over(file(), kept).lines().stream()
            .map(line -> line.key() + "=" + line.value())
            .toList();
    assertEquals(
        List.of("flow.site=东街站", "crypto.kioskId=fz-1", "id-card-reader.port=/dev/serial/by-id/x"),
        lines);
  }

  @Test
  void nothingSet_leavesTheFileAsItIs() throws Exception {
    ConfigurationFile file = file();
    assertSame(file, SetupSettings.over(file, directory.resolve("none")));
  }
}
