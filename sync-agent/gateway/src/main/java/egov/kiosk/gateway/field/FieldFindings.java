package egov.kiosk.gateway.field;

import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what was noted of grid workers' messages, by the words of {@link FieldReport#line}. */
final class FieldFindings {
  private static final int LOOKED_AT = 10_000;
  private static final int MOST_NAMED = 100;

  private FieldFindings() {}

  static boolean takes(String name, String command) {
    return command.equals(name) || command.startsWith(name + " ");
  }

  /** Those of which every asked word holds, newest first, with where the sealed message is. */
  static String answer(AcceptedStore store, String name, String word, String command)
      throws IOException {
    List<String> asked =
        Arrays.stream(command.split("\\s+")).skip(1).filter(part -> !part.isEmpty()).toList();
    List<Finding> found =
        store.findings(word, LOOKED_AT).stream()
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
        .collect(Collectors.joining("", "ok " + name + "=" + found.size(), ""));
  }
}
