package egov.kiosk.conformance;

import egov.kiosk.link.testing.EmulatorProcess;
import java.util.List;
import java.util.Map;

/** Hands at emulators: gestures become orders. */
final class Hands {
  private Hands() {}

  /** A gesture without orders is one this emulator cannot be given. */
  static Hand at(EmulatorProcess emulator, Map<Gesture, List<String>> orders) {
    return gesture -> {
      List<String> lines = orders.get(gesture);
      if (lines == null) {
        return false;
      }
      lines.forEach(emulator::order);
      return true;
    };
  }

  static Map<Gesture, List<String>> reader() {
    return Map.of(
        Gesture.LIFT_CARD, List.of("lift"),
        Gesture.PLACE_CARD, List.of("place resident"),
        Gesture.PLACE_ANOTHER_CARD, List.of("place resident-longterm"),
        Gesture.PLACE_FOREIGN_CARD, List.of("place wrong-type"),
        Gesture.UNPLUG, List.of("unplug"),
        Gesture.PLUG_IN, List.of("plug"));
  }

  static Map<Gesture, List<String>> printer() {
    return Map.of(
        Gesture.PUT_PAPER_IN, List.of("paper ok"),
        Gesture.TAKE_PAPER_OUT, List.of("paper out"),
        Gesture.NEARLY_NO_PAPER, List.of("paper low"),
        Gesture.OPEN_COVER, List.of("cover open"),
        Gesture.CLOSE_COVER, List.of("cover closed"));
  }

  static Map<Gesture, List<String>> camera(String face) {
    return Map.of(
        Gesture.SHOW_FACE, List.of("face " + face),
        Gesture.LEAVE_VIEW, List.of("face none"),
        Gesture.UNPLUG, List.of("unplug"),
        Gesture.PLUG_IN, List.of("plug"));
  }
}
