package egov.kiosk.checks;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Interaction;
import org.openqa.selenium.interactions.Pause;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A finger on the glass: real touches at points, never a click given to an element. What lies over
 * a button takes the touch from it, as it would from a citizen's.
 */
final class Finger {
  /** Where the middle of an element is, scrolled to if need be, and what else lies there. */
  private static final String MIDDLE =
      """
      const element = arguments[0];
      const look = () => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2].map(Math.round);
        const met = document.elementFromPoint(x, y);
        const own = met !== null && element.contains(met);
        return [x, y, own ? '' : (met?.outerHTML.slice(0, 200) ?? 'nothing: outside of the glass')];
      };
      if (look()[2] !== '') element.scrollIntoView({ block: 'center' });
      return look();
      """;

  /** Longer than any page takes to change. */
  private static final Duration CHANGE = Duration.ofSeconds(5);

  private final ChromeDriver driver;
  private final WebDriverWait wait;
  private final PointerInput pointer = new PointerInput(PointerInput.Kind.TOUCH, "finger");

  Finger(ChromeDriver driver) {
    this.driver = driver;
    wait = new WebDriverWait(driver, CHANGE, Duration.ofMillis(50));
  }

  /**
   * Comes down on the middle of an element and goes; scrolls to it first, as people do.
   *
   * @throws AssertionError when something else lies there for longer than a page takes to change
   */
  void touch(WebElement element) {
    String[] between = {""};
    try {
      List<?> middle =
          wait.until(
              ignored -> {
                List<?> found = (List<?>) driver.executeScript(MIDDLE, element);
                between[0] = (String) found.get(2);
                return between[0].isEmpty() ? found : null;
              });
      hold(((Number) middle.get(0)).intValue(), ((Number) middle.get(1)).intValue(), Duration.ZERO);
    } catch (TimeoutException e) {
      throw new AssertionError("a finger would not meet " + element + ", but " + between[0], e);
    }
  }

  /** Comes down at a point of the glass, stays, and goes. */
  void hold(int x, int y, Duration lasting) {
    Sequence held = new Sequence(pointer, 0);
    held.addAction(pointer.createPointerMove(Duration.ZERO, PointerInput.Origin.viewport(), x, y));
    held.addAction(down());
    held.addAction(new Pause(pointer, lasting));
    held.addAction(up());
    driver.perform(List.of(held));
  }

  /** Draws from point to point, in pixels from the middle of the element. */
  void draw(WebElement element, int[][] points) {
    Sequence stroke = new Sequence(pointer, 0);
    for (int i = 0; i < points.length; i++) {
      stroke.addAction(
          pointer.createPointerMove(
              Duration.ofMillis(i == 0 ? 0 : 120),
              PointerInput.Origin.fromElement(element),
              points[i][0],
              points[i][1]));
      if (i == 0) {
        stroke.addAction(down());
      }
    }
    stroke.addAction(up());
    driver.perform(List.of(stroke));
  }

  private Interaction down() {
    return pointer.createPointerDown(PointerInput.MouseButton.LEFT.asArg());
  }

  private Interaction up() {
    return pointer.createPointerUp(PointerInput.MouseButton.LEFT.asArg());
  }
}
