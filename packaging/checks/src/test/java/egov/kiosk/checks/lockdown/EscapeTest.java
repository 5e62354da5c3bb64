package egov.kiosk.checks.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Group B of the attack tests: ways out of a real Chromium in kiosk mode, under the policy file as
 * it is shipped and the screens' own guard, on a screen without a window manager.
 */
@Tag("attack")
class EscapeTest {
  private static final List<String> CHORDS =
      List.of(
          "ctrl+t",
          "ctrl+n",
          "ctrl+shift+n",
          "ctrl+j",
          "ctrl+h",
          "ctrl+shift+Delete",
          "ctrl+l",
          "ctrl+o",
          "ctrl+s",
          "ctrl+p",
          "ctrl+u",
          "ctrl+shift+i",
          "F1",
          "F11",
          "F12",
          "shift+Escape",
          "alt+Home",
          "ctrl+f",
          "ctrl+w");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static HostilePage page;
  private static Machine machine;
  private static Path policy;
  private static int debugging;

  @BeforeAll
  static void open() throws Exception {
    page = new HostilePage();
    machine = new Machine(work);
    policy =
        Files.writeString(
            work.resolve("kiosk.json"),
            Files.readString(Machine.Place.POLICY).replace("8930", Integer.toString(page.port())));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      debugging = free.getLocalPort();
    }
    controlEscapes();
    machine.browse(policy, address(), "--remote-debugging-port=" + debugging);
    awaitLoaded(0);
    machine.focus();
  }

  @AfterAll
  static void close() throws Exception {
    machine.close();
    page.close();
  }

  private static String address() {
    return "http://127.0.0.1:" + page.port() + "/";
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  private static void awaitLoaded(int mark) {
    patiently().until(() -> page.since(mark).contains("loaded"));
  }

  /** The attack is real: without policy and guard a key opens a tab, and the page is hidden. */
  private static void controlEscapes() throws Exception {
    machine.browse(null, address() + "?open");
    awaitLoaded(0);
    machine.focus();
    int mark = page.mark();
    patiently()
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              machine.press("ctrl+t");
              return page.since(mark).stream().anyMatch(line -> line.startsWith("beat hidden"));
            });
    machine.leave();
  }

  /** The page still shows, was not loaded again, and nothing else is on the screen. */
  private static void assertNothingHappened(Set<String> before, int mark, String what)
      throws Exception {
    int now = page.mark();
    patiently().until(() -> page.since(now).size() >= 3);
    assertTrue(page.since(mark).stream().noneMatch(line -> line.startsWith("beat hidden")), what);
    assertFalse(page.since(mark).contains("loaded"), what + " loaded the page again");
    assertEquals(before, machine.windows(), what);
  }

  /** Has the page try something at a touch; gives what came of it. */
  private static String attempted(String what) throws Exception {
    page.attempt(what);
    int mark = page.mark();
    machine.touch(1);
    patiently()
        .until(() -> page.since(mark).stream().anyMatch(line -> line.startsWith(what + ": ")));
    return page.since(mark).stream()
        .filter(line -> line.startsWith(what + ": "))
        .findFirst()
        .orElseThrow()
        .substring(what.length() + 2);
  }

  @Test
  @DisplayName("B01 key chords")
  void b01_keys_doNothing() throws Exception {
    Set<String> before = machine.windows();
    int mark = page.mark();
    for (String chord : CHORDS) {
      machine.press(chord);
    }
    assertNothingHappened(before, mark, "keys");
  }

  @Test
  @DisplayName("B03 another address")
  void b03_otherAddresses_areNeverReached() throws Exception {
    int before = page.stolen();
    try (Machine another = new Machine(Files.createDirectories(work.resolve("b03")))) {
      for (String address :
          List.of(
              "chrome://settings",
              "file:///etc/hostname",
              "chrome://version",
              page.otherAddress())) {
        another.browse(policy, address);
        // The name of a window comes with its page.
        patiently()
            .untilAsserted(
                () -> assertTrue(another.windows().toString().contains("Chromium"), address));
        assertTrue(
            another.windows().stream()
                .noneMatch(name -> name.matches(".*(Settings|About|stolen).*")),
            address + " opened: " + another.windows());
        another.leave();
      }
    }
    assertEquals(before, page.stolen());
  }

  @Test
  @DisplayName("B04 window.open, download")
  void b04_windowsAndDownloads_areRefused() throws Exception {
    Set<String> before = machine.windows();
    int mark = page.mark();
    assertEquals("null", attempted("open"));
    attempted("download");
    assertNothingHappened(before, mark, "window.open and a download");
    assertEquals(0, page.stolen());
    try (Stream<Path> files = Files.walk(machine.home())) {
      assertTrue(files.noneMatch(file -> file.endsWith("page.js")), "nothing was downloaded");
    }
  }

  @Test
  @DisplayName("B05 remote debugging")
  void b05_debuggingPort_isClosed() {
    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getByName("127.0.0.1"), debugging));
  }

  @Test
  @DisplayName("B06 B07 file dialog, print dialog")
  void b06_dialogs_doNotOpen() throws Exception {
    Set<String> before = machine.windows();
    int mark = page.mark();
    attempted("file");
    attempted("print");
    assertNothingHappened(before, mark, "a dialog");
  }

  @Test
  @DisplayName("B08 context menu")
  void b08_contextMenu_doesNotOpen() throws Exception {
    Set<String> before = machine.windows();
    int mark = page.mark();
    machine.touch(3);
    machine.press("Menu");
    machine.press("shift+F10");
    assertNothingHappened(before, mark, "a context menu");
  }

  @Test
  @DisplayName("B14 back and history")
  void b14_backAndForward_leadNowhere() throws Exception {
    assertEquals("moved", attempted("history"));
    Set<String> before = machine.windows();
    int mark = page.mark();
    for (String key :
        List.of("alt+Left", "alt+Right", "XF86Back", "XF86Forward", "BackSpace", "ctrl+h")) {
      machine.press(key);
    }
    assertNothingHappened(before, mark, "back");
    assertFalse(page.since(mark).contains("went back"), "the page was led back");
  }

  @Test
  @DisplayName("B13 devices and clipboard")
  void b13_devices_areRefused() throws Exception {
    assertEquals("refused refused refused refused refused", attempted("devices"));
  }

  @Test
  @DisplayName("B09 a browser that was killed comes back")
  void b09_unit_beginsAnewWhenTheBrowserEnds() throws IOException {
    String unit =
        Files.readString(Machine.Place.PACKAGED.resolve("lib/systemd/system/kiosk-screen.service"));
    assertTrue(unit.contains("Restart=always"), unit);
    assertTrue(unit.contains("StartLimitIntervalSec=0"), unit);
  }
}
