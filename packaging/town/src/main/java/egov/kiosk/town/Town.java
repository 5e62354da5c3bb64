package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A running town: platform with its broker, a front for national lines, a network cable, card
 * reader, printer, camera and the kiosk runtime, each a process. Closing it ends them all, the last
 * started first.
 */
public final class Town implements AutoCloseable {
  /** The device id of the town's one kiosk. */
  public static final String KIOSK_ID = "fz-gl-000001";

  /** The badge of the town's member of staff, and the PIN the desk page shows. */
  public static final String STAFF_BADGE = "1001";

  public static final String STAFF_PIN = TownStaff.drawPin(STAFF_BADGE);

  /** The badge of the town's grid worker, the PIN, and the grid; the screens are at /worker. */
  public static final String WORKER_BADGE = "2001";

  public static final String WORKER_PIN = TownStaff.drawPin(WORKER_BADGE);
  public static final String GRID = "350102-001-03";

  /** The badge of the town's technician, and the PIN; the screens are at /technician. */
  public static final String TECHNICIAN_BADGE = "3001";

  public static final String TECHNICIAN_PIN = TownStaff.drawPin(TECHNICIAN_BADGE);

  /**
   * How this kiosk differs from the usual one.
   *
   * @param environment added to its environment
   * @param settings added to its configuration file
   * @param extras devices it has besides the usual ones
   */
  public record KioskChanges(
      Map<String, String> environment, Map<String, String> settings, Set<Extra> extras) {
    /** It does not. */
    public static final KioskChanges NONE = new KioskChanges(Map.of(), Map.of());

    public KioskChanges {
      environment = Map.copyOf(environment);
      settings = Map.copyOf(settings);
      extras = Set.copyOf(extras);
    }

    /** With the usual devices. */
    public KioskChanges(Map<String, String> environment, Map<String, String> settings) {
      this(environment, settings, Set.of());
    }

    /** The usual kiosk with more devices. */
    public static KioskChanges with(Extra... extras) {
      return new KioskChanges(Map.of(), Map.of(), Set.of(extras));
    }
  }

  private static final Duration READY = Duration.ofSeconds(60);

  private final TownLayout layout;
  private final KioskChanges changes;
  private final Consumer<String> progress;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Programs programs;
  private TownProcess platform;
  private TownProcess reader;
  private TownProcess printer;
  private TownProcess camera;
  private NetworkCable cable;
  private EnrolmentOffice office;
  private PaperCorner papers;
  private Fittings fittings;
  private KioskRuntime kiosk;

  private Town(TownLayout layout, KioskChanges changes, Consumer<String> progress) {
    this.layout = layout;
    this.changes = changes;
    this.progress = progress;
    programs = new Programs(layout, running::push);
  }

  /**
   * Starts a town and waits until citizens can be served.
   *
   * @param layout what it is built from
   * @param kioskPort the port of the citizen screens, 0 for any free one
   * @param progress told what is being started
   */
  public static Town start(TownLayout layout, int kioskPort, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(layout, kioskPort, KioskChanges.NONE, progress);
  }

  /** The same with a kiosk that is not the usual one. */
  public static Town start(
      TownLayout layout, int kioskPort, KioskChanges changes, Consumer<String> progress)
      throws IOException, InterruptedException {
    Town town = new Town(layout, changes, progress);
    try {
      town.startAll(kioskPort);
      return town;
    } catch (IOException | InterruptedException | RuntimeException e) {
      town.close();
      throw e;
    }
  }

  private void startAll(int kioskPort) throws IOException, InterruptedException {
    for (Path directory :
        List.of(layout.logs(), layout.slips(), layout.camera(), layout.platform())) {
      Files.createDirectories(directory);
    }
    progress.accept("laboratory certificates");
    programs.issueCertificates(KIOSK_ID);
    TownStaff.listGrid(layout.pki());
    if (changes.extras().contains(Extra.BARE)) {
      office = EnrolmentOffice.open(layout, programs, KIOSK_ID);
    }
    progress.accept("platform, broker, card reader, printer, camera");
    platform = programs.platform();
    reader = programs.reader();
    printer = programs.printer();
    camera = programs.camera();
    for (TownProcess process : List.of(platform, reader, printer, camera)) {
      process.awaitReady(READY);
    }
    cable = NetworkCable.to(platformPort());
    running.push(cable);
    papers = PaperCorner.start(layout, programs, changes.extras(), running::push);
    fittings = Fittings.start(layout, programs, changes.extras(), running::push);
    progress.accept("kiosk runtime");
    kiosk = startKiosk(kioskPort, office == null);
  }

