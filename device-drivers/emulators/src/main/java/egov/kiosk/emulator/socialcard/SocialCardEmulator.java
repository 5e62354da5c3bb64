package egov.kiosk.emulator.socialcard;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Happenings;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A drawer of social security cards as its operator sees it.
 *
 * <p>Option: {@code --port PORT} (needed), where the virtual reader listens on the loopback
 * interface.
 *
 * <p>Orders: {@code place CARD}, {@code lift}, {@code present}, {@code cards}, {@code fault KIND
 * [COUNT] [STEP]}, {@code clear}, {@code stats}. A fault without a count stays until {@code clear};
 * STEP is {@code select}, {@code response} or a record such as {@code 06.1}. Events: {@code step
 * STEP}.
 */
public final class SocialCardEmulator implements Emulator {
  private static final int HIGHEST_PORT = 65_535;

  private final int port;
  private final Map<String, SocialCard> cards = BuiltInCards.all();
  private final ArmedFaults faults = new ArmedFaults();
  private final Happenings happenings = new Happenings();
  private final AtomicLong commands = new AtomicLong();
  private InsertedCard inserted;

  private SocialCardEmulator(int port) {
    this.port = port;
  }

  /**
   * Opens the drawer; no card is in the slot.
   *
   * @throws UsageException when an option makes no sense
   */
  public static SocialCardEmulator start(List<String> arguments) throws UsageException {
    Options options = Options.parse(arguments, Set.of("port"));
    options.required("port");
    return new SocialCardEmulator(options.number("port", 0, 1, HIGHEST_PORT));
  }

  @Override
  public String ready() {
    return "kind=social-card port=" + port;
  }

  @Override
  public Happenings happenings() {
    return happenings;
  }

  @Override
  public synchronized String obey(List<String> words) throws OrderException {
    return switch (words.get(0)) {
      case "place" -> place(argument(words, 1));
      case "lift" -> lift();
      case "present" -> Boolean.toString(inserted != null && inserted.in());
      case "cards" -> String.join(" ", cards.keySet());
      case "fault" -> arm(words);
      case "clear" -> clear();
      case "stats" -> "commands=" + commands.getAndSet(0);
      default -> throw new OrderException("unknown order " + words.get(0));
    };
  }

  private String place(String name) throws OrderException {
    SocialCard card = cards.get(name);
    if (card == null) {
      throw new OrderException("no card of this name: " + name);
    }
    close();
    try {
      inserted = InsertedCard.insert(port, card, faults, happenings, commands);
    } catch (IOException e) {
      throw new OrderException("no virtual reader listens at port " + port);
    }
    return name;
  }

  private String lift() {
    close();
    return "";
  }

  private String clear() {
    faults.clear();
    return "";
  }

  private String arm(List<String> words) throws OrderException {
    String kind = argument(words, 1);
    ChipFault fault =
        ChipFault.named(kind)
            .orElseThrow(() -> new OrderException("no fault of this name: " + kind));
    int times = ArmedFaults.ALWAYS;
    if (words.size() > 2) {
      times = count(words.get(2));
    }
    faults.arm(fault, times, words.size() > 3 ? Optional.of(words.get(3)) : Optional.empty());
    return kind;
  }

  private static int count(String word) throws OrderException {
    try {
      int count = Integer.parseInt(word);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected a number above zero: " + word);
  }

  private static String argument(List<String> words, int index) throws OrderException {
    if (words.size() <= index) {
      throw new OrderException("order " + words.get(0) + " needs an argument");
    }
    return words.get(index);
  }

  @Override
  public synchronized void close() {
    if (inserted != null) {
      inserted.close();
      inserted = null;
    }
  }
}
