package egov.kiosk.gateway.field;

import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds drafts that were rescued when tablets were wiped (抢救草稿). */
public final class RescuedDrafts {
  private static final int LOOKED_AT = 10_000;
  private static final int MOST_NAMED = 100;

  private final AcceptedStore store;

  public RescuedDrafts(AcceptedStore store) {
    this.store = store;
  }

  /** Whether a console command is one for this class. */
  public static boolean takes(String command) {
    return command.equals("rescued") || command.startsWith("rescued ");
  }

  /**
   * Answers {@code rescued [worker=BADGE] [taskId=ID] [houseId=ID] ...}: those of which every word
   * holds, newest first, with where the sealed message is.
   */
  public String answer(String command) throws IOException {
    List<String> asked =
        Arrays.stream(command.split("\\s+")).skip(1).filter(word -> !word.isEmpty()).toList();
    List<Finding> found =
        store.findings(Finding.RESCUED, LOOKED_AT).stream()
            .filter(one -> Arrays.asList(one.detail().split(" ")).containsAll(asked))
            .toList();
    return found.stream()
        .limit(MOST_NAMED)
        .map(
            one ->
                "; "
                    + one.id()
                    + " "
                    + one.kioskId()
                    + " "
                    + one.detail()
                    + " "
                    + store.whereabouts(one.id()))
        .collect(Collectors.joining("", "ok rescued=" + found.size(), ""));
  }
}
