package egov.kiosk.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/** A script of the package, run in a directory that stands for the machine. */
final class Script {
  private static final Path DEBIAN = Path.of("src/main/debian");
  private static final String ROOTS = "(?<![A-Za-z0-9._}*/-])/(?=(opt|var|etc|run)/)";

  private final Path home;

  Script(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("run"));
  }

  /** Puts a command before those of the machine. */
  void command(String name, String body) throws IOException {
    executable(home.resolve("bin").resolve(name), body);
  }

  /** Makes a program somewhere on the machine. */
  void executable(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made a program");
    }
  }

  /** What it ended with and said. */
  record End(int code, String said) {}

  /**
   * Runs one.
   *
   * @param name below {@code src/main/debian}
   */
  End run(String name, Map<String, String> environment, String... arguments) throws Exception {
    String text =
        Files.readString(DEBIAN.resolve(name))
            .replaceAll(ROOTS, Matcher.quoteReplacement(home + "/"));
    Path copy = home.resolve("script");
    Files.writeString(copy, text);
    List<String> line =
        new ArrayList<>(List.of(text.startsWith("#!/bin/bash") ? "bash" : "sh", copy.toString()));
    line.addAll(List.of(arguments));
    Path said = home.resolve("said");
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(name + " does not end");
    }
    return new End(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
