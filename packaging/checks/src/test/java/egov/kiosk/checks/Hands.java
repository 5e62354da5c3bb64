package egov.kiosk.checks;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.openqa.selenium.Keys;

/** How somebody works the citizen screens; the way through them is the same for all. */
interface Hands {
  /** Waits until a page is there, and has been perceived. */
  void arrive(String page);

  /** Finds something on the page, on another leaf of its list if need be, and presses it. */
  void press(String selector);

  /** Writes digits into the question. */
  void digits(String digits);

  /** Stands for what is handed in, on the page that asks for a signature. */
  void sign();

  /** Presses the button of an action. */
  default void act(String action) {
    press("[data-action='" + action + "']");
  }

  /** A finger, and eyes. */
  record Touching(Screen screen) implements Hands {
    private static final String ON = "[data-action='page-next']";

    @Override
    public void arrive(String page) {
      screen.awaitPage(page);
    }

    @Override
    public void press(String selector) {
      screen.await(selector + ", " + ON);
      while (!screen.shows(selector)) {
        screen.press(ON);
      }
      screen.press(selector);
    }

    @Override
    public void digits(String digits) {
      screen.spell(digits);
    }

    @Override
    public void sign() {
      screen.draw(".sign-box", new int[][] {{-200, -50}, {-80, -60}, {-150, -40}, {-160, 70}});
      screen.draw(".sign-box", new int[][] {{40, -60}, {190, -60}, {50, 60}, {200, 70}});
      act("sign");
    }
  }

  /**
   * The keypad and the ears, nothing else. Whatever is arrived at, whatever is about to be pressed
   * and every digit must have been heard: asked of the runtime's voice, and answered with sound.
   */
  record Listening(Screen screen) implements Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_STOPS = 60;

    /** Sounds that came since the last key; a refused one is no sound, and is told. */
    private static final String SOUNDS =
        """
        const asked = performance.getEntriesByType('resource')
          .filter(({ name }) => name.includes('/api/audio/'));
        const refused = asked.find(({ responseStatus }) => responseStatus >= 400);
        const sounds = asked.filter(({ responseStatus, contentType, decodedBodySize }) =>
          responseStatus === 200 && contentType === 'audio/wav' && decodedBodySize > 2_000);
        arguments[0](refused ? `${refused.responseStatus} ${refused.name}` : sounds.length);
        """;

    /** Empty on the element that is looked for, else what the keypad stopped at instead. */
    private static final String ELSEWHERE =
        """
        const { tagName, dataset } = document.activeElement;
        const name = Object.values(dataset).join(' ') || tagName;
        arguments[1](document.activeElement.matches(arguments[0]) ? '' : name);
        """;

    @Override
    public void arrive(String page) {
      screen.awaitPage(page);
      awaitSound("page " + page);
    }

    @Override
    public void press(String selector) {
      screen.await(selector);
      Set<Object> stops = new LinkedHashSet<>();
      for (int stop = 0; stop < MOST_STOPS; stop++) {
        key(Keys.ARROW_DOWN);
        Object elsewhere = screen.run(ELSEWHERE, selector);
        if (elsewhere.equals("")) {
          awaitSound(selector);
          screen.pause();
          key(Keys.ENTER);
          return;
        }
        stops.add(elsewhere);
      }
      throw new AssertionError("the keypad does not stop at " + selector + ", but at " + stops);
    }

    @Override
    public void digits(String digits) {
      for (String digit : digits.split("")) {
        key(digit);
        awaitSound("the digit " + digit);
      }
    }

    @Override
    public void sign() {
      act("assent");
    }

    /** One key; what was said before it counts no longer. */
    void key(CharSequence key) {
      screen.run("performance.clearResourceTimings(); arguments[0]()");
      screen.keys(key.toString());
    }

    private void awaitSound(String what) {
      Awaitility.await(what + " to be heard")
          .atMost(PATIENCE)
          .until(
              () -> {
                Object sounds = screen.run(SOUNDS);
                if (sounds instanceof String refused) {
                  throw new AssertionError(what + " was not said: " + refused);
                }
                return ((Number) sounds).longValue() > 0;
              });
    }
  }
}
