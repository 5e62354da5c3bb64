package egov.kiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * What our house adds to a bare start: from the start of the process to the citizen screen served,
 * over the start of a process that only brings up Equinox and Declarative Services, from the jars
 * as they are published. Both with the same JVM options and a warm bundle store, alternating.
 *
 * <p>Our distribution carries the framework jar without its signature and a class-data archive; the
 * peer has neither. As a stricter figure, told but without a goal, the peer also starts from our
 * unsigned jar.
 */
public final class StartBench {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 9;

  private final Path kiosk;
  private final Path configuration;
  private final Path work;

  /**
   * @param kiosk the assembled tree
   * @param configuration what the kiosk is started with
   * @param work where both put their stores
   */
  public StartBench(Path kiosk, Path configuration, Path work) {
    this.kiosk = kiosk;
    this.configuration = configuration;
    this.work = work;
  }

  /** The medians of nine starts each. */
  public Ratio run() throws IOException, InterruptedException {
    Medians ours = new Medians();
    Medians bare = new Medians();
    Medians unsigned = new Medians();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      double kioskMillis = startKiosk();
      double bareMillis = startBare(publishedFramework(), "published-store");
      double unsignedMillis = startBare(carriedFramework(), "carried-store");
      if (i >= WARM_UP) {
        ours.add(kioskMillis);
        bare.add(bareMillis);
        unsigned.add(unsignedMillis);
      }
    }
    System.err.println(
        Ratio.of("start/bare-from-our-unsigned-jar", ours.median(), unsigned.median(), 1.6)
            .detailLine());
    return Ratio.of("start/bare-equinox-scr", ours.median(), bare.median(), 1.5);
  }

  private double startKiosk() throws IOException, InterruptedException {
    Path data = work.resolve("start-data");
    Path port = data.resolve("run/ui.port");
    Files.deleteIfExists(port);
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(
                kiosk.resolve("bin/kiosk").toString(),
                "run",
                "--data",
                data.toString(),
                "--config",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("start.log").toFile()))
            .start();
    try {
      while (!served(port)) {
        if (!process.isAlive()) {
          throw new IOException("the kiosk ended; see " + work.resolve("start.log"));
        }
        TimeUnit.MILLISECONDS.sleep(3);
      }
      return (System.nanoTime() - before) / 1e6;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static boolean served(Path portFile) {
    try {
      String port = Files.readString(portFile);
      HttpURLConnection connection =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      return connection.getResponseCode() == 200
          && connection.getInputStream().readAllBytes().length > 0;
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  /** The framework as published: the dependency this program itself runs on. */
  private static String publishedFramework() {
    return place(FrameworkFactory.class);
  }

  private String carriedFramework() throws IOException {
    try (Stream<Path> files = Files.list(kiosk.resolve("lib"))) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("org.eclipse.osgi"))
          .findFirst()
          .orElseThrow(() -> new IOException("the distribution carries no framework"));
    }
  }

  private static String place(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }

  private double startBare(String framework, String store)
      throws IOException, InterruptedException {
    String classPath =
        String.join(":", place(BareFramework.class), framework, place(ConfigurationAdmin.class));
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    "java",
                    "@" + kiosk.resolve("conf/jvm.args"),
                    "-cp",
                    classPath,
                    BareFramework.class.getName(),
                    kiosk.resolve("bundles").toString(),
                    work.resolve(store).toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      double millis = (System.nanoTime() - before) / 1e6;
      if (!"ready".equals(line)) {
        throw new IOException("the bare framework did not start");
      }
      return millis;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
