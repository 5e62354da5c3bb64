package egov.kiosk.proving.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a main class of this class path is started so that it is there soon: a small heap, the quick
 * compiler, and an archive of its loaded classes.
 */
public final class JavaCommand {
  /** The logging configuration of the processes, for whoever looks into a complaint. */
  private static final String LOGGING = System.getProperty("kiosk.proving.log", "");

  private final String mainClass;
  private final List<String> options;

  private JavaCommand(String mainClass, List<String> options) {
    this.mainClass = mainClass;
    this.options = options;
  }

  /**
   * A main class of this class path.
   *
   * @param jars where copies of jars are made; the same for every command
   * @param more further options of the virtual machine
   */
  public static JavaCommand of(Class<?> mainClass, Path jars, List<String> more)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    options.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:-UsePerfData"));
    options.addAll(more);
    if (!LOGGING.isEmpty()) {
      options.add("-Dlogback.configurationFile=" + LOGGING);
    }
    options.addAll(List.of("-cp", classPath(jars)));
    return new JavaCommand(mainClass.getName(), options);
  }

  /** The same, writing an archive of the classes it used when it ends in peace. */
  public JavaCommand recording(Path archive) {
    return first("-XX:ArchiveClassesAtExit=" + archive);
  }

  /** The same with the archive that was written. */
  public JavaCommand using(Path archive) throws IOException {
    if (!Files.exists(archive)) {
      throw new IOException("the rehearsal of " + mainClass + " wrote no archive " + archive);
    }
    return first("-XX:SharedArchiveFile=" + archive);
  }

  private JavaCommand first(String option) {
    List<String> more = new ArrayList<>(List.of(option));
    more.addAll(options);
    return new JavaCommand(mainClass, more);
  }

  /** The command line with these arguments. */
  public List<String> with(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** Loggers are usually left out: they take time to start. */
  private static String classPath(Path jars) throws IOException {
    List<String> parts =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(part -> !LOGGING.isEmpty() || !part.contains("logback"))
            .toList();
    return String.join(File.pathSeparator, PlainJars.of(parts, jars));
  }
}
