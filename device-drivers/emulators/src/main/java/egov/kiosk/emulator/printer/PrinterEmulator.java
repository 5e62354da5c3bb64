package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Happenings;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The printer as its operator sees it.
 *
 * <p>Options: {@code --port 0..65535} (0: a free one) or {@code --pty PATH} (a character device of
 * that name), {@code --out DIR} (needed).
 *
 * <p>Orders: {@code paper ok|low|out}, {@code paper out N} (the paper ends after N more lines),
 * {@code cover open|closed}, {@code hang}, {@code unhang}, {@code busy} (says that all is well, and
 * works nothing off until {@code idle}), {@code jam}, {@code unjam}, {@code lie} (says that all is
 * well, and what it cannot print vanishes), {@code truth}, {@code unplug}, {@code replug}, {@code
 * serial NUMBER|none} (another printer in its place, or one that does not know GS I), {@code
 * stats}, {@code slips}. Scripts may wait until {@code line} or {@code slip}.
 */
public final class PrinterEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("port", "out", "pty");
  private static final int MOST_PORT = 65_535;
  private static final int MOST_LINES = 100_000;
  private static final long STOP_MILLIS = 5_000;

  private final Panel panel = new Panel();
  private final PrinterCounters counters = new PrinterCounters();
  private final ReceiveBuffer buffer = new ReceiveBuffer();
  private final SlipFolder folder;
  private final Happenings happenings = new Happenings();
  private final HostSide host;
  private final Thread headThread;

  private PrinterEmulator(Typeface typeface, SlipFolder folder, Options options)
      throws UsageException, IOException {
    this.folder = folder;
    this.host =
        options.value("pty").isPresent()
            ? new PrinterLine(
                Path.of(options.required("pty")).toAbsolutePath(), buffer, panel, counters)
            : PrinterPort.open(options.number("port", 0, 0, MOST_PORT), buffer, panel, counters);
    panel.happenings(happenings);
    PrintHead head = new PrintHead(new Roll(typeface), folder, panel, counters);
    Interpreter interpreter =
        new Interpreter(new CommandSource(buffer, panel), head, panel, counters, host::answer);
    this.headThread = thread(interpreter, "emulator-printer-head");
  }

  /**
   * Sets the printer up and opens its port.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the port, the folder or a Chinese font cannot be had
   */
  public static PrinterEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, OPTIONS);
    SlipFolder folder = SlipFolder.open(Path.of(options.required("out")).toAbsolutePath());
    PrinterEmulator emulator = new PrinterEmulator(Typeface.find(), folder, options);
    emulator.host.plug();
    emulator.headThread.start();
    return emulator;
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String ready() {
    return "kind=printer " + host.ready();
  }

  @Override
  public Happenings happenings() {
    return happenings;
  }

  @Override
  public String obey(List<String> words) throws OrderException {
    String order = String.join(" ", words);
    switch (order) {
      case "paper ok" -> panel.paper(PaperLevel.OK);
      case "paper low" -> panel.paper(PaperLevel.LOW);
      case "paper out" -> panel.paper(PaperLevel.OUT);
      case "cover open" -> panel.cover(true);
      case "cover closed" -> panel.cover(false);
      case "hang" -> panel.hang(true);
      case "unhang" -> panel.hang(false);
      case "busy" -> panel.busy(true);
      case "idle" -> panel.busy(false);
      case "jam" -> panel.jam(true);
      case "unjam" -> panel.jam(false);
      case "lie" -> panel.lie(true);
      case "truth" -> panel.lie(false);
      case "unplug" -> host.unplug();
      case "replug" -> replug();
      default -> {
        return answer(words, order);
      }
    }
    return "";
  }

  private String answer(List<String> words, String order) throws OrderException {
    if (order.equals("stats")) {
      return counters.takeLine() + " held=" + buffer.held();
    }
    if (order.equals("slips")) {
      return folder.count() + " " + folder.newest().map(Path::toString).orElse("-");
    }
    if (words.get(0).equals("serial") && words.size() == 2) {
      host.unplug();
      panel.serial(words.get(1).equals("none") ? "" : words.get(1));
      replug();
      return words.get(1);
    }
    if (order.startsWith("paper out ") && words.size() == 3) {
      panel.paperEndsAfter(lines(words.get(2)));
      return "";
    }
    throw new OrderException("unknown order " + order);
  }

  private void replug() throws OrderException {
    try {
      host.plug();
    } catch (IOException e) {
      throw new OrderException("cannot plug in: " + e.getMessage());
    }
  }

  private static int lines(String word) throws OrderException {
    try {
      int lines = Integer.parseInt(word);
      if (lines > 0 && lines <= MOST_LINES) {
        return lines;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected 1.." + MOST_LINES + " lines: " + word);
  }

  @Override
  public void close() {
    try {
      host.close();
    } catch (IOException e) {
      System.err.println("printer: not unplugged: " + e.getMessage());
    }
    stop(headThread);
  }

  private static void stop(Thread thread) {
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
