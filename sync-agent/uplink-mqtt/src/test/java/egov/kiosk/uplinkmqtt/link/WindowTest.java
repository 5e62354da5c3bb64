package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final List<String> sent = new ArrayList<>();

  @Test
  void shares_doNotTakeEachOthersPlaces() {
    Window window = new Window(2, 1, 100);
    assertTrue(window.take(Share.SIDE));
    assertFalse(window.take(Share.SIDE));
    assertTrue(window.take(Share.MAIN));
    assertTrue(window.take(Share.MAIN));
    assertFalse(window.take(Share.MAIN));
    window.send(Share.SIDE, () -> sent.add("side"));
    window.free(Share.SIDE);
    assertTrue(window.take(Share.SIDE));
  }

  @Test
  void brokerThatTakesOne_getsTheMainShareFirst() {
    Window window = new Window(1, 2, 1);
    send(window, Share.SIDE, "first");
    send(window, Share.SIDE, "third");
    send(window, Share.MAIN, "second");
    assertEquals(List.of("first"), sent);
    window.free(Share.SIDE);
    assertEquals(List.of("first", "second"), sent);
    window.free(Share.MAIN);
    assertEquals(List.of("first", "second", "third"), sent);
    window.free(Share.SIDE);
    send(window, Share.MAIN, "fourth");
    assertEquals(4, sent.size());
  }

  @Property
  void brokersMaximum_isNeverExceededAndNothingIsForgotten(
      @ForAll @IntRange(min = 1, max = 6) int receiveMaximum,
      @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> steps) {
    Window window = new Window(4, 3, receiveMaximum);
    List<Share> flying = new ArrayList<>();
    int accepted = 0;
    int answered = 0;
    for (int step : steps) {
      if (step == 2) {
        if (!flying.isEmpty()) {
          window.free(flying.remove(0));
          answered++;
        }
      } else {
        Share share = Share.values()[step];
        if (window.take(share)) {
          accepted++;
          window.send(share, () -> flying.add(share));
        }
      }
      assertTrue(flying.size() <= receiveMaximum);
      assertEquals(accepted - answered, window.taken());
      assertEquals(Math.min(receiveMaximum, window.taken()), flying.size());
    }
  }

  private void send(Window window, Share share, String what) {
    assertTrue(window.take(share));
    window.send(share, () -> sent.add(what));
  }
}
