package egov.kiosk.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the desk page offers to do to each device, hands and faults alike: the file {@code
 * desk-orders.txt}.
 */
public final class DeskOrders {
  private static final Pattern HEAD = Pattern.compile("\\[(\\S+) \\| (.+) \\| (\\S+)]");

  private DeskOrders() {}

  /**
   * One thing to do.
   *
   * @param order in the emulator's own language, with the names in braces not yet filled in
   * @param label what happens, for people
   */
  public record Order(String order, String label) {}

  /**
   * One device.
   *
   * @param device its name on the desk page
   * @param title for people
   * @param check the name of its health check in the kiosk
   * @param orders in the order of the page
   */
  public record Sheet(String device, String title, String check, List<Order> orders) {
    public Sheet {
      orders = List.copyOf(orders);
    }
  }

  /** All of them, in the order of the page. */
  public static List<Sheet> all() {
    try (InputStream in = DeskOrders.class.getResourceAsStream("/desk-orders.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(lines.lines().map(String::strip).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Sheet> read(List<String> lines) {
    List<Sheet> sheets = new ArrayList<>();
    Matcher head = null;
    List<Order> orders = new ArrayList<>();
    for (String line : lines) {
      Matcher next = HEAD.matcher(line);
      if (next.matches()) {
        add(sheets, head, orders);
        head = next;
        orders = new ArrayList<>();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] halves = line.split(" \\| ", 2);
        orders.add(new Order(halves[0], halves[1]));
      }
    }
    add(sheets, head, orders);
    return sheets;
  }

  private static void add(List<Sheet> sheets, Matcher head, List<Order> orders) {
    if (head != null) {
      sheets.add(new Sheet(head.group(1), head.group(2), head.group(3), orders));
    }
  }
}
