package egov.kiosk.conformance;

import egov.kiosk.link.testing.EmulatorProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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

  /** One on a cable of its own; the port of the other belongs to the network. */
  static Map<Gesture, List<String>> pluggedPrinter() {
    Map<Gesture, List<String>> orders = new HashMap<>(printer());
    orders.put(Gesture.UNPLUG, List.of("unplug"));
    orders.put(Gesture.PLUG_IN, List.of("replug"));
    return orders;
  }

  static Map<Gesture, List<String>> camera(String face) {
    return Map.of(
        Gesture.SHOW_FACE, List.of("face " + face),
        Gesture.LEAVE_VIEW, List.of("face none"),
        Gesture.UNPLUG, List.of("unplug"),
        Gesture.PLUG_IN, List.of("plug"));
  }

  /** Shows a fresh code each time, and remembers it to show it again. */
  static Hand scanner(EmulatorProcess emulator) {
    AtomicInteger shown = new AtomicInteger();
    return gesture -> {
      switch (gesture) {
        case SHOW_CODE -> emulator.order("scan CONFORMANCEcode" + shown.incrementAndGet());
        case SHOW_CODE_AGAIN -> emulator.order("scan CONFORMANCEcode" + shown.get());
        case SHOW_FOREIGN_CODE -> emulator.order("scan 6901234567892");
        case UNPLUG -> emulator.order("unplug");
        case PLUG_IN -> emulator.order("plug");
        default -> {
          return false;
        }
      }
      return true;
    };
  }

  /** Hands and eyes: lamps are coils, the first for the card reader, the sixth for help. */
  static Hand cabinet(EmulatorProcess emulator) {
    Hand hands =
        at(
            emulator,
            Map.of(
                Gesture.OPEN_DOOR, List.of("door open"),
                Gesture.CLOSE_DOOR, List.of("door closed"),
                Gesture.STAND_BEFORE, List.of("person here"),
                Gesture.STEP_AWAY, List.of("person gone"),
                Gesture.CUT_MAINS, List.of("mains off"),
                Gesture.RESTORE_MAINS, List.of("mains on"),
                Gesture.UNPLUG, List.of("unplug"),
                Gesture.PLUG_IN, List.of("plug")));
    return new Hand() {
      @Override
      public boolean make(Gesture gesture) throws IOException, InterruptedException {
        return hands.make(gesture);
      }

      @Override
      public Optional<Boolean> sees(Sight sight) {
        String wanted =
            switch (sight) {
              case ONLY_CARD_LAMP -> "100000";
              case ONLY_HELP_LAMP -> "000001";
              case NO_LAMP -> "000000";
            };
        return Optional.of(emulator.order("coils").startsWith(wanted));
      }
    };
  }
}
