package egov.kiosk.checks.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The installed Chromium knows every entry of the policy file that is shipped: a renamed or dropped
 * policy shows at the next version of the browser. Two entries would keep the test itself out and
 * are left out here, and one is narrowed; what they do, {@link EscapeTest} shows.
 */
@Tag("attack")
class PolicyTest {
  private static final Set<String> LEFT_OUT =
      Set.of("RemoteDebuggingAllowed", "DeveloperToolsAvailability");

  private static final String ROWS =
      """
      const rows = [];
      const walk = (node) => {
        for (const one of node.querySelectorAll('*')) {
          if (one.localName === 'policy-row' && one.policy) {
            const p = one.policy;
            rows.push([p.name, p.error || p.warning || (p.deprecated ? 'deprecated' : '') ||
                (p.ignored ? 'ignored' : '') || (p.value === undefined ? 'not set' : 'OK')]);
          }
          if (one.shadowRoot) walk(one.shadowRoot);
        }
      };
      walk(document);
      return rows;
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  /** A policy file, less what would keep the test itself out. */
  private Path open(String name, Path file, int port) throws IOException {
    String text = Files.readString(file).replace("8930", Integer.toString(port));
    for (String left : LEFT_OUT) {
      text = text.replaceAll("(?m)^ \"" + left + "\":.*\\R", "");
    }
    text = text.replace("\"chrome://*\",", "").replace("\"*\",", "\"ftp://*\",");
    return Files.writeString(work.resolve(name), text);
  }

  private static Path extra(String profile) {
    return Machine.Place.PACKAGED.resolve("opt/kiosk/boot/policies/" + profile + ".json");
  }

  private ChromeDriver browse(Path... policies) throws IOException {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Machine.wrapper(work, policies).toString());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + Files.createTempDirectory(work, "profile")));
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build(),
        options);
  }

  @Test
  void everyEntry_isKnownToTheInstalledBrowser() throws Exception {
    Set<String> names = new TreeSet<>();
    for (Path file : List.of(Machine.Place.POLICY, extra("worker"), extra("workstation"))) {
      Matcher keys = Pattern.compile("(?m)^ \"([A-Za-z]+)\":").matcher(Files.readString(file));
      while (keys.find()) {
        names.add(keys.group(1));
      }
    }
    assertTrue(names.size() > 80, "only " + names.size());
    names.removeAll(LEFT_OUT);
    ChromeDriver driver =
        browse(
            open("kiosk.json", Machine.Place.POLICY, 8930),
            open("kiosk-profile.json", extra("worker"), 8930));
    try {
      driver.get("chrome://policy");
      Map<String, String> shown = new java.util.TreeMap<>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                for (Object row : (List<?>) driver.executeScript(ROWS)) {
                  List<?> cells = (List<?>) row;
                  shown.put(String.valueOf(cells.get(0)), String.valueOf(cells.get(1)));
                }
                return shown.keySet().containsAll(names);
              });
      List<String> bad =
          names.stream()
              .filter(name -> !shown.get(name).equals("OK"))
              .map(name -> name + ": " + shown.get(name))
              .collect(Collectors.toCollection(ArrayList::new));
      assertEquals(List.of(), bad);
    } finally {
      driver.quit();
    }
  }

  /** What a page of the kiosk's own address may use, by profile. */
  @ParameterizedTest
  @CsvSource({
    "kiosk, denied, denied, denied",
    "workstation, denied, granted, granted",
    "worker, granted, granted, granted"
  })
  void profiles_differInWhatTheBrowserMayUse(
      String profile, String place, String camera, String microphone) throws Exception {
    HttpServer page = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    page.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    page.start();
    int port = page.getAddress().getPort();
    List<Path> policies = new ArrayList<>(List.of(open("kiosk.json", Machine.Place.POLICY, port)));
    if (!profile.equals("kiosk")) {
      policies.add(open("kiosk-profile.json", extra(profile), port));
    }
    ChromeDriver driver = browse(policies.toArray(new Path[0]));
    try {
      driver.get("http://127.0.0.1:" + port + "/");
      assertEquals(
          List.of(place, camera, microphone),
          driver.executeAsyncScript(
              """
              const done = arguments[arguments.length - 1];
              Promise.all(['geolocation', 'camera', 'microphone'].map(
                (name) => navigator.permissions.query({ name }).then((it) => it.state))).then(done);
              """));
    } finally {
      driver.quit();
      page.stop(0);
    }
  }
}
