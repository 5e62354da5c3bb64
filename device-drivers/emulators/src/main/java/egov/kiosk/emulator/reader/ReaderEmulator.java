package egov.kiosk.emulator.reader;

import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Happenings;
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
 * <p>Options: {@code --link PATH} for a serial line or {@code --listen PORT} for a reader reached
 * over TCP (one of them; port 0 takes a free one), {@code --module ID}, {@code --cards DIR}, {@code
 * --portrait NAME=FILE} (may repeat), {@code --baud RATE}, {@code --repoll repeat|lift}.
 *
 * <p>Orders: {@code place CARD}, {@code lift}, {@code cards}, {@code fault KIND [COUNT] [COMMAND]},
 * {@code clear}, {@code stats}, {@code unplug}, {@code plug}, {@code module ID} (another security
 * module from now on). Scripts can wait for {@code request 3001} and the like. A fault without a
 * count stays until {@code clear}; COMMAND is four hex digits such as {@code 3001} and lets the
 * fault wait for that request.
 */
public final class ReaderEmulator implements Emulator {
  private static final Set<String> OPTIONS =
      Set.of("link", "listen", "module", "cards", "portrait", "baud", "repoll");

  private final Socket socket;
  private final CardBox cards;
  private final Baud baud;
  private final Repoll repoll;
  private final CardTray tray = new CardTray();
  private final ArmedFaults faults = new ArmedFaults();
  private final LineCounters counters = new LineCounters();
  private final Happenings happenings = new Happenings();
  private String moduleId = ModuleId.TEXT;
  private ReaderDevice device;

  /** What the cable is plugged into, again and again. */
  private interface Socket {
    HostSide open() throws IOException;
  }

  private ReaderEmulator(Socket socket, CardBox cards, Baud baud, Repoll repoll) {
    this.socket = socket;
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
        new ReaderEmulator(socket(options), cards, baud(options), repoll(options));
    for (String id : options.all("module")) {
      try {
        emulator.exchangeModule(id);
      } catch (OrderException e) {
        throw new UsageException("option --module: " + e.getMessage());
      }
    }
    emulator.plug();
    return emulator;
  }

  private static Socket socket(Options options) throws UsageException, IOException {
    if (options.value("listen").isEmpty()) {
      Path link = Path.of(options.required("link")).toAbsolutePath();
      return () -> SerialSide.at(link);
    }
    int wanted = options.number("listen", 0, 0, 65_535);
    // A replugged reader is found at the same port.
    int port = wanted;
    if (wanted == 0) {
      TcpSide free = TcpSide.at(0);
      port = free.port();
      free.close();
    }
    int same = port;
    return () -> TcpSide.at(same);
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
    return "kind=reader %s baud=%d repoll=%s module=%s"
        .formatted(device.place(), baud.rate(), repoll.name().toLowerCase(Locale.ROOT), moduleId);
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
      case "module" -> {
        exchangeModule(argument(words, 1));
        if (device != null) {
          close();
          plugAgain();
        }
        yield moduleId;
      }
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
    return device.place();
  }

  private void exchangeModule(String id) throws OrderException {
    if (ModuleId.bytes(id).isEmpty()) {
      throw new OrderException("a module's number looks like " + ModuleId.TEXT);
    }
    moduleId = id;
  }

  @Override
  public Happenings happenings() {
    return happenings;
  }

  /** Power comes with the plug: the module starts in its first state, at its configured rate. */
  private synchronized void plug() throws IOException {
    SecurityModule module =
        new SecurityModule(tray, faults, repoll, ModuleId.bytes(moduleId).orElseThrow());
    HostSide side = socket.open();
    device =
        ReaderDevice.plug(side, new ReaderLine(side, module, faults, counters, happenings, baud));
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
