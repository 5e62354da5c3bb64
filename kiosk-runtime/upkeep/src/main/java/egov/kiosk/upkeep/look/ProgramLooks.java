package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the programs the kiosk needs are there, and nothing looks over their shoulder. */
final class ProgramLooks {
  private static final String BROWSERS =
      "/usr/bin/chromium,/usr/bin/chromium-browser,/usr/bin/google-chrome-stable";
  private static final String FONTS =
      "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,"
          + "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf,"
          + "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf";
  private static final int JAVA = 17;

  /** Set by our own start script; elsewhere the libraries come out of the bundles. */
  private static final String HOME = "-Dkiosk.home=";

  /** Where each native library lies, by the option that says so, and what does not work without. */
  private static final Map<String, String> NATIVE =
      Map.of(
          "-Djava.library.path=", "OpenCV, for cameras and faces",
          "-DjSerialComm.library.path=", "jSerialComm, for serial lines",
          "-Djna.boot.library.path=", "JNA, for systemd and USB",
          "-Dorg.sqlite.lib.path=", "SQLite, for the queue");

  private final Machine machine;
  private final Looks.Program program;
  private String seen = "";
  private Verdict lastFonts = Verdict.ok("");

  ProgramLooks(Machine machine, Looks.Program program) {
    this.machine = machine;
    this.program = program;
  }

  List<Look> all() {
    return List.of(
        new Look("browser", timeout -> browser()),
        new Look("fonts", timeout -> fonts()),
        new Look("java", timeout -> java()),
        new Look("native-parts", timeout -> nativeParts()),
        new Look("debugging", timeout -> debugging()),
        new Look("runtime-user", timeout -> user()));
  }

  private Verdict browser() {
    Optional<Path> browser =
        named("upkeep.browsers", BROWSERS).stream().filter(Files::isExecutable).findFirst();
    if (browser.isPresent() && has("cage") && !has("Xwayland") && !has("xinit")) {
      return Verdict.forbidden(
          machine.settings().production(),
          "cage is installed without Xwayland and ends without it, so the screen stays black",
          "install xwayland");
    }
    return browser
        .map(path -> Verdict.ok(path.getFileName().toString()))
        .orElseGet(
            () ->
                Verdict.forbidden(
                    machine.settings().production(),
                    "no browser is installed, so no screen can be shown",
                    "install chromium, or name it in upkeep.browsers"));
  }

  private boolean has(String program) {
    return Files.isExecutable(machine.file("usr/bin/" + program));
  }

  /** Reading fonts takes a while, and the doctor may be asked every minute. */
  private synchronized Verdict fonts() throws IOException {
    StringBuilder now = new StringBuilder();
    for (Path font : named("upkeep.fonts", FONTS)) {
      now.append(font);
      if (Files.isReadable(font)) {
        now.append(Files.size(font)).append(Files.getLastModifiedTime(font));
      }
    }
    if (!now.toString().equals(seen)) {
      lastFonts = readFonts();
      seen = now.toString();
    }
    return lastFonts;
  }

  private Verdict readFonts() throws IOException {
    BitSet missing;
    try (InputStream list = ProgramLooks.class.getResourceAsStream("characters.txt")) {
      missing = FontTables.listed(list.readAllBytes());
    }
    int wanted = missing.cardinality();
    for (Path font : named("upkeep.fonts", FONTS)) {
      if (Files.isReadable(font)) {
        missing.andNot(FontTables.read(font));
      }
    }
    if (missing.isEmpty()) {
      return Verdict.ok("all " + wanted + " characters that can be typed can be shown");
    }
    String what =
        missing.cardinality() + " of " + wanted + " characters have no glyph; names show a box";
    return Verdict.forbidden(
        machine.settings().production() && missing.cardinality() > wanted / 10,
        what,
        "install fonts-noto-cjk and fonts-hanazono");
  }

  private Verdict java() {
    return program.java() == JAVA
        ? Verdict.ok("Java " + JAVA)
        : Verdict.warn(
            "runs on Java " + program.java() + ", which nobody tried",
            "use the Java that is shipped");
  }

  private Verdict nativeParts() throws IOException {
    if (program.arguments().stream().noneMatch(word -> word.startsWith(HOME))) {
      return Verdict.ok("native libraries come out of the bundles");
    }
    List<String> missing = new ArrayList<>();
    for (String word : program.arguments()) {
      String option = word.substring(0, word.indexOf('=') + 1);
      if (NATIVE.containsKey(option) && noLibrary(word.substring(option.length()))) {
        missing.add(NATIVE.get(option));
      }
    }
    return missing.isEmpty()
        ? Verdict.ok("every native library is there")
        : Verdict.fail(
            "no native library of " + String.join("; ", missing),
            "install the package for this machine's processor again");
  }

  private boolean noLibrary(String directory) throws IOException {
    return machine.list(directory.substring(directory.startsWith("/") ? 1 : 0)).stream()
        .noneMatch(file -> file.getFileName().toString().endsWith(".so"));
  }

  private Verdict debugging() {
    boolean open =
        program.arguments().stream()
            .anyMatch(
                word ->
                    word.contains("jdwp")
                        || word.startsWith("-Xrunjdwp")
                        || word.startsWith("-Dcom.sun.management.jmxremote"));
    return open
        ? Verdict.forbidden(
            machine.settings().production(),
            "a debugger can read the memory of this program, and personal data in it",
            "take jdwp and jmxremote out of conf/jvm.args")
        : Verdict.ok("no debugger can attach over the network");
  }

  private Verdict user() {
    return program.user().equals("root")
        ? Verdict.forbidden(
            machine.settings().production(),
            "the runtime runs as root",
            "run it as its own user, as the package's service does")
        : Verdict.ok("an ordinary user");
  }

  private List<Path> named(String key, String otherwise) {
    return Arrays.stream(machine.settings().text(key).orElse(otherwise).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> machine.file(name.substring(name.startsWith("/") ? 1 : 0)))
        .toList();
  }
}
