package egov.kiosk.launcher.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "flow.site = 东街站\n"
                + "id-card-reader.port = /dev/serial/by-id/x\n"
                + "crypto.kioskId = fz-2\n"
                + "printer.address = tcp://evil:1\n"
                + "camera.device = /dev/video0\u0007\n"
                + "no setting\n");
    List<String> lines =
        SetupSettings.over(file(), kept).lines().stream()
            .map(line -> line.key() + "=" + line.value())
            .toList();
    assertEquals(
        List.of("flow.site=东街站", "crypto.kioskId=fz-2", "id-card-reader.port=/dev/serial/by-id/x"),
        lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crypto.kioskId = Not An Id",
        "crypto.kioskId = ../../etc",
        "uplink.brokerUri = tcp://broker.example:1883",
        "uplink.brokerUri = ssl://broker.example",
        "uplink.brokerUri = ssl://a..b:8883",
        "uplink.passwordFile = /etc/shadow",
        "documents.sealFile = /etc/shadow",
        "flow.elsewhere = <b>here</b>",
        "kiosk.profile = laboratory",
        "enrolment.authority = aa"
      })
  void lineThatTheWizardWouldNotKeep_isAsIfItWereNotThere(String line) throws Exception {
    Path kept = Files.writeString(directory.resolve("settings"), line + "\n");
    assertEquals(
        List.of("flow.site=old", "crypto.kioskId=fz-1"),
        SetupSettings.over(file(), kept).lines().stream()
            .map(one -> one.key() + "=" + one.value())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uplink.brokerUri = ssl://broker.example:8883",
        "uplink.brokerUri = ssl://[2001:db8::1]:8883",
        "uplink.brokerUri = tcp://127.0.0.1:1883",
        "flow.elsewhere = 往东300米，区图书馆一楼",
        "flow.elsewhere = ",
        "documents.sealFile = /var/lib/kiosk/upkeep/kiosk.esl"
      })
  void lineOfTheWizard_isInForce(String line) throws Exception {
    Path kept = Files.writeString(directory.resolve("settings"), line + "\n");
    ConfigurationFile.Line last =
        SetupSettings.over(file(), kept).lines().stream().reduce((one, next) -> next).orElseThrow();
    assertEquals(line, last.key() + " = " + last.value());
  }

  @Test
  void nothingSet_leavesTheFileAsItIs() throws Exception {
    ConfigurationFile file = file();
    assertSame(file, SetupSettings.over(file, directory.resolve("none")));
  }
}
