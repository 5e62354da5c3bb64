package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is built into the kiosk besides, where wanted: code scanner, cabinet board and reader of
 * social security cards.
 */
public final class Fittings {
  private static final Duration READY = Duration.ofSeconds(60);

  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<TownProcess> scanner = Optional.empty();
  private Optional<TownProcess> cabinet = Optional.empty();
  private Optional<TownProcess> cards = Optional.empty();
  private Optional<VirtualReader> reader = Optional.empty();
  private String noReader = "this town has no reader of social security cards";

  private Fittings() {}

  static Fittings start(
      TownLayout layout, Programs programs, Set<Extra> extras, Consumer<AutoCloseable> started)
      throws IOException, InterruptedException {
    Fittings fittings = new Fittings();
    if (extras.contains(Extra.CODE_SCANNER)) {
      fittings.scanner(programs.scanner(layout.scannerPort()), layout.scannerPort());
    }
    if (extras.contains(Extra.CABINET)) {
      fittings.cabinet(programs.cabinet(layout.cabinetPort()), layout.cabinetPort());
    }
    if (extras.contains(Extra.SOCIAL_CARD)) {
      fittings.cards(layout.work().resolve("pcsc"), programs, started);
    }
    return fittings;
  }

  private void scanner(TownProcess process, Path line) throws IOException, InterruptedException {
    scanner = Optional.of(process.awaitReady(READY));
    settings.put("code-scanner.enabled", "true");
    settings.put("code-scanner.address", "serial:" + line + "@9600");
  }

  private void cabinet(TownProcess process, Path line) throws IOException, InterruptedException {
    cabinet = Optional.of(process.awaitReady(READY));
    settings.put("cabinet.enabled", "true");
    settings.put("cabinet.address", "serial:" + line + "@9600");
    settings.put("cabinet.personInput", "1");
    settings.put("cabinet.mainsInput", "2");
    settings.put("cabinet.batteryInput", "3");
    settings.put("cabinet.lamps", "CARD=0,SOCIAL_CARD=1,CODE=2,PAPER=3,FACE=4,HELP=5");
  }

  /** A machine that cannot have this one keeps the others. */
  private void cards(Path folder, Programs programs, Consumer<AutoCloseable> started)
      throws InterruptedException, IOException {
    VirtualReader slot;
    try {
      slot = VirtualReader.start(folder);
    } catch (IOException e) {
      noReader = "no reader of social security cards here: " + e.getMessage();
      return;
    }
    started.accept(slot);
    reader = Optional.of(slot);
    cards = Optional.of(programs.socialCards(slot.port()).awaitReady(READY));
    settings.put("social-card-reader.enabled", "true");
    // The virtual reader has two slots; cards go into the first.
    settings.put("social-card-reader.reader", "00 00");
    environment.putAll(slot.environment());
  }

  /** What the kiosk must know of it. */
  Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  /** What the kiosk's environment must say. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** The scanner, to be given its orders. */
  public TownProcess scanner() throws IOException {
    return scanner.orElseThrow(() -> new IOException("this town has no code scanner"));
  }

  /** The cabinet's board, to be given its orders. */
  public TownProcess cabinet() throws IOException {
    return cabinet.orElseThrow(() -> new IOException("this town has no cabinet"));
  }

  /** Whether this town can read social security cards. */
  public boolean readsSocialCards() {
    return cards.isPresent();
  }

  /** Why it cannot, where it cannot. */
  public String whyNot() {
    return noReader;
  }

  /**
   * An order for the reader of social security cards or the card in it: {@code unplug}, {@code
   * plug}, or one of the emulator's.
   */
  public String socialCard(String order) throws IOException {
    TownProcess drawer = cards.orElseThrow(() -> new IOException(noReader));
    try {
      switch (order) {
        case "unplug" -> {
          drawer.command("lift");
          reader.orElseThrow().unplug();
        }
        case "plug" -> reader.orElseThrow().plug();
        default -> {
          return drawer.command(order);
        }
      }
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
