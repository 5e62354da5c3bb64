package egov.kiosk.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real headless Chromium in the size of a kiosk's panel. */
final class Screen implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration HUMAN_PAUSE = Duration.ofMillis(600);

  private static final int MOST_STOPS = 60;

  private static final Path PICTURES = Tree.ROOT.resolve("packaging/checks/target/screens");

  private final ChromeDriver driver;
  private final ChromeDriverService service;
  private final WebDriverWait wait;
  private final Finger finger;
  private long lastPress = System.nanoTime() - HUMAN_PAUSE.toNanos();

  private Screen(ChromeDriver driver, ChromeDriverService service) {
    this.driver = driver;
    this.service = service;
    this.wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    this.finger = new Finger(driver);
  }

  /**
   * Starts the browser.
   *
   * @param profile an empty directory for its profile
   * @param more more command-line options
   */
  static Screen open(Path profile, String... more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile));
    arguments.addAll(List.of(more));
    options.addArguments(arguments);
    Screen screen = start(options);
    screen.size(1080, 1920);
    return screen;
  }

  /** A telephone's browser: a small glass, touched, and dense. */
  static Screen telephone(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile);
    Map<String, Object> glass = Map.of("width", 390, "height", 844, "pixelRatio", 2, "touch", true);
    options.setExperimentalOption("mobileEmulation", Map.of("deviceMetrics", glass));
    return start(options);
  }

  private static Screen start(ChromeOptions options) {
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .build();
    return new Screen(new ChromeDriver(service, options), service);
  }

  /** Goes to an address. */
  void go(String address) {
    driver.get(address);
  }

  /** Waits for a page of the citizen screens. */
  void awaitPage(String name) {
    await("[data-page='" + name + "']");
  }

  /** Waits for something and gives it. */
  WebElement await(String selector) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  /** Presses something as a finger would: not twice within what the screens take for one press. */
  void press(String selector) {
    WebElement element =
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)));
    pause();
    finger.touch(element);
    lastPress = System.nanoTime();
  }

  /** Presses a key of the keyboard on the screen; keys take presses as fast as they come. */
  void type(String selector) {
    finger.touch(wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))));
    lastPress = System.nanoTime();
  }

  /** Types characters one by one on the screen's own keys. */
  void spell(String text) {
    for (String key : text.split("")) {
      type("[data-key='" + key + "']");
    }
  }

  /** Waits until the screens would take another press. */
  void pause() {
    long since = System.nanoTime() - lastPress;
    if (since < HUMAN_PAUSE.toNanos()) {
      LockSupport.parkNanos(HUMAN_PAUSE.toNanos() - since);
    }
  }

  /** Whether something is on the screen now. */
  boolean shows(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  /** From the tiles to an item: the tile it stands under, then its row. */
  void choose(String tile, String item) {
    awaitPage("items");
    press("[data-tile='" + tile + "']");
    awaitPage("list");
    press("[data-item='" + item + "']");
  }

  /** Chooses a file where a page asks for one. */
  void choose(String selector, Path file) {
    driver.findElement(By.cssSelector(selector)).sendKeys(file.toAbsolutePath().toString());
  }

  /** Presses the button of an action. */
  void act(String action) {
    press("[data-action='" + action + "']");
  }

  /** Draws with a finger from point to point, in pixels from the middle of the element. */
  void draw(String selector, int[][] points) {
    finger.draw(await(selector), points);
  }

  /** A finger that comes down at a point of the glass, stays, and goes. */
  void hold(int x, int y, Duration lasting) {
    finger.hold(x, y, lasting);
  }

  /** Goes to the button of an action by the tabulator alone, and presses Enter on it. */
  void key(String action) {
    String selector = "[data-action='" + action + "']:not([disabled])";
    await(selector);
    pause();
    for (int i = 0; i < MOST_STOPS; i++) {
      WebElement focused = driver.switchTo().activeElement();
      if (action.equals(focused.getDomAttribute("data-action"))) {
        focused.sendKeys(Keys.ENTER);
        lastPress = System.nanoTime();
        return;
      }
      focused.sendKeys(Keys.TAB);
    }
    throw new AssertionError("the keyboard does not reach " + action);
  }

  /** Types on a real keyboard, wherever the focus is; a line feed is the Enter key. */
  void keys(String text) {
    new Actions(driver).sendKeys(text.replace("\n", Keys.ENTER)).perform();
    lastPress = System.nanoTime();
  }

  /** Takes another size, in pixels of the glass itself; a window's frame is beyond them. */
  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    wait.until(
        ignored -> {
          List<?> sides =
              (List<?>)
                  driver.executeScript("return [innerWidth, innerHeight, outerWidth, outerHeight]");
          int[] now = sides.stream().mapToInt(side -> ((Number) side).intValue()).toArray();
          Dimension whole = new Dimension(now[2] + width - now[0], now[3] + height - now[1]);
          if (now[0] == width && now[1] == height) {
            return true;
          }
          driver.manage().window().setSize(whole);
          return false;
        });
  }

  /**
   * Kills the browser as a power cut would; nothing can be asked of it any more.
   *
   * @param profile the directory it was opened with
   */
  void kill(Path profile) {
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
        .forEach(ProcessHandle::destroyForcibly);
    try {
      driver.quit();
    } catch (WebDriverException e) {
      // Saying goodbye to a browser that is gone may fail; its driver must not stay.
      service.stop();
    }
  }

  /** Everything a citizen can read. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** What the document holds in full, shown or not. */
  String source() {
    return driver.getPageSource();
  }

  /** Runs a script and gives its value. */
  Object run(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Tells pages from now on that the tablet is there, to within ten metres. */
  void standAt(double latitude, double longitude) {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("geolocation", "audioCapture", "videoCapture")));
    driver.executeCdpCommand(
        "Emulation.setGeolocationOverride",
        Map.of("latitude", latitude, "longitude", longitude, "accuracy", 10));
  }

  /** Lets the page's own clock run ahead, once it is on the page. */
  void later(Duration passed) {
    driver.executeScript(
        "if (!window.ahead) { const real = performance.now.bind(performance);"
            + " window.ahead = { by: 0 }; performance.now = () => real() + window.ahead.by; }"
            + " window.ahead.by += arguments[0];",
        passed.toMillis());
  }

  /** Keeps a picture of the screen, beside those of all other journeys. */
  void shoot(String name) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
