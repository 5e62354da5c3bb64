package egov.kiosk.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The ways to secure lines that are here, by name. Safe for use by several threads. */
public final class LineSecurities {
  private final List<LineSecurity> known = new CopyOnWriteArrayList<>();

  /** Those, to begin with. */
  public LineSecurities(List<LineSecurity> known) {
    this.known.addAll(known);
  }

  /** One more. */
  public void add(LineSecurity security) {
    known.add(security);
  }

  /** That one no more. */
  public void remove(LineSecurity security) {
    known.remove(security);
  }

  /**
   * The way that settings name.
   *
   * @throws LineException {@link LineFault#SETTINGS} when it is not here
   */
  public LineSecurity named(String name) throws LineException {
    for (LineSecurity security : known) {
      if (security.name().equals(name)) {
        return security;
      }
    }
    List<String> names = new ArrayList<>();
    known.forEach(security -> names.add(security.name()));
    throw new LineException(
        LineFault.SETTINGS,
        "no way to secure lines is called "
            + name
            + " here (there is "
            + names.stream().sorted().collect(Collectors.joining(", "))
            + "); correct security, or install the bundle that offers it");
  }
}
