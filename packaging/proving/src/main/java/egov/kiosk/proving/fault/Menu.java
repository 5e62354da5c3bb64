package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Ground.Need;
import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The faults this machine can do, dealt in random order, each as often as its weight. */
public final class Menu {
  private final List<Kind> deck = new ArrayList<>();
  private final List<Kind> rest = new ArrayList<>();
  private final Random random;

  /**
   * @param missing what the machine does not have
   * @param only the kinds wanted; empty for all
   * @param once whether each kind comes before any comes again
   */
  public Menu(Set<Need> missing, Set<Kind> only, boolean once, Random random) {
    this.random = random;
    for (Kind kind : Kind.values()) {
      boolean possible = kind.need().map(need -> !missing.contains(need)).orElse(true);
      if (possible && (only.isEmpty() || only.contains(kind))) {
        deck.addAll(Collections.nCopies(once ? 1 : kind.weight(), kind));
      }
    }
    if (deck.isEmpty()) {
      throw new IllegalArgumentException("this machine can do none of the faults wanted");
    }
  }

  /** The next one. */
  public synchronized Kind next() {
    if (rest.isEmpty()) {
      rest.addAll(deck);
      Collections.shuffle(rest, random);
    }
    return rest.remove(rest.size() - 1);
  }

  /** Does it to a stand and puts everything right but the queue. */
  public static void strike(Kind kind, Stand stand, Random random)
      throws IOException, InterruptedException {
    kind.fault().strike(stand, random);
  }
}
