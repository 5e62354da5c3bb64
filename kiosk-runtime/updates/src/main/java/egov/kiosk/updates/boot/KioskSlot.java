package egov.kiosk.updates.boot;

import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Steps;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The boot helper, {@code kiosk-slot}: runs on the factory program's Java with jars of its own, so
 * that no slot has to work for it. Exit codes: 0 done; 1 refused, and what ran goes on running; 2
 * asked wrongly; 3 a trial was given up and the service must be started again.
 */
public final class KioskSlot {
  static final int REFUSED = 1;
  static final int WRONGLY = 2;
  static final int RESTART = 3;

  private KioskSlot() {}

  /** Runs one command and ends the process. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, List.of(arguments), Steps.NONE));
  }

  /** Runs one command. */
  public static int run(PrintWriter out, PrintWriter err, List<String> arguments, Steps steps) {
    try {
      Options options = Options.of(arguments);
      return new Commands(options.places(), options.machine(), steps, out).run(options.words());
    } catch (IllegalArgumentException e) {
      err.println("kiosk-slot: " + e.getMessage());
      return WRONGLY;
    } catch (UpdateRefusedException e) {
      err.println("kiosk-slot: " + e.refusal() + ": " + e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      err.println("kiosk-slot: the disk: " + e.getMessage());
      return REFUSED;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
