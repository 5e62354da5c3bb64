package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;

/** The turns a trial can take. In each, the state is on the disk before the link follows it. */
final class Turn {
  private final Slots slots;

  Turn(Slots slots) {
    this.slots = slots;
  }

  SlotState begin(SlotState state) throws IOException, UpdateRefusedException {
    if (state.trying().isPresent()) {
      return state;
    }
    SlotName name =
        state
            .staged()
            .orElseThrow(
                () -> new UpdateRefusedException(Refusal.NOTHING, "no update is installed"));
    try {
      slots.demandFitting(name, state);
    } catch (UpdateRefusedException e) {
      slots.write(state.unstaged());
      throw e;
    }
    SlotState next = state.beginning(name);
    slots.write(next);
    slots.link(name);
    return next;
  }

  SlotState keep(SlotState state) throws IOException {
    if (state.trying().isEmpty()) {
      return state;
    }
    SlotState next = state.kept();
    slots.write(next);
    return next;
  }

  SlotState giveUp(SlotState state, String why) throws IOException {
    if (state.trying().isEmpty()) {
      return state;
    }
    SlotState next = state.givenUp(why);
    slots.write(next);
    slots.link(next.good());
    return next;
  }
}
