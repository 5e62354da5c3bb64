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
 * {@code #} are for people. The list is kept by hand; that a version is not on it proves nothing.
 */
public final class KnownFaults {
  private record Fault(String id, String from, String until, String reason) {}

  private final List<Fault> faults;

  private KnownFaults(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Reads the file.
   *
   * @throws PackagingException naming the line that is not in order
   */
  public static KnownFaults read(Path file) throws IOException, PackagingException {
    List<Fault> faults = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] below = line.split("\\s+", 4);
      if (below.length == 4 && below[1].equals("<") && below[0].contains(":")) {
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
            file + " line " + number + " is neither \"g:n < v reason\" nor \"g:n [a, b) reason\"");
      }
    }
    return new KnownFaults(faults);
  }

  /** What of a bill is on the list, in words. */
  public List<String> in(Bill bill) {
    List<String> found = new ArrayList<>();
    for (Bill.Component component : bill.components()) {
      for (Fault fault : faults) {
        if (fault.id().equals(component.id())
            && (fault.from().isEmpty() || Versions.compare(component.version(), fault.from()) >= 0)
            && Versions.compare(component.version(), fault.until()) < 0) {
          found.add(component.id() + " " + component.version() + ": " + fault.reason());
        }
      }
    }
    return found;
  }
}
