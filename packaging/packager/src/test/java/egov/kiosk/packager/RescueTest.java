package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about a program that cannot help itself. */
class RescueTest {
  private static final String RESCUE = "root/opt/kiosk/boot/kiosk-rescue";
  private static final String SLOT = "root/opt/kiosk/boot/kiosk-slot";
  private static final long NOW = 1_795_000_000L;
  private static final long HOUR = 3600;

  @TempDir Path home;
  private Script script;
  private Path book;
  private Path order;

  @BeforeEach
  void machine() throws Exception {
    script = new Script(home);
    book = Files.createDirectories(home.resolve("var/lib/kiosk-boot")).resolve("reboots");
    order = home.resolve("order");
    clock(NOW);
  }

  private void clock(long seconds) throws Exception {
    script.command("date", "echo " + seconds);
  }

  private Script.End rescue(String word) throws Exception {
    return script.run(RESCUE, Map.of("RUNTIME_DIRECTORY", home.toString()), word);
  }

  /** systemd, as it answers questions about the runtime, and says what it is ordered. */
  private void systemd(String state, int status) throws Exception {
    script.command(
        "systemctl",
        "case \"$*\" in *SubState*) echo %s ;; *ExecMainStatus*) echo %d ;; *) echo \"systemctl $*\" ;; esac"
            .formatted(state, status));
  }

  /** A boot helper that says where the slots stand, and how it was called. */
  private void slots(String state, int code) throws Exception {
    script.executable(
        home.resolve("opt/kiosk/boot/kiosk-slot"),
        "[ \"$1\" = state ] && printf 'good: a, version 2\\n"
            + state
            + "' || echo \"slot $*\"\nexit "
            + code);
  }

  @Test
  void machine_isStartedAgainThreeTimesInADay_andTheRequestIsTakenAway() throws Exception {
    Path request = Files.createDirectories(home.resolve("run/kiosk")).resolve("reboot-wanted");
    for (int start = 1; start <= 3; start++) {
      Files.writeString(request, "why\n");
      clock(NOW + start * HOUR);
      Script.End end = rescue("count");
      assertEquals(0, end.code(), end.said());
      assertTrue(end.said().contains(start + " of 3"), end.said());
      assertFalse(Files.exists(request));
      assertEquals(start, Files.readAllLines(book).size(), "on the disk before it is done");
    }
    Files.writeString(request, "why\n");
    clock(NOW + 24 * HOUR);
    Script.End fourth = rescue("count");
    assertEquals(1, fourth.code(), fourth.said());
    assertTrue(fourth.said().contains("left as it is"), fourth.said());
    assertEquals(1, fourth.said().lines().count(), fourth.said());
    assertFalse(Files.exists(request), "or it would be asked again and again");
    clock(NOW + 25 * HOUR + 1);
    assertEquals(0, rescue("count").code(), "the first is more than a day old");
    assertEquals(1, rescue("count").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"half a li\n\nx\n", "9999999999\n8888888888\n7777777777"})
  void bookThatCannotBeBelieved_countsAsFull_forADay(String text) throws Exception {
    Files.writeString(book, text);
    assertEquals(1, rescue("count").code());
    clock(NOW + 23 * HOUR);
    assertEquals(1, rescue("count").code());
    clock(NOW + 24 * HOUR);
    assertEquals(0, rescue("count").code());
  }

  @Test
  void clockSetBack_givesNoNewStarts() throws Exception {
    for (int i = 0; i < 3; i++) {
      clock(NOW - HOUR * 24 * 400 * i);
      assertEquals(0, rescue("count").code());
    }
    clock(0);
    assertEquals(1, rescue("count").code());
  }

