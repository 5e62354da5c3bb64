package egov.kiosk.emulator.printer;

import egov.kiosk.emulator.control.Emulator;
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
 * <p>Options: {@code --port 0..65535} (0: a free one), {@code --out DIR} (needed).
 *
 * <p>Orders: {@code paper ok|low|out}, {@code paper out N} (the paper ends after N more lines),
 * {@code cover open|closed}, {@code hang}, {@code unhang}, {@code stats}, {@code slips}.
 */
public final class PrinterEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("port", "out");
  private static final int MOST_PORT = 65_535;
  private static final int MOST_LINES = 100_000;
  private static final long STOP_MILLIS = 5_000;

  private final Panel panel = new Panel();
  private final PrinterCounters counters = new PrinterCounters();
  private final ReceiveBuffer buffer = new ReceiveBuffer();
  private final SlipFolder folder;
  private final PrinterPort port;
  private final Thread portThread;
  private final Thread headThread;

  private PrinterEmulator(Typeface typeface, SlipFolder folder, int number) throws IOException {
    this.folder = folder;
    this.port = PrinterPort.open(number, buffer, panel, counters);
    PrintHead head = new PrintHead(new Roll(typeface), folder, panel, counters);
    Interpreter interpreter =
        new Interpreter(new CommandSource(buffer, panel), head, panel, counters, port::answer);
    this.portThread = thread(port, "emulator-printer-port");
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
    int number = options.number("port", 0, 0, MOST_PORT);
    SlipFolder folder = SlipFolder.open(Path.of(options.required("out")).toAbsolutePath());
    PrinterEmulator emulator = new PrinterEmulator(Typeface.find(), folder, number);
    emulator.portThread.start();
    emulator.headThread.start();
    return emulator;
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return port.number();
  }

  @Override
  public String ready() {
    return "kind=printer port=" + port.number();
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
    if (order.startsWith("paper out ") && words.size() == 3) {
      panel.paperEndsAfter(lines(words.get(2)));
      return "";
    }
    throw new OrderException("unknown order " + order);
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
      port.close();
    } catch (IOException e) {
      System.err.println("printer: port not closed: " + e.getMessage());
    }
    stop(portThread);
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
