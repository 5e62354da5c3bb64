package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finger of the journeys itself: it presses what a citizen's would, and nothing else. */
@Tag("browser")
class FingerTest {
  @TempDir private Path work;

  @Test
  void buttonPressedByRealTouch_notWhenSomethingUnseenLiesOverIt() throws Exception {
    Path page = work.resolve("page.html");
    Files.writeString(
        page,
        """
        <!doctype html><title>-</title>
        <style>#free, #hidden { position: fixed; left: 100px; width: 300px; height: 120px }
        #free { top: 400px } #hidden { top: 700px }
        #glass { position: fixed; left: 0; top: 650px; width: 100%; height: 300px }</style>
        <button id="free">free</button><button id="hidden">hidden</button><div id="glass"></div>
        <p id="log"></p>
        <script>for (const type of ['pointerdown', 'touchstart', 'click'])
          addEventListener(type, (e) => { document.querySelector('#log').textContent +=
            `${type}:${e.target.id}:${e.pointerType ?? ''}:${e.isTrusted} `; });</script>
        """);
    try (Screen screen = Screen.open(work.resolve("profile"))) {
      screen.go(page.toUri().toString());
      screen.press("#free");
      assertEquals(
          "pointerdown:free:touch:true touchstart:free::true click:free:touch:true",
          screen.await("#log").getText());
      AssertionError refused = assertThrows(AssertionError.class, () -> screen.press("#hidden"));
      assertTrue(refused.getMessage().contains("id=\"glass\""), refused.getMessage());
    }
  }
}
