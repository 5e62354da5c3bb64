package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.util.Locale;

/** Decides what runs, before anything does. */
final class Prestart {
  private final Slots slots;
  private final Turn turn;

  Prestart(Slots slots) {
    this.slots = slots;
    turn = new Turn(slots);
  }

  SlotName run() throws IOException, UpdateRefusedException {
    SlotState state = slots.state();
    if (state.trying().isPresent()) {
      SlotName name = state.trying().get();
      String why = whyNot(name, state);
      if (why.isEmpty()) {
        // On the disk before the start, so that a start that takes the machine down counts as well.
        slots.write(state.started());
        slots.link(name);
        return name;
      }
      state = turn.giveUp(state, why);
    }
    return committed(state);
  }

  private String whyNot(SlotName name, SlotState state) throws IOException {
    if (state.tries() <= 0) {
      return "tries";
    }
    try {
      slots.demandStartable(name, state);
      return "";
    } catch (UpdateRefusedException e) {
      return e.refusal().name().toLowerCase(Locale.ROOT);
    }
  }

  private SlotName committed(SlotState state) throws IOException, UpdateRefusedException {
    SlotName good = state.good();
    if (good == SlotName.FACTORY) {
      return factory(state, state.trouble());
    }
    String trouble;
    try {
      slots.demandStartable(good, state);
      slots.keep(state);
      slots.link(good);
      return good;
    } catch (UpdateRefusedException e) {
      trouble = "slot " + good.word() + " cannot run: " + e.getMessage();
    }
    SlotName other = good.other();
    if (!state.bad().contains(state.version(other))) {
      try {
        slots.demandStartable(other, state);
        slots.write(state.fallingBack(other, trouble));
        slots.link(other);
        return other;
      } catch (UpdateRefusedException e) {
        trouble = trouble + "; slot " + other.word() + ": " + e.getMessage();
      }
    }
    return factory(state, trouble);
  }

  private SlotName factory(SlotState state, String trouble)
      throws IOException, UpdateRefusedException {
    if (!slots.factoryThere()) {
      throw new UpdateRefusedException(
          Refusal.NOTHING, "there is no program to start; install the package again; " + trouble);
    }
    slots.keep(state.fallingBack(SlotName.FACTORY, trouble));
    slots.link(SlotName.FACTORY);
    return SlotName.FACTORY;
  }
}
