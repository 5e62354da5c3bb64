package egov.kiosk.proving.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the kiosk said it accepted, kept outside of everything that is tormented. Holds messages
 * until {@link Audit} has found them at the platform. Thread safe.
 */
public final class Books {
  private final Map<String, Entry> open = new LinkedHashMap<>();
  private final Set<String> retired = new HashSet<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private long accepted;
  private String broken = "";

  /** What was accepted at one moment. */
  public record Moment(Set<String> accepted) {}

  /**
   * Takes a line of the kiosk down.
   *
   * @return whether it was for the books
   */
  public synchronized boolean heard(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "try" -> open.put(words[1], Entry.tried(words[1], words[2], Long.parseLong(words[3])));
      case "took" -> {
        accepted++;
        note(words[1], entry -> entry.took(Long.parseLong(words[2])));
      }
      case "refused" -> {
        refusals.merge(words[2], 1, Integer::sum);
        note(words[1], entry -> entry.refused(words[2]));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void note(String id, UnaryOperator<Entry> change) {
    Entry entry = open.get(id);
    if (entry == null) {
      broken = "an answer about a message nobody tried";
    } else {
      open.put(id, change.apply(entry));
    }
  }

  /** How many messages were accepted since the start. */
  public synchronized long accepted() {
    return accepted;
  }

  /** How many were refused since the start, by reason. */
  public synchronized Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** What is accepted now. */
  public synchronized Moment moment() {
    Set<String> ids = new HashSet<>();
    open.values().stream().filter(Entry::accepted).forEach(entry -> ids.add(entry.id()));
    return new Moment(ids);
  }

  /** Only what was accepted at that moment was ever accepted: the power went just then. */
  public synchronized void backTo(Moment moment) {
    for (Entry entry : List.copyOf(open.values())) {
      if (entry.accepted() && !moment.accepted().contains(entry.id())) {
        accepted--;
        open.put(entry.id(), entry.undone());
      }
    }
  }

  synchronized List<Entry> open() {
    return new ArrayList<>(open.values());
  }

  /** Its end is known. */
  synchronized void close(Entry entry) {
    open.remove(entry.id());
  }

  /** It never came to anything, as far as one can see; should it turn up, it is known. */
  synchronized void retire(Entry entry) {
    open.remove(entry.id());
    retired.add(entry.id());
  }

  synchronized Set<String> retired() {
    return Set.copyOf(retired);
  }

  synchronized void unretire(String id) {
    retired.remove(id);
  }

  /** What is wrong with the books themselves, empty when nothing is. */
  synchronized String broken() {
    return broken;
  }
}
