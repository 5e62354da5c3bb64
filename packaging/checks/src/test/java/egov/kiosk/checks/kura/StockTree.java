package egov.kiosk.checks.kura;

import egov.kiosk.checks.kura.stock.ConsoleDoor;
import egov.kiosk.checks.kura.stock.StockBundle;
import egov.kiosk.checks.kura.stock.StockKura;
import egov.kiosk.packager.DeploymentPackage;
import egov.kiosk.packager.KuraBundles;
import egov.kiosk.packager.KuraCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a town takes for a kiosk's program, and is stock Kura with our package: {@code bin/kiosk}
 * starts {@link StockKura} instead of our launcher, on the base of one line, with the options of
 * Kura's own start script and none of ours.
 */
public final class StockTree {
  private static final String LOGGING =
      Stream.of("", ".event", ".helpers", ".spi")
          .map(part -> "org.slf4j" + part + ";version=2.0.20")
          .collect(Collectors.joining(","));

  private static final String QUIET =
      """
      <configuration>
        <appender name="E" class="ch.qos.logback.core.ConsoleAppender">
          <target>System.err</target>
          <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
        </appender>
        <root level="INFO"><appender-ref ref="E"/></root>
      </configuration>
      """;

  private final Path work;
  private final List<Path> bundles;

  /**
   * Makes the packages.
   *
   * @param work the town's directory; the kiosk's data lie in {@code kiosk-data} there
   */
  public StockTree(Path work) throws Exception {
    this.work = work;
    Files.createDirectories(home().resolve("user/snapshots"));
    Files.createDirectories(work.resolve("tmp"));
    bundles =
        KuraBundles.write(
            TreeOfTheKiosk.home(),
            Base.jar("kiosk-kura-bridge"),
            work.resolve("plugins/6s"),
            work.resolve("kiosk-data").toString());
    DeploymentPackage.write(work.resolve("kiosk.dp"), "egov.kiosk", "0.1.0", bundles);
    writeStock(work.resolve("stock.jar"));
    Files.writeString(work.resolve("logback.xml"), QUIET);
    // Plain, as the one a framework is delivered with; only so that tests run side by side.
    Files.writeString(
        home().resolve("user/snapshots/snapshot_0.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <esf:configurations xmlns:esf="http://eurotech.com/esf/2.0">
        <esf:configuration pid="local-api"><esf:properties>
        <esf:property name="port" array="false" encrypted="false" type="Integer">
        <esf:value>0</esf:value></esf:property>
        </esf:properties></esf:configuration></esf:configurations>
        """);
  }

  /** The framework's own directory, and the one it runs in. */
  public Path home() {
    return work.resolve("kura");
  }

  /** The names of our bundles. */
  public List<String> bundles() {
    return bundles.stream().map(file -> file.getFileName().toString()).toList();
  }

  /**
   * Runs the program {@code kiosk} as it lies beside Kura.
   *
   * @return its exit code in a line, then what it said
   */
  public String command(String... words) throws IOException, InterruptedException {
    Path program = work.resolve("command");
    if (!Files.isDirectory(program)) {
      KuraCommand.write(TreeOfTheKiosk.home(), program);
    }
    List<String> command = new ArrayList<>(List.of(program.resolve("bin/kiosk").toString()));
    command.addAll(List.of(words));
    Path said = work.resolve("command.out");
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("JAVA", System.getProperty("java.home") + "/bin/java");
    process.environment().put("KIOSK_DATA", work.resolve("kiosk-data").toString());
    process.environment().put("KIOSK_JAVA_OPTS", "-Dkiosk.plugins=" + work.resolve("plugins/6s"));
    int code = process.redirectOutput(said.toFile()).start().waitFor();
    return code + "\n" + Files.readString(said);
  }

  /** Asks the console of the process that runs. */
  public String ask(String line) throws IOException {
    return ConsoleDoor.ask(home().resolve("console.port"), line);
  }

  /**
   * Puts a line of the framework in the place of the program, from the next start on.
   *
   * @return the directory of {@code bin/kiosk}
   */
  public Path use(int line) throws IOException {
    Path base = Path.of("target/kura-" + line).toAbsolutePath();
    List<String> classes = new ArrayList<>();
    classes.add(one(base, "org.eclipse.osgi-"));
    classes.add(Path.of("target/test-classes").toAbsolutePath().toString());
    String more = "";
    if (line == 6) {
      for (String name : List.of("slf4j-api", "logback-classic", "logback-core")) {
        classes.add(Base.jar(name).toString());
      }
      more = " --system-packages '" + LOGGING + "'";
    }
    String packages = line == 6 ? "plugins/6s" : "kiosk.dp";
    Path program = Files.createDirectories(work.resolve("program/bin")).resolve("kiosk");
    Files.writeString(
        program,
        String.join(
            "\n",
            "#!/bin/sh",
            "cd '" + home() + "'",
            "rm -f console.port",
            "exec '" + System.getProperty("java.home") + "/bin/java' -Xmx512m \\",
            // Not Kura's: only so that a slow machine gets there.
            " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\",
            " --add-opens java.base/java.lang=ALL-UNNAMED \\",
            " --add-opens java.base/java.util=ALL-UNNAMED --add-modules=ALL-SYSTEM \\",
            " -Djava.io.tmpdir='" + work.resolve("tmp") + "' \\",
            " -Dlogback.configurationFile='" + work.resolve("logback.xml") + "' \\",
            " -cp '" + String.join(":", classes) + "' " + StockKura.class.getName() + " \"$@\" \\",
            " --home '" + home() + "' --storage '" + work.resolve("storage-" + line) + "' \\",
            " --base '" + base + "' --bundle '" + work.resolve("stock.jar") + "' \\",
            " --packages '" + work.resolve(packages) + "' --key sixteen-letters!" + more,
            ""));
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    return program.getParent().getParent();
  }

  private static String one(Path directory, String start) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  private static void writeStock(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes head = manifest.getMainAttributes();
    head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    head.putValue("Bundle-ManifestVersion", "2");
    head.putValue("Bundle-SymbolicName", "stock");
    head.putValue("Bundle-Version", "1.0.0");
    head.putValue("Bundle-Activator", StockBundle.class.getName());
    head.putValue(
        "Import-Package",
        "org.osgi.framework,org.osgi.framework.launch,org.osgi.service.cm,"
            + "org.osgi.service.component.runtime,org.osgi.service.component.runtime.dto,"
            + "org.osgi.dto,org.osgi.framework.dto,org.osgi.service.metatype,org.osgi.util.tracker,org.eclipse.kura,"
            + "org.eclipse.kura.configuration,org.eclipse.kura.crypto,org.eclipse.kura.watchdog,"
            + "org.eclipse.kura.cloudconnection.publisher,org.eclipse.kura.message,"
            + "org.eclipse.kura.cloudconnection.message,javax.crypto,javax.crypto.spec,"
            + "javax.xml.parsers,org.w3c.dom,org.xml.sax");
    String place = StockBundle.class.getPackageName().replace('.', '/');
    Path classes = Path.of("target/test-classes").resolve(place);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> all = Files.list(classes)) {
      for (Path one : all.sorted().toList()) {
        jar.putNextEntry(new JarEntry(place + "/" + one.getFileName()));
        jar.write(Files.readAllBytes(one));
        jar.closeEntry();
      }
    }
  }
}