  @ParameterizedTest
  @CsvSource({"78, configuration", "1, failed", "0, failed"})
  void newVersionThatIsStartedNoMore_isGivenUp_andTheOneBeforeStarted(int status, String why)
      throws Exception {
    systemd("failed", status);
    slots("on trial: b, version 3, tries left 2\\n", 0);
    Script.End end = rescue("failed");
    assertEquals(0, end.code(), end.said());
    assertTrue(end.said().contains("slot rollback " + why + "\n"), end.said());
    assertEquals("start\n", Files.readString(order));
    String ordered = rescue("obey").said();
    assertTrue(ordered.contains("reset-failed kiosk-runtime.service"), ordered);
    assertTrue(ordered.contains("--no-block restart kiosk-runtime.service"), ordered);
  }

  @Test
  void wrongConfiguration_startsNothing_itIsAPersons() throws Exception {
    systemd("failed", 78);
    slots("", 0);
    Script.End end = rescue("failed");
    assertEquals(0, end.code());
    assertTrue(end.said().contains("wrong configuration"), end.said());
    assertFalse(Files.exists(order));
    assertEquals("", rescue("obey").said());
  }

  @Test
  void batteryNearlyEmpty_saysNothingAgainstATrial_andStartsNoMachine() throws Exception {
    systemd("failed", 76);
    slots("on trial: b, version 3, tries left 2\\n", 0);
    assertEquals("", rescue("failed").said());
    assertFalse(Files.exists(order));
  }

  /** Also where not even the helper runs. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void programThatDoesNotStayUp_machineIsToBeStartedAgain_andCounted(int helper) throws Exception {
    systemd("failed", 1);
    slots("", helper);
    Script.End end = rescue("failed");
    assertEquals(1, end.said().lines().count(), "one line a problem: " + end.said());
    assertTrue(
        rescue("obey").said().contains("systemctl --no-block start kiosk-reboot.service"),
        "by the unit that counts");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, ''", "3, start"})
  void trialThatNeverEnded_otherProgramIsStarted(int code, String ordered) throws Exception {
    slots("", code);
    assertEquals(0, rescue("overdue").code());
    assertEquals(ordered, Files.exists(order) ? Files.readString(order).strip() : "");
  }

  @ParameterizedTest
  @CsvSource({"start, true", "running, false", "start-pre, false", "dead, false"})
  void trialClock_endsOnlyWhatHasNotSaidThatItServes(String state, boolean killed)
      throws Exception {
    systemd(state, 0);
    assertEquals(0, rescue("hung").code());
    assertEquals(
        killed, rescue("obey").said().contains("systemctl kill -s KILL kiosk-runtime.service"));
  }

  @ParameterizedTest
  @CsvSource({"76, true", "75, false", "1, false", "TERM, false"})
  void batteryNearlyEmpty_isTriedAgainLater(String status, boolean later) throws Exception {
    Files.createDirectories(home.resolve("run/systemd/system"));
    systemd("dead", 0);
    Map<String, String> end = Map.of("SERVICE_RESULT", "success", "EXIT_STATUS", status);
    String said = script.run(SLOT, end, "ended").said();
    assertEquals(later, said.contains("systemctl --no-block restart kiosk-again.timer"), said);
  }

  @ParameterizedTest
  @CsvSource({"install /mnt", "rollback"})
  void update_thatChangesTheProgram_isTheBootHelpersAndTakesRoot(String words) throws Exception {
    String[] line = ("update " + words).split(" ");
    slots("", 0);
    script.executable(home.resolve("opt/kiosk/current/bin/kiosk"), "echo \"program $*\"");
    script.command("id", "echo 0");
    assertEquals("slot " + words + "\n", script.run("root/usr/bin/kiosk", Map.of(), line).said());
    script.command("id", "echo 1000");
    Script.End end = script.run("root/usr/bin/kiosk", Map.of(), line);
    assertEquals(1, end.code());
    assertTrue(end.said().contains("sudo kiosk update " + words), end.said());
    assertEquals(
        "program update state\n",
        script.run("root/usr/bin/kiosk", Map.of(), "update", "state").said());
  }
}
