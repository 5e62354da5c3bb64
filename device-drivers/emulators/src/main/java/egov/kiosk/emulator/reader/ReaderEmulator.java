package egov.kiosk.emulator.reader;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Options;
import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The reader as its operator sees it.
 *
 * <p>Options: {@code --link PATH} (needed), {@code --cards DIR}, {@code --portrait NAME=FILE} (may
 * repeat), {@code --baud RATE}, {@code --repoll repeat|lift}.
 *
 * <p>Orders: {@code place CARD}, {@code lift}, {@code cards}, {@code fault KIND [COUNT] [COMMAND]},
 * {@code clear}, {@code stats}, {@code unplug}, {@code plug}. A fault without a count stays until
 * {@code clear}; COMMAND is four hex digits such as {@code 3001} and lets the fault wait for that
 * request.
 */
public final class ReaderEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("link", "cards", "portrait", "baud", "repoll");

  private final Path link;
  private final CardBox cards;
  private final Baud baud;
  private final Repoll repoll;
  private final CardTray tray = new CardTray();
  private final ArmedFaults faults = new ArmedFaults();
  private final LineCounters counters = new LineCounters();
  private ReaderDevice device;

  private ReaderEmulator(Path link, CardBox cards, Baud baud, Repoll repoll) {
    this.link = link;
    this.cards = cards;
    this.baud = baud;
    this.repoll = repoll;
  }

  /**
   * Sets the reader up and plugs it in.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when a file or the pseudo terminal cannot be had
   */
  public static ReaderEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, OPTIONS);
    CardBox cards = CardBox.builtIn();
    for (String folder : options.all("cards")) {
      cards = cards.with(Path.of(folder));
    }
    for (String portrait : options.all("portrait")) {
      cards = cards.withPortrait(portrait);
    }
    ReaderEmulator emulator =
        new ReaderEmulator(
            Path.of(options.required("link")).toAbsolutePath(),
            cards,
            baud(options),
            repoll(options));
    emulator.plug();
    return emulator;
  }

  private static Baud baud(Options options) throws UsageException {
    int rate = options.number("baud", Baud.B115200.rate(), 1, Baud.B115200.rate());
    return Baud.ofRate(rate)
        .orElseThrow(() -> new UsageException("option --baud: no such rate " + rate));
  }

  private static Repoll repoll(Options options) throws UsageException {
    String word = options.value("repoll").orElse("repeat");
    return switch (word) {
      case "repeat" -> Repoll.REPEAT;
      case "lift" -> Repoll.LIFT;
      default -> throw new UsageException("option --repoll: expected repeat or lift");
    };
  }

  @Override
  public synchronized String ready() {
    return "kind=reader link=%s terminal=%s baud=%d repoll=%s module=%s"
        .formatted(
            link,
            device.terminal(),
            baud.rate(),
            repoll.name().toLowerCase(Locale.ROOT),
            ModuleId.TEXT);
  }

  @Override
  public synchronized String obey(List<String> words) throws OrderException {
    return switch (words.get(0)) {
      case "place" -> place(argument(words, 1));
      case "lift" -> lift();
      case "cards" -> String.join(" ", cards.names());
      case "fault" -> arm(words);
      case "clear" -> clear();
      case "stats" -> counters.takeLine();
      case "unplug" -> unplug();
      case "plug" -> plugAgain();
      default -> throw new OrderException("unknown order " + words.get(0));
    };
  }

  private String place(String name) throws OrderException {
    tray.place(
        cards.named(name).orElseThrow(() -> new OrderException("no card of this name: " + name)));
    return name;
  }

  private String lift() {
    tray.lift();
    return "";
  }

  private String clear() {
    faults.clear();
    return "";
  }

  private String arm(List<String> words) throws OrderException {
    String kind = argument(words, 1);
    Fault fault =
        Fault.named(kind).orElseThrow(() -> new OrderException("no fault of this name: " + kind));
    int times = words.size() > 2 ? number(words.get(2), 10) : ArmedFaults.ALWAYS;
    Optional<Command> only = Optional.empty();
    if (words.size() > 3) {
      only = Command.of(number(words.get(3), 16));
      if (only.isEmpty()) {
        throw new OrderException("no command of this code: " + words.get(3));
      }
    }
    faults.arm(fault, times, only);
    return kind;
  }

  private String unplug() throws OrderException {
    if (device == null) {
      throw new OrderException("not plugged in");
    }
    close();
    return "";
  }

  private String plugAgain() throws OrderException {
    if (device != null) {
      throw new OrderException("plugged in already");
    }
    try {
      plug();
    } catch (IOException e) {
      throw new OrderException(e.getMessage());
    }
    return "terminal=" + device.terminal();
  }

  /** Power comes with the plug: the module starts in its first state, at its configured rate. */
  private synchronized void plug() throws IOException {
    SecurityModule module = new SecurityModule(tray, faults, repoll);
    device = ReaderDevice.plug(link, module, faults, counters, baud);
  }

  private static String argument(List<String> words, int index) throws OrderException {
    if (words.size() <= index) {
      throw new OrderException("order " + words.get(0) + " needs an argument");
    }
    return words.get(index);
  }

  private static int number(String word, int radix) throws OrderException {
    try {
      int number = Integer.parseInt(word, radix);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls to the one message below
    }
    throw new OrderException("expected a number above zero: " + word);
  }

  @Override
  public synchronized void close() {
    if (device != null) {
      device.close();
      device = null;
    }
  }
}
