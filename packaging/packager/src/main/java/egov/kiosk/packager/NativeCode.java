package egov.kiosk.packager;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.stream.Collectors;

/** The header that tells a framework where a bundle's native libraries are. */
final class NativeCode {
  private static final String HEADER = "Bundle-NativeCode";

  private NativeCode() {}

  /** Leaves only the clauses whose library stays in the bundle. */
  static void keep(Attributes main, Predicate<String> keep) {
    String value = main.getValue(HEADER);
    if (value == null) {
      return;
    }
    String left =
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(clause -> keep.test(clause.split(";")[0].strip()))
            .collect(Collectors.joining(","));
    if (left.isEmpty()) {
      main.remove(new Attributes.Name(HEADER));
    } else {
      main.putValue(HEADER, left);
    }
  }
}
