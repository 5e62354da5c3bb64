package egov.kiosk.emulator.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * The operator's side of an emulator process: {@code ready ...} once, then one answer line an order
 * line, until the input ends.
 *
 * <p>The end of the input is the order to stop, so that a parent that dies takes its emulators with
 * it. A broken order never stops the loop.
 */
public final class ControlLoop {
  private static final int MAX_ORDER = 4096;

  private final BufferedReader orders;
  private final PrintStream answers;
  private final PrintStream log;

  /**
   * @param orders where the order lines come from
   * @param answers where the answer lines go; flushed after each
   * @param log where the traces of unexpected failures go
   */
  public ControlLoop(BufferedReader orders, PrintStream answers, PrintStream log) {
    this.orders = orders;
    this.answers = answers;
    this.log = log;
  }

  /** Serves until the input ends or breaks. The emulator is not closed here. */
  public void serve(Emulator emulator) {
    say("ready " + emulator.ready());
    try {
      for (String line = orders.readLine(); line != null; line = orders.readLine()) {
        say(answer(emulator, line));
      }
    } catch (IOException e) {
      // A broken input is an ended input: whoever gave the orders is gone.
      log.println("emulator: input broke, stopping");
    }
  }

  private String answer(Emulator emulator, String line) {
    String order = line.strip();
    if (order.isEmpty() || order.length() > MAX_ORDER) {
      return "error an order is 1.." + MAX_ORDER + " characters";
    }
    try {
      return ("ok " + emulator.obey(List.of(order.split("\\s+")))).strip();
    } catch (OrderException e) {
      return "error " + oneLine(e.getMessage());
    } catch (RuntimeException e) {
      e.printStackTrace(log);
      return "error unexpected " + e.getClass().getSimpleName();
    }
  }

  private static String oneLine(String reason) {
    return reason.replaceAll("\\R", " ");
  }

  private void say(String line) {
    answers.println(line);
    answers.flush();
  }
}