  /** Where the platform is reached: at its broker, or at the front that stands before it. */
  private int platformPort() throws IOException, InterruptedException {
    String broker = platform.ready("port");
    return Integer.parseInt(
        layout.line() == TownLine.PLAIN
            ? broker
            : programs.front(broker).awaitReady(READY).ready("port"));
  }

  private KioskRuntime startKiosk(int port, boolean desk) throws IOException, InterruptedException {
    Path configuration = layout.work().resolve("kiosk.properties");
    Map<String, String> own = new LinkedHashMap<>(papers.settings());
    own.putAll(fittings.settings());
    if (office != null) {
      own.putAll(office.settings());
    }
    own.putAll(changes.settings());
    String text =
        TownConfiguration.text(
            layout, KIOSK_ID, port, cable.port(), Integer.parseInt(printer.ready("port")), own);
    Files.writeString(configuration, text);
    if (office == null) {
      TownStaff.leaveList(layout.data());
    }
    Map<String, String> environment = new HashMap<>(fittings.environment());
    environment.putAll(changes.environment());
    environment.put("LD_PRELOAD", layout.shim().toString());
    environment.put("KIOSK_V4L2_NODE", layout.cameraNode().toString());
    environment.put("KIOSK_V4L2_DIR", layout.camera().toString());
    Path log = layout.logs().resolve("kiosk.log");
    KioskRuntime started =
        KioskRuntime.start(layout.kiosk(), layout.data(), configuration, log, environment);
    running.push(started);
    started.await(READY, desk);
    return started;
  }

  /** Stops the runtime; the rest of the town goes on. */
  public void stopKiosk() {
    kiosk.close();
    running.remove(kiosk);
  }

  /** What happens while the runtime is away. */
  public interface Meanwhile {
    void happens() throws IOException, InterruptedException;
  }

  /** Stops the runtime, lets something happen, and starts it again on the same port. */
  public void stopAndStartKiosk(Meanwhile meanwhile) throws IOException, InterruptedException {
    int port = kiosk.client().address().getPort();
    stopKiosk();
    meanwhile.happens();
    kiosk = startKiosk(port, office == null);
  }

  /** Kills the runtime as a power cut would, and starts it again. */
  public void powerCycleKiosk() throws IOException, InterruptedException {
    powerCycleKiosk(office == null);
  }

  /** The same; {@code desk} says whether for an open desk is waited, or for pages alone. */
  public void powerCycleKiosk(boolean desk) throws IOException, InterruptedException {
    kiosk.kill();
    running.remove(kiosk);
    kiosk = startKiosk(kiosk.client().address().getPort(), desk);
  }

  public KioskRuntime kiosk() {
    return kiosk;
  }

  public TownProcess platform() {
    return platform;
  }

  public TownProcess camera() {
    return camera;
  }

  public TownProcess reader() {
    return reader;
  }

  public TownProcess printer() {
    return printer;
  }

  /** Document camera and page printer, where this town has them. */
  public PaperCorner papers() {
    return papers;
  }

  /** Where a bare machine gets its identity; null where the kiosk has one from the start. */
  public EnrolmentOffice office() {
    return office;
  }

  /** Code scanner, cabinet and social card reader, where this town has them. */
  public Fittings fittings() {
    return fittings;
  }

  public NetworkCable cable() {
    return cable;
  }

  public TownLayout layout() {
    return layout;
  }

  /**
   * Puts a demonstration face before the camera, e.g. {@code same-02.jpg}; {@code none} for nobody.
   */
  public void face(String name) throws IOException {
    camera.command("face " + (name.equals("none") ? name : layout.face(name).toString()));
  }

  /** The newest slip as a picture, or null when none was printed. */
  public Path newestSlip() throws IOException {
    String[] answer = printer.command("slips").split(" ", 2);
    return answer.length < 2 || answer[0].equals("0") ? null : Path.of(answer[1].strip());
  }

  /** The newest slip as a sealed file, as the platform keeps it, or null when there is none. */
  public Path newestSealedSlip() throws IOException {
    return layout.newestAttachment(KIOSK_ID);
  }

  /** Copies what others need to open an envelope: the platform's demonstration key. */
  void copyPlatformKey(Path directory) throws IOException {
    for (String name : List.of("ca.pem", "platform-enc.pem", "platform-enc.key")) {
      Files.copy(
          layout.pki().resolve(name),
          directory.resolve("demo-" + name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        progress.accept("could not end a process: " + e.getMessage());
      }
    }
  }
}
