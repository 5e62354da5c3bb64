package egov.kiosk.gateway.field;

import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;

/** Finds households that grid workers took up and no list has yet (新增户). */
public final class NewHouseholds {
  private static final String NAME = "new-households";

  private final AcceptedStore store;

  public NewHouseholds(AcceptedStore store) {
    this.store = store;
  }

  /** Whether a console command is one for this class. */
  public static boolean takes(String command) {
    return FieldFindings.takes(NAME, command);
  }

  /**
   * Answers {@code new-households [grid=GRID] [worker=BADGE] [houseId=ID]}: those of which every
   * word holds, newest first, with where the sealed message is.
   */
  public String answer(String command) throws IOException {
    return FieldFindings.answer(store, NAME, Finding.NEW_HOUSEHOLD, command);
  }
}
