package egov.kiosk.checks.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void everyEntry_isKnownToTheInstalledBrowser() throws Exception {
    String text = Files.readString(Machine.Place.POLICY);
    Set<String> names = new TreeSet<>();
    Matcher keys = Pattern.compile("(?m)^ \"([A-Za-z]+)\":").matcher(text);
    while (keys.find()) {
      names.add(keys.group(1));
    }
    assertTrue(names.size() > 80, "only " + names.size());
    for (String name : LEFT_OUT) {
      text = text.replaceAll("(?m)^ \"" + name + "\":.*\\R", "");
    }
    text = text.replace("\"chrome://*\",", "").replace("\"*\",", "\"ftp://*\",");
    Path policy = Files.writeString(work.resolve("kiosk.json"), text);
    names.removeAll(LEFT_OUT);

    ChromeOptions options = new ChromeOptions();
    options.setBinary(Machine.wrapper(work, policy).toString());
    options.addArguments(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--user-data-dir=" + work.resolve("profile")));
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build(),
            options);
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
}
