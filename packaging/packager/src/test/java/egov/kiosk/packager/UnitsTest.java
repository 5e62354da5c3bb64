package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that units, scripts and configuration must agree on. */
class UnitsTest {
  private static final Path ROOT = Path.of("src/main/debian/root");
  private static final Path UNITS = ROOT.resolve("lib/systemd/system");
  private static final Path SETTINGS =
      Path.of("../distribution/src/main/kiosk/conf/kiosk.properties");
  private static final String REBOOT = "watch.rebootRequest = ";

  @TempDir Path home;

  private static List<String> values(String unit, String key) throws Exception {
    return Files.readAllLines(UNITS.resolve(unit)).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  private static String watched() throws Exception {
    return values("kiosk-reboot.path", "PathExists").get(0);
  }

  /** A tree that is only tried must never start the machine it is tried on. */
  @Test
  void tree_asksNobodyToStartTheMachineAgain_andItsExampleNamesWhatIsWatched() throws Exception {
    List<String> lines = Files.readAllLines(SETTINGS);
    assertEquals(List.of(), lines.stream().filter(line -> line.startsWith(REBOOT)).toList());
    assertTrue(lines.contains("# " + REBOOT + watched()), "the example names another file");
  }

  @Test
  void packagedConfiguration_asksForWhatTheUnitWatches_andTheCountTakesItAway() throws Exception {
    Path file = Files.copy(SETTINGS, home.resolve("kiosk.properties"));
    assertEquals("", packaged(file));
    assertTrue(Files.readAllLines(file).contains(REBOOT + watched()));
    assertTrue(Files.readAllLines(file).contains("integrity.home = ${home}"));
    assertTrue(
        Files.readString(ROOT.resolve("opt/kiosk/boot/kiosk-rescue"))
            .contains("rm -f " + watched() + "\n"));
    String directory = watched().substring(0, watched().lastIndexOf('/'));
    assertEquals(directory, "/run/" + values("kiosk-runtime.service", "RuntimeDirectory").get(0));
  }

  @Test
  void configurationWithoutTheLine_makesNoPackage() throws Exception {
    Path file = home.resolve("kiosk.properties");
    Files.writeString(file, Files.readString(SETTINGS).replace(REBOOT, "watch.other = "));
    assertTrue(packaged(file).contains("watch.rebootRequest"));
  }

  /** What packaging does with the configuration; what it complained of. */
  private String packaged(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                "bash",
                "-euc",
                "kiosk_root=$(cd ../.. && pwd); fail() { echo \"$*\"; exit 0; }; ."
                    + " ../lib/package.sh; packaged_settings \"$0\"",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void runtimeThatIsStartedNoMore_hasSomebodyToCareForIt() throws Exception {
    assertEquals(List.of("kiosk-failed.service"), values("kiosk-runtime.service", "OnFailure"));
    assertEquals(
        List.of("kiosk-again.timer kiosk-screen.service"),
        values("kiosk-reboot.service", "OnFailure"));
    assertEquals(List.of("kiosk-runtime.service"), values("kiosk-again.timer", "Unit"));
    assertEquals(List.of("kiosk-runtime.service"), values("kiosk-again.timer", "PartOf"));
  }

  /** A place that is set anew reaches the page without a new session. */
  @Test
  void pageShownWithoutTheProgram_isMadeAnewWhenWhatItReadsChanges() throws Exception {
    String script = Files.readString(ROOT.resolve("opt/kiosk/boot/kiosk-page"));
    List<String> watched = values("kiosk-page.path", "PathChanged");
    assertEquals(2, watched.size());
    for (String file : watched) {
      assertTrue(script.contains("=" + file) || script.contains(":-" + file), file);
    }
    assertEquals(
        values("kiosk-screen.service", "ExecStartPre"),
        values("kiosk-page.service", "ExecStart").stream().map(line -> "+" + line).toList());
  }

  /** systemd does not complain of a program that is not there before it wants to start it. */
  @Test
  void whatUnitsNameOfOurs_isThereAndCanBeStarted() throws Exception {
    int looked = 0;
    try (Stream<Path> units = Files.list(UNITS)) {
      for (Path unit : units.toList()) {
        for (String line : Files.readAllLines(unit)) {
          if (line.matches("Exec.*=[+-]*/opt/kiosk/boot/.*")) {
            String program = line.replaceFirst(".*=[+-]*(/\\S+).*", "$1");
            assertTrue(Files.isExecutable(ROOT.resolve(program.substring(1))), line);
            looked++;
          }
          if (line.matches("(OnFailure|Unit|PartOf)=.*")) {
            for (String name : line.replaceFirst(".*=", "").split(" ")) {
              assertTrue(Files.exists(UNITS.resolve(name)), unit + ": " + line);
            }
          }
        }
      }
    }
    assertNotEquals(0, looked);
  }
}
