package egov.kiosk.emulator.cabinet;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Happenings;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import egov.kiosk.emulator.pty.PluggedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The cabinet as its operator sees it.
 *
 * <p>Options: {@code --link PATH} (needed), {@code --unit NUMBER}.
 *
 * <p>Orders: {@code door open|closed} (input 0), {@code person here|gone} (1), {@code mains on|off}
 * (2), {@code battery low|ok} (3), {@code input NUMBER 0|1}, {@code coils} (as digits, coil 0
 * first), {@code fault KIND [COUNT]}, {@code clear}, {@code stats}, {@code unplug}, {@code plug}.
 * Events: {@code request FUNCTION}.
 */
public final class CabinetEmulator implements Emulator {
  private static final int HIGHEST_UNIT = 247;

  /** What each word does to which input. */
  private static final Map<String, Map<String, Boolean>> WORDS =
      Map.of(
          "door", Map.of("open", true, "closed", false),
          "person", Map.of("here", true, "gone", false),
          "mains", Map.of("off", true, "on", false),
          "battery", Map.of("low", true, "ok", false));

  private static final List<String> INPUTS = List.of("door", "person", "mains", "battery");

  private final Path link;
  private final int unit;
  private final RelayBoard board = new RelayBoard();
  private final BoardFaults faults = new BoardFaults();
  private final Happenings happenings = new Happenings();
  private final AtomicLong requests = new AtomicLong();
  private PluggedLine plugged;

  private CabinetEmulator(Path link, int unit) {
    this.link = link;
    this.unit = unit;
  }

  /**
   * Plugs the board in: door closed, nobody there, mains on.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the pseudo terminal cannot be had
   */
  public static CabinetEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, Set.of("link", "unit"));
    CabinetEmulator emulator =
        new CabinetEmulator(
            Path.of(options.required("link")).toAbsolutePath(),
            options.number("unit", 1, 1, HIGHEST_UNIT));
    emulator.plug();
    return emulator;
  }

  @Override
  public String ready() {
    return "kind=cabinet link=" + link + " unit=" + unit;
  }

  @Override
  public Happenings happenings() {
    return happenings;
  }

  @Override
  public synchronized String obey(List<String> words) throws OrderException {
    String order = words.get(0);
    if (INPUTS.contains(order)) {
      return sense(order, argument(words, 1));
    }
    return switch (order) {
      case "input" -> input(words);
      case "coils" -> board.coils();
      case "fault" -> arm(words);
      case "clear" -> clear();
      case "stats" -> "requests=" + requests.getAndSet(0);
      case "unplug" -> unplug();
      case "plug" -> plugAgain();
      default -> throw new OrderException("unknown order " + order);
    };
  }

  private String sense(String order, String word) throws OrderException {
    Boolean on = WORDS.get(order).get(word);
    if (on == null) {
      throw new OrderException("expected one of " + WORDS.get(order).keySet());
    }
    board.input(INPUTS.indexOf(order), on);
    return word;
  }

  private String input(List<String> words) throws OrderException {
    int number = number(argument(words, 1), 0, RelayBoard.INPUTS - 1);
    board.input(number, number(argument(words, 2), 0, 1) == 1);
    return "";
  }

  private String clear() {
    faults.clear();
    return "";
  }

  private String arm(List<String> words) throws OrderException {
    String kind = argument(words, 1);
    BoardFault fault =
        BoardFault.named(kind)
            .orElseThrow(() -> new OrderException("no fault of this name: " + kind));
    faults.arm(fault, words.size() > 2 ? number(words.get(2), 1, 1000) : BoardFaults.ALWAYS);
    return kind;
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

  /** Power comes with the plug: relays start fallen off; sensors are as the world is. */
  private synchronized void plug() throws IOException {
    board.powerUp();
    plugged =
        PluggedLine.plug(
            link,
            "emulator-cabinet-line",
            new BoardLine(unit, board, faults, happenings, requests));
  }

  private static String argument(List<String> words, int index) throws OrderException {
    if (words.size() <= index) {
      throw new OrderException("order " + words.get(0) + " needs an argument");
    }
    return words.get(index);
  }

  private static int number(String word, int least, int most) throws OrderException {
    try {
      int number = Integer.parseInt(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected a number from " + least + " to " + most);
  }

  @Override
  public synchronized void close() {
    if (plugged != null) {
      plugged.close();
      plugged = null;
    }
  }
}
