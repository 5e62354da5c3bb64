package egov.kiosk.proving.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a main class of this class path is started so that it is there soon: a small heap, the quick
 * compiler, and an archive of its loaded classes.
 */
public final class JavaCommand {
  /** The logging configuration of the processes, for whoever looks into a complaint. */
  private static final String LOGGING = System.getProperty("kiosk.proving.log", "");

  private static final long TRIAL_MILLIS = 2_500;
  private static final Duration LONGEST_DUMP = Duration.ofSeconds(60);

  private final String mainClass;
  private final List<String> options;

  private JavaCommand(String mainClass, List<String> options) {
    this.mainClass = mainClass;
    this.options = options;
  }

  /**
   * A main class of this class path.
   *
   * @param more further options of the virtual machine
   */
  public static JavaCommand of(Class<?> mainClass, List<String> more) {
    List<String> options = new ArrayList<>(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    options.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:-UsePerfData"));
    options.addAll(more);
    if (!LOGGING.isEmpty()) {
      options.add("-Dlogback.configurationFile=" + LOGGING);
    }
    options.addAll(List.of("-cp", classPath()));
    return new JavaCommand(mainClass.getName(), options);
  }

  /**
   * The same with an archive of its classes; the command as it is where the class path cannot be
   * archived.
   *
   * @param archive the file to write
   * @param arguments of a trial run
   * @param orders lines it is given in the trial run before its input ends
   */
  public JavaCommand archived(Path archive, List<String> arguments, List<String> orders)
      throws IOException, InterruptedException {
    if (!archivable()) {
      return this;
    }
    List<String> command = with(arguments);
    command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
    Path log = archive.resolveSibling(archive.getFileName() + ".log");
    Child trial = Child.start(command, Map.of(), log, line -> {});
    orders.forEach(trial::say);
    Thread.sleep(TRIAL_MILLIS);
    trial.end(LONGEST_DUMP);
    if (!Files.exists(archive)) {
      throw new IOException("the trial run of " + mainClass + " failed; see " + log);
    }
    List<String> quick = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive));
    quick.addAll(options);
    return new JavaCommand(mainClass, quick);
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

  /** Only jars can be archived, not directories of classes as a test has them. */
  private static boolean archivable() {
    return Arrays.stream(parts()).allMatch(part -> part.endsWith(".jar"));
  }

  /** Loggers are usually left out: they take time to start. */
  private static String classPath() {
    return Arrays.stream(parts())
        .filter(part -> !LOGGING.isEmpty() || !part.contains("logback"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String[] parts() {
    return System.getProperty("java.class.path").split(File.pathSeparator);
  }
}
