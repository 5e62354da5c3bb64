package egov.kiosk.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Versions that are known to be vulnerable, from a file kept in the repository. A line says {@code
 * group:name < version reason} or {@code group:name [from, until) reason}; lines that begin with
 * {@code #} are for people. {@code accepted group:name version advisory why} lets exactly that
 * version pass that advisory, and is a fault itself when nothing needs it. The list is kept by
 * hand; that a version is not on it proves nothing.
 */
public final class KnownFaults {
  private record Fault(String id, String from, String until, String reason) {}

  private record Acceptance(String id, String version, String advisory, String why) {
    boolean lets(Bill.Component component, Fault fault) {
      return id.equals(component.id())
          && version.equals(component.version())
          && fault.reason().contains(advisory);
    }
  }

  private final List<Fault> faults;
  private final List<Acceptance> acceptances;

  private KnownFaults(List<Fault> faults, List<Acceptance> acceptances) {
    this.faults = faults;
    this.acceptances = acceptances;
  }

  /**
   * Reads the file.
   *
   * @throws PackagingException naming the line that is not in order
   */
  public static KnownFaults read(Path file) throws IOException, PackagingException {
    List<Fault> faults = new ArrayList<>();
    List<Acceptance> acceptances = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] below = line.split("\\s+", 4);
      String[] accepted = line.split("\\s+", 5);
      if (below[0].equals("accepted") && accepted.length == 5) {
        acceptances.add(new Acceptance(accepted[1], accepted[2], accepted[3], accepted[4]));
      } else if (below.length == 4 && below[1].equals("<") && below[0].contains(":")) {
        faults.add(new Fault(below[0], "", below[2], below[3]));
      } else if (below.length == 4 && below[1].startsWith("[") && below[2].endsWith(")")) {
        faults.add(
            new Fault(
                below[0],
                below[1].substring(1).replace(",", ""),
                below[2].substring(0, below[2].length() - 1),
                below[3]));
      } else {
        throw new PackagingException(
            file
                + " line "
                + number
                + " is neither \"g:n < v reason\" nor \"g:n [a, b) reason\" nor \"accepted g:n v"
                + " advisory why\"");
      }
    }
    return new KnownFaults(faults, acceptances);
  }

  /** What of a bill is on the list and not accepted, and what is accepted for nothing, in words. */
  public List<String> in(Bill bill) {
    List<String> found = new ArrayList<>();
    List<Acceptance> unused = new ArrayList<>(acceptances);
    for (Bill.Component component : bill.components()) {
      for (Fault fault : faults) {
        if (!hits(fault, component)) {
          continue;
        }
        List<Acceptance> of =
            acceptances.stream().filter(one -> one.lets(component, fault)).toList();
        unused.removeAll(of);
        if (of.isEmpty()) {
          found.add(component.id() + " " + component.version() + ": " + fault.reason());
        }
      }
    }
    unused.forEach(
        one ->
            found.add(
                "accepted for nothing, take the line away: "
                    + one.id()
                    + " "
                    + one.version()
                    + " "
                    + one.advisory()));
    return found;
  }

  /** What is shipped although it is on the list, with what holds instead, in words. */
  public List<String> accepted() {
    return acceptances.stream()
        .map(one -> one.id() + " " + one.version() + " " + one.advisory() + ": " + one.why())
        .toList();
  }

  private static boolean hits(Fault fault, Bill.Component component) {
    return fault.id().equals(component.id())
        && (fault.from().isEmpty() || Versions.compare(component.version(), fault.from()) >= 0)
        && Versions.compare(component.version(), fault.until()) < 0;
  }
}
