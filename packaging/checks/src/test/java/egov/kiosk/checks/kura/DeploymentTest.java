package egov.kiosk.checks.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.checks.kura.probe.Probe;
import egov.kiosk.packager.DeploymentPackage;
import egov.kiosk.packager.KuraBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The deployment package through Felix's own DeploymentAdmin 0.9.5, on the services that both lines
 * of Eclipse Kura stand on: 5.6 and 6. Every bundle resolves and starts; the package is upgraded
 * and taken away again. No code of Kura runs here.
 */
@Tag("packages")
class DeploymentTest {
  private static final String LOGGING =
      "org.slf4j;version=2.0.20,org.slf4j.event;version=2.0.20,org.slf4j.helpers;version=2.0.20,"
          + "org.slf4j.spi;version=2.0.20";

  @TempDir static Path temp;
  private static Set<String> names;

  @BeforeAll
  static void make() throws Exception {
    List<Path> bundles =
        new ArrayList<>(
            KuraBundles.write(
                TreeOfTheKiosk.home(), Base.jar("kiosk-kura-bridge"), temp.resolve("bundles")));
    DeploymentPackage.write(temp.resolve("one.dp"), "egov.kiosk", "0.1.0", bundles);
    DeploymentPackage.write(temp.resolve("two.dp"), "egov.kiosk", "0.1.1", bundles);
    names =
        bundles.stream()
            .map(file -> file.getFileName().toString().replaceFirst("_[0-9].*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path jar(Path directory, String start) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  private static List<String> probe(Path base, String packages) throws Exception {
    Path work = Files.createTempDirectory(temp, "work");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-Djdk.serialFilter=!*",
                "-cp",
                classes(base, packages),
                Probe.class.getName(),
                work.resolve("store").toString(),
                base.toString(),
                temp.resolve("one.dp").toString(),
                temp.resolve("two.dp").toString()));
    if (!packages.isEmpty()) {
      command.add(packages);
    }
    Path out = work.resolve("out");
    Process process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertTrue(process.waitFor(240, TimeUnit.SECONDS), "the probe goes on and on");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(out));
    return Files.readAllLines(out).stream()
        .filter(line -> line.startsWith("probe: "))
        .map(line -> line.substring(7))
        .toList();
  }

  private static String classes(Path base, String packages) throws IOException {
    List<Path> path = new ArrayList<>(List.of(jar(base, "org.eclipse.osgi-")));
    path.add(Path.of("target/test-classes").toAbsolutePath());
    if (!packages.isEmpty()) {
      path.add(Base.jar("slf4j-api"));
    }
    return path.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  private static Set<String> active(List<String> lines, String when) {
    return lines.stream()
        .filter(line -> line.startsWith(when + " ") && line.endsWith(" ACTIVE"))
        .map(line -> line.split(" ")[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "the base of line {0}")
  @CsvSource({"5, 3.16.0", "6, 3.21.0"})
  void package_isInstalledUpgradedAndTakenAway(int line, String framework) throws Exception {
    List<String> lines =
        probe(Path.of("target/kura-" + line).toAbsolutePath(), line == 6 ? LOGGING : "");
    assertTrue(lines.get(0).startsWith("framework " + framework), lines.get(0));
    assertEquals(names, active(lines, "installed"), String.join("\n", lines));
    // Components, too: the health checks, the service items, the citizens' page.
    assertTrue(lines.contains("offered egov.kiosk.domain.health.HealthCheck"), lines.toString());
    assertTrue(lines.contains("offered egov.kiosk.domain.transaction.Catalogue"));
    assertTrue(
        lines.contains("offered org.eclipse.kura.configuration.ConfigurableComponent"),
        "the bridge marks our components");
    assertTrue(lines.contains("package 0.1.1"), String.join("\n", lines));
    assertEquals(names, active(lines, "upgraded"), String.join("\n", lines));
    assertTrue(lines.contains("uninstalled all"));
    assertTrue(lines.stream().noneMatch(seen -> seen.startsWith("uninstalled egov")));
    assertTrue(lines.contains("end"));
  }
}
