package egov.kiosk.packager;

import java.util.Comparator;
import java.util.List;

/** The third parties whose work is in a package, and under which licence. */
final class Notices {
  private Notices() {}

  static String of(Bill bill) {
    List<Bill.Component> all =
        bill.components().stream()
            .sorted(Comparator.comparing(Bill.Component::id))
            .distinct()
            .toList();
    StringBuilder text =
        new StringBuilder(
            "This program carries work of others, each under its own licence. The licences' texts are"
                + " in the\njars themselves (META-INF) and, for common ones, in"
                + " /usr/share/common-licenses.\n\n");
    for (Bill.Component component : all) {
      text.append(component.id())
          .append(' ')
          .append(component.version())
          .append("\n    ")
          .append(
              component.licences().isEmpty()
                  ? "see the jar"
                  : String.join(" or ", component.licences()))
          .append('\n');
    }
    return text.toString();
  }
}
