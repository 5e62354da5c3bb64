package egov.kiosk.emulator.scanner;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import egov.kiosk.emulator.pty.PluggedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scanner as its operator sees it.
 *
 * <p>Options: {@code --link PATH} (needed), {@code --end cr|lf|crlf|none}.
 *
 * <p>Orders: {@code scan TEXT}, {@code repeat TIMES MILLIS TEXT}, {@code drip MILLIS TEXT}, {@code
 * long LENGTH} (that many letters), {@code hex DIGITS} (no line end), {@code end cr|lf|crlf|none},
 * {@code quiet} (whether all is said), {@code stats}, {@code unplug}, {@code plug}.
 */
public final class ScannerEmulator implements Emulator {
  private static final Map<String, String> ENDS =
      Map.of("cr", "\r", "lf", "\n", "crlf", "\r\n", "none", "");
  private static final int MOST = 1_000_000;

  private final Path link;
  private String end;
  private ScannerLine line;
  private PluggedLine plugged;

  private ScannerEmulator(Path link, String end) {
    this.link = link;
    this.end = end;
  }

  /**
   * Plugs the scanner in.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the pseudo terminal cannot be had
   */
  public static ScannerEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, Set.of("link", "end"));
    String end = ENDS.get(options.value("end").orElse("cr"));
    if (end == null) {
      throw new UsageException("option --end: expected cr, lf, crlf or none");
    }
    ScannerEmulator emulator =
        new ScannerEmulator(Path.of(options.required("link")).toAbsolutePath(), end);
    emulator.plug();
    return emulator;
  }

  @Override
  public synchronized String ready() {
    return "kind=scanner link=" + link;
  }

  @Override
  public synchronized String obey(List<String> words) throws OrderException {
    return switch (words.get(0)) {
      case "scan" -> say(Utterance.once(shown(rest(words, 1))));
      case "repeat" ->
          say(
              new Utterance(
                  shown(rest(words, 3)), Duration.ZERO, number(words, 1), millis(words, 2)));
      case "drip" -> say(new Utterance(shown(rest(words, 2)), millis(words, 1), 1, Duration.ZERO));
      case "long" -> say(Utterance.once(shown("A".repeat(number(words, 1)))));
      case "hex" -> say(Utterance.once(bytes(rest(words, 1))));
      case "end" -> end(rest(words, 1));
      case "quiet" -> Boolean.toString(line == null || line.quiet());
      case "stats" -> "lost=" + (line == null ? 0 : line.lost());
      case "unplug" -> unplug();
      case "plug" -> plugAgain();
      default -> throw new OrderException("unknown order " + words.get(0));
    };
  }

  private byte[] shown(String text) {
    return (text + end).getBytes(StandardCharsets.UTF_8);
  }

  private String say(Utterance utterance) throws OrderException {
    if (line == null || !line.say(utterance)) {
      throw new OrderException("not plugged in, or too much waits to be said");
    }
    return "";
  }

  private static byte[] bytes(String digits) throws OrderException {
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new OrderException("expected hexadecimal digits");
    }
  }

  private String end(String word) throws OrderException {
    String wanted = ENDS.get(word);
    if (wanted == null) {
      throw new OrderException("expected cr, lf, crlf or none");
    }
    end = wanted;
    return word;
  }

  private String unplug() throws OrderException {
    if (plugged == null) {
      throw new OrderException("not plugged in");
    }
    close();
    return "";
  }

  private String plugAgain() throws OrderException {
    if (plugged != null) {
      throw new OrderException("plugged in already");
    }
    try {
      plug();
    } catch (IOException e) {
      throw new OrderException(e.getMessage());
    }
    return "terminal=" + plugged.terminal();
  }

  private synchronized void plug() throws IOException {
    line = new ScannerLine();
    plugged = PluggedLine.plug(link, "emulator-scanner-line", line);
  }

  /** The words from here on, as they were written but for the number of blanks. */
  private static String rest(List<String> words, int from) throws OrderException {
    if (words.size() <= from) {
      throw new OrderException("order " + words.get(0) + " needs an argument");
    }
    return String.join(" ", words.subList(from, words.size()));
  }

  private static int number(List<String> words, int at) throws OrderException {
    try {
      int number = Integer.parseInt(rest(words.subList(0, Math.min(at + 1, words.size())), at));
      if (number > 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected a number from 1 to " + MOST);
  }

  private static Duration millis(List<String> words, int at) throws OrderException {
    return Duration.ofMillis(number(words, at));
  }

  @Override
  public synchronized void close() {
    if (plugged != null) {
      plugged.close();
      plugged = null;
      line = null;
    }
  }
}
