package egov.kiosk.checks.lockdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A screen without a window manager (Xvfb) and hands (xdotool), and the installed Chromium with a
 * policy file that only it sees: bound in a mount namespace of its own.
 */
final class Machine implements AutoCloseable {
  /** Where things are in the tree. */
  static final class Place {
    static final Path ROOT = Path.of(System.getProperty("kiosk.root")).toAbsolutePath().normalize();
    static final Path POLICY =
        ROOT.resolve(
            "packaging/packager/src/main/debian/root/etc/chromium/policies/managed/kiosk.json");

    /** What a package puts on a machine. */
    static final Path PACKAGED = ROOT.resolve("packaging/packager/src/main/debian/root");

    private Place() {}
  }

  private static final String BROWSER = "/usr/lib/chromium/chromium";

  private final Path work;
  private final Process screen;
  private final String display;
  private Process browser;

  Machine(Path work) throws IOException {
    this.work = work;
    screen =
        new ProcessBuilder(
                // Without -noreset the screen starts anew when its last window goes, and turns the
                // next browser away meanwhile.
                "Xvfb",
                "-displayfd",
                "1",
                "-noreset",
                "-screen",
                "0",
                "1080x1920x24",
                "-nolisten",
                "tcp")
            .redirectError(work.resolve("xvfb.log").toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.UTF_8));
    display = ":" + out.readLine();
  }

  /** A script that starts Chromium under policies; gives itself for a program to others. */
  static Path wrapper(Path work, Path... policies) throws IOException {
    Path script = work.resolve("browser");
    String files = Stream.of(policies).map(Path::toString).collect(Collectors.joining(" "));
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec unshare --mount sh -c '
          mount --make-rprivate / && mount -t tmpfs tmpfs /etc/chromium &&
          mkdir -p /etc/chromium/policies/managed &&
          cp %s /etc/chromium/policies/managed && exec %s "$@"' browser "$@"
        """
            .formatted(files, BROWSER));
    script.toFile().setExecutable(true);
    return script;
  }

  /**
   * Starts the browser as the session does, except for the sandbox, which needs another user.
   *
   * @param policy the policy file, or null for none
   */
  void browse(Path policy, String address, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(policy == null ? BROWSER : wrapper(work, policy).toString());
    command.addAll(
        List.of(
            "--kiosk",
            "--no-first-run",
            "--noerrdialogs",
            "--disable-pinch",
            "--overscroll-history-navigation=0",
            "--disable-component-update",
            "--hide-crash-restore-bubble",
            "--disable-dev-shm-usage",
            "--password-store=basic",
            "--no-sandbox",
            "--disable-gpu",
            "--window-position=0,0",
            "--window-size=1080,1920",
            "--user-data-dir=" + Files.createTempDirectory(work, "profile")));
    command.addAll(List.of(more));
    command.add(address);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", display);
    builder.environment().put("HOME", home().toString());
    browser =
        builder
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("browser.log").toFile())
            .start();
  }

  /**
   * Starts a program of a package that shows a browser by itself, as root, with a policy and a
   * {@code /run} of its own; what runs before it is told by {@code first}.
   */
  void session(Path policy, String first, Path program, int port) throws IOException {
    Path real = Files.createDirectories(work.resolve("real"));
    Path inner = work.resolve("chromium");
    Files.writeString(
        inner,
        """
        #!/bin/sh
        exec %s/chromium --no-sandbox --disable-gpu --window-position=0,0 --window-size=1080,1920 "$@"
        """
            .formatted(real));
    inner.toFile().setExecutable(true);
    String script =
        """
        set -e
        mount --make-rprivate /
        mount -t tmpfs tmpfs /run
        mount -t tmpfs tmpfs /etc/chromium
        mkdir -p /etc/chromium/policies/managed /run/kiosk-ui
        cp %s /etc/chromium/policies/managed
        mount --bind %s %s
        mount --bind %s %s
        %s
        exec %s"""
            .formatted(policy, Path.of(BROWSER).getParent(), real, inner, BROWSER, first, program);
    ProcessBuilder builder = new ProcessBuilder("unshare", "--mount", "sh", "-c", script);
    builder.environment().put("DISPLAY", display);
    builder.environment().put("HOME", home().toString());
    builder.environment().put("KIOSK_PORT", Integer.toString(port));
    builder.environment().put("RUNTIME_DIRECTORY", "/run/kiosk-ui");
    browser =
        builder
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("session.log").toFile())
            .start();
  }

  Path home() throws IOException {
    return Files.createDirectories(work.resolve("home"));
  }

  /** Presses keys, such as {@code ctrl+t}. */
  void press(String keys) throws IOException, InterruptedException {
    hands("key", "--clearmodifiers", keys);
  }

  /** Touches the middle of the screen. */
  void touch(int button) throws IOException, InterruptedException {
    hands("mousemove", "540", "1500", "click", Integer.toString(button));
  }

  /** The windows that can be seen, menus and dialogs among them, with their names. */
  Set<String> windows() throws IOException, InterruptedException {
    Set<String> seen = new TreeSet<>();
    for (String id : hands("search", "--onlyvisible", "--name", ".*").split("\n")) {
      if (!id.isBlank()) {
        seen.add(id + " " + hands("getwindowname", id).strip());
      }
    }
    return seen;
  }

  /** Gives the browser's window the keyboard: there is no window manager to do so. */
  void focus() throws IOException, InterruptedException {
    String id = hands("search", "--onlyvisible", "--class", "chromium").strip().split("\n")[0];
    hands("windowfocus", id);
  }

  private String hands(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(20, TimeUnit.SECONDS);
    return out;
  }

  /** Kills the processes that draw pages, as a crash would; the browser itself goes on. */
  void crashPage() {
    browser
        .descendants()
        .filter(process -> commandLine(process).contains("--type=renderer"))
        .filter(process -> !commandLine(process).contains("--top-chrome-webui"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  /** Ends the browser and everything it started. */
  void leave() throws InterruptedException {
    if (browser != null) {
      List<ProcessHandle> all = new ArrayList<>(browser.descendants().toList());
      all.add(browser.toHandle());
      all.forEach(ProcessHandle::destroyForcibly);
      browser.waitFor(20, TimeUnit.SECONDS);
      browser = null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    leave();
    screen.destroy();
    if (!screen.waitFor(20, TimeUnit.SECONDS)) {
      screen.destroyForcibly();
    }
  }
}
