package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the package's scripts do with what a machine says. */
class ScriptsTest {
  private static final String SLOT = "root/opt/kiosk/boot/kiosk-slot";
  private static final String PAGE = "root/opt/kiosk/boot/kiosk-page";
  private static final String PROFILE = "root/opt/kiosk/boot/kiosk-profile";

  @TempDir Path home;
  private Script script;

  @BeforeEach
  void machine() throws Exception {
    script = new Script(home);
  }

  @ParameterizedTest
  @CsvSource({
    "control, egov-kiosk-kura, installed, true",
    "control, egov-kiosk-kura, half-configured, true",
    "control, egov-kiosk-kura, config-files, false",
    "control, egov-kiosk-kura, not-installed, false",
    "control, nothing, installed, false",
    "kura, egov-kiosk, installed, true",
    "kura, egov-kiosk, unpacked, true",
    "kura, egov-kiosk, config-files, false",
    "kura, nothing, installed, false"
  })
  void purge_leavesTheDataThatTheOtherPackageWorksWith(
      String which, String other, String status, boolean stays) throws Exception {
    Path queue = home.resolve("var/lib/kiosk/outbox/outbox.db");
    Files.createDirectories(queue.getParent());
    Files.writeString(queue, "applications");
    String known = "case \"$*\" in *' %s') printf %s ;; *) exit 1 ;; esac";
    script.command("dpkg-query", known.formatted(other, status));
    assertEquals(0, script.run(which + "/postrm", Map.of(), "remove").code());
    assertTrue(Files.exists(queue), "removing never touches data");
    Script.End end = script.run(which + "/postrm", Map.of(), "purge");
    assertEquals(0, end.code(), end.said());
    assertEquals(stays, Files.exists(queue));
    assertEquals(stays, end.said().contains("/kiosk stays: " + other), end.said());
  }

  @ParameterizedTest
  @CsvSource({
    "success, 75, true",
    "success, 0, true",
    "success, TERM, true",
    "timeout, KILL, true",
    "timeout, TERM, false",
    "signal, KILL, false",
    "watchdog, ABRT, false",
    "exit-code, 1, false",
    "exit-code, 75, false"
  })
  void endInOrder_isToldToTheHelperBeforeTheNextStart_onceOnly(
      String result, String status, boolean asked) throws Exception {
    slots("factory, version 0", 0);
    Map<String, String> environment = Map.of("SERVICE_RESULT", result, "EXIT_STATUS", status);
    assertEquals(0, script.run(SLOT, environment, "ended").code());
    Script.End end = script.run(SLOT, Map.of(), "prestart");
    assertEquals(asked, end.said().contains("KioskSlot prestart asked"), end.said());
    Script.End next = script.run(SLOT, Map.of(), "prestart");
    assertFalse(next.said().contains("asked"), next.said());
  }

  @Test
  void trialClock_isWoundUpForATrial_stoppedForOthers_andTheHelpersCodeIsKept() throws Exception {
    Files.createDirectories(home.resolve("run/systemd/system"));
    script.command("systemctl", "echo \"systemctl $*\"");
    slots("b, version 3, on trial, tries left 2", 0);
    Script.End end = script.run(SLOT, Map.of(), "prestart");
    assertTrue(end.said().contains("systemctl --no-block restart kiosk-trial.timer"), end.said());
    slots("a, version 2", 1);
    end = script.run(SLOT, Map.of(), "prestart");
    assertTrue(end.said().contains("systemctl --no-block stop kiosk-trial.timer"), end.said());
    assertTrue(end.said().contains("systemctl --no-block stop kiosk-again.timer"), end.said());
    assertEquals(1, end.code());
  }

  @Test
  void policyThatCannotBeGiven_isAnError_andLeavesTheProfileAsItIs() throws Exception {
    Path profile = home.resolve("etc/kiosk/profile");
    Files.createDirectories(profile.getParent());
    Files.writeString(profile, "worker\n");
    // No directory of policies: the link cannot be made.
    assertNotEquals(0, script.run(PROFILE, Map.of(), "--policy").code());
    assertEquals("worker\n", Files.readString(profile));
    Path policies = Files.createDirectories(home.resolve("etc/chromium/policies/managed"));
    assertEquals(0, script.run(PROFILE, Map.of(), "--policy").code());
    assertTrue(Files.isSymbolicLink(policies.resolve("kiosk-profile.json")));
    assertEquals("worker\n", Files.readString(profile));
  }

  @ParameterizedTest
  @CsvSource({
    "glibc 2.28, false",
    "glibc 2.31, false",
    "glibc 2.35, false",
    "glibc 2.36, true",
    "glibc 2.41, true",
    "glibc 2.100, true",
    "something, false",
    "'', false"
  })
  void java_runsWithTheNewerCLibrary(String system, boolean own) throws Exception {
    Script java = new Script(home.resolve("jre/bin"));
    java.command("getconf", "echo '" + system + "'");
    java.executable(home.resolve("jre/lib/java"), "echo own \"$@\"");
    java.executable(home.resolve("jre/lib/debian/ld.so"), "shift 2; echo carried \"$@\"");
    Files.writeString(home.resolve("jre/lib/debian/version"), "36\n");
    Script.End end = java.run("java", Map.of(), "-version", "two words");
    assertEquals(0, end.code(), end.said());
    assertTrue(end.said().startsWith(own ? "own -D" : "carried /"), end.said());
    assertTrue(end.said().endsWith(" -version two words\n"), end.said());
    assertEquals(!own, end.said().contains("-Djna.library.path=" + home.toRealPath()), end.said());
  }

  /** Wherever it was said: in the file, at the machine, or nowhere. */
  @Test
  void pageWithoutTheRuntime_saysWhereElse_asTheMachineWasToldLast() throws Exception {
    Files.copy(
        Path.of("src/main/debian/root/opt/kiosk/boot/out-of-service.html"),
        home.resolve("out-of-service.html"));
    assertTrue(page().contains("旁边的机器或窗口"));
    Path config = home.resolve("etc/kiosk/kiosk.properties");
    Files.createDirectories(config.getParent());
    Files.writeString(config, "flow.elsewhere = 一楼大厅 <b>\ncrypto.kioskId = lab-1\n");
    assertTrue(page().contains("一楼大厅 &lt;b>"));
    Path told = home.resolve("var/lib/kiosk/upkeep/settings");
    Files.createDirectories(told.getParent());
    Files.writeString(told, "flow.elsewhere = 二楼3号窗口\n");
    String page = page();
    assertTrue(page.contains("二楼3号窗口") && !page.contains("一楼"), page);
    assertTrue(page.contains("lab-1"), page);
    Files.move(told, home.resolve("secret"));
    Files.createSymbolicLink(told, home.resolve("secret"));
    assertTrue(page().contains("一楼大厅"), "another's file is not shown");
  }

  private String page() throws Exception {
    Path page = home.resolve("page/index.html");
    String config = home.resolve("etc/kiosk/kiosk.properties").toString();
    Script.End end = script.run(PAGE, Map.of("KIOSK_CONFIG", config), page.toString());
    assertEquals(0, end.code(), end.said());
    return Files.readString(page);
  }

  /** A helper that says how it was called, and what runs. */
  private void slots(String runs, int code) throws Exception {
    script.executable(
        home.resolve("opt/kiosk/factory/jre/bin/java"),
        "echo \"$*\" | sed 's/.*KioskSlot/KioskSlot/'\necho 'runs: " + runs + "'\nexit " + code);
  }
}
