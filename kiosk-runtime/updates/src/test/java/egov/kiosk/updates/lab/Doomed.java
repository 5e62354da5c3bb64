package egov.kiosk.updates.lab;

import egov.kiosk.updates.boot.KioskSlot;
import egov.kiosk.updates.disk.Steps;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The helper in a process of its own that ends, without a word and without cleaning up, right after
 * its n-th step: {@code Doomed N helper-arguments…}.
 */
public final class Doomed {
  public static final int DEAD = 99;

  private Doomed() {}

  public static void main(String[] arguments) {
    int last = Integer.parseInt(arguments[0]);
    AtomicInteger made = new AtomicInteger();
    Steps steps =
        step -> {
          if (made.incrementAndGet() == last) {
            Runtime.getRuntime().halt(DEAD);
          }
        };
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    int code = KioskSlot.run(out, out, rest, steps);
    if (last > 0) {
      Runtime.getRuntime().halt(code);
    }
    // An ordinary end, at which a class-data archive can be written.
  }
}
