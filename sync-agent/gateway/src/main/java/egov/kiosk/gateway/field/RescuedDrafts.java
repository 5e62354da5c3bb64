package egov.kiosk.gateway.field;

import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;

/** Finds drafts that were rescued when tablets were wiped (抢救草稿). */
public final class RescuedDrafts {
  private static final String NAME = "rescued";

  private final AcceptedStore store;

  public RescuedDrafts(AcceptedStore store) {
    this.store = store;
  }

  /** Whether a console command is one for this class. */
  public static boolean takes(String command) {
    return FieldFindings.takes(NAME, command);
  }

  /**
   * Answers {@code rescued [worker=BADGE] [taskId=ID] [houseId=ID] ...}: those of which every word
   * holds, newest first, with where the sealed message is.
   */
  public String answer(String command) throws IOException {
    return FieldFindings.answer(store, NAME, Finding.RESCUED, command);
  }
}
