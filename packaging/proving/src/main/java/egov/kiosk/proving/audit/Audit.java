package egov.kiosk.proving.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the books with the platform and the queue. Used by one thread. */
public final class Audit {
  private final Books books;
  private final Map<String, Arrival> last = new HashMap<>();
  private long known;

  private record Arrival(Entry entry, String number) {}

  public Audit(Books books) {
    this.books = books;
  }

  /**
   * Looks at every message whose end is not known; nothing moves meanwhile.
   *
   * @param destroyed whether bytes that were safe on the disk were destroyed since the last audit:
   *     only then may the queue report something as missing
   */
  public Finding run(Witness witness, boolean destroyed) throws IOException, InterruptedException {
    Finding finding = new Finding();
    List<Arrival> arrivals = new ArrayList<>();
    for (Entry entry : books.open()) {
      Optional<String> number = witness.number(entry.id());
      if (number.isPresent()) {
        arrivals.add(new Arrival(entry, number.get()));
        books.close(entry);
        count(entry, finding);
      } else {
        absent(entry, witness, destroyed, finding);
      }
    }
    order(arrivals, finding);
    compareTotals(witness, finding);
    if (!books.broken().isEmpty()) {
      finding.complaints.add(books.broken());
    }
    return finding;
  }

  private void count(Entry entry, Finding finding) {
    known++;
    if (entry.accepted()) {
      finding.delivered++;
    } else {
      finding.unannounced++;
    }
  }

  private void absent(Entry entry, Witness witness, boolean destroyed, Finding finding)
      throws InterruptedException {
    String standing = witness.standing(entry.id(), entry.sequence());
    if (!entry.accepted()) {
      if (standing.equals("ABSENT")) {
        books.retire(entry);
      } else if (standing.equals("PENDING")) {
        // Nobody was told so, and still it should have gone by now.
        finding.unsettled++;
      }
      return;
    }
    switch (standing) {
      case "PENDING", "FAILED" -> finding.pending++;
      case "DEAD_LETTER" -> {
        finding.dead++;
        books.retire(entry);
      }
      case "ABSENT" -> {
        books.retire(entry);
        boolean reported = witness.reportedMissing(entry.sequence());
        if (reported && destroyed) {
          finding.destroyed++;
        } else {
          lost(
              entry,
              reported ? "was given up though nothing was destroyed" : "is nowhere",
              finding);
        }
      }
      default -> {
        books.retire(entry);
        lost(entry, "is " + standing + " at the kiosk and unknown to the platform", finding);
      }
    }
  }

  private static void lost(Entry entry, String how, Finding finding) {
    finding.lost++;
    finding.complaints.add("lost: " + entry.id() + " at place " + entry.sequence() + " " + how);
  }

  /** Official numbers rise in the order in which the platform took the messages. */
  private void order(List<Arrival> arrivals, Finding finding) {
    arrivals.sort(Comparator.comparingLong(arrival -> arrival.entry.number()));
    for (Arrival arrival : arrivals) {
      // What nobody was told to be accepted was promised no place either.
      if (!arrival.entry.ordered() || !arrival.entry.accepted()) {
        continue;
      }
      Arrival before = last.get(arrival.entry.key());
      if (before == null || rises(before, arrival)) {
        last.put(arrival.entry.key(), arrival);
      } else if (before.entry.number() < arrival.entry.number() || !rises(arrival, before)) {
        finding.disordered++;
        finding.complaints.add(
            "out of order: " + arrival.entry.id() + " was taken before " + before.entry.id());
      }
    }
  }

  private static boolean rises(Arrival first, Arrival second) {
    return first.entry.number() < second.entry.number()
        && first.number.compareTo(second.number) < 0;
  }

  private void compareTotals(Witness witness, Finding finding)
      throws IOException, InterruptedException {
    long there = witness.count();
    if (there > known) {
      // Something that was given up may have come after all.
      for (String id : books.retired()) {
        if (witness.number(id).isPresent()) {
          known++;
          finding.unannounced++;
          books.unretire(id);
        }
      }
    }
    for (Entry entry : there > known ? books.open() : List.<Entry>of()) {
      // It came between the look at it and the count.
      if (witness.number(entry.id()).isPresent()) {
        books.close(entry);
        count(entry, finding);
        finding.late++;
      }
    }
    if (there > known) {
      finding.doubled += there - known;
      finding.complaints.add("the platform has " + there + " messages, " + known + " were sent");
    } else if (there < known) {
      finding.lost += known - there;
      finding.complaints.add("the platform had " + known + " messages and has " + there);
    }
    known = there;
  }
}
