package egov.kiosk.emulator.camera;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The camera as its operator sees it.
 *
 * <p>Options: {@code --dir DIR} (needed), {@code --shim FILE.so} (compiles the shim there first),
 * {@code --view face|table} (a document camera looks down on a table, 1920 by 1440 pixels), {@code
 * --http PORT} and {@code --host ADDRESS} (also in the network, loopback unless told otherwise; 0
 * is any port).
 *
 * <p>Orders: {@code face FILE [HEIGHT]} (the picture is drawn 420 pixels high unless told
 * otherwise), {@code face none}, {@code light usual|dark|covered|back-lit}, {@code sheet FILE
 * [shift=PX] [tilt=DEGREES] [lamp]}, {@code sheet none}, {@code raw FILE} (any bytes instead of a
 * picture); {@code freeze}, {@code loop FRAMES}, {@code live}; {@code unplug}, {@code plug} (also
 * ends a stall), {@code stall}; {@code http LIE}, where LIE is one of {@link HttpLie}; {@code
 * stats}. The camera starts plugged in and looking at an empty room or table.
 */
public final class CameraEmulator implements Emulator {
  private static final Set<String> OPTIONS = Set.of("dir", "shim", "view", "http", "host");
  private static final int LONGEST_LOOP = 600;
  private static final int STOP_SECONDS = 5;

  private final CameraFolder folder;
  private final Optional<Path> shim;
  private final boolean table;
  private final View view = new View();
  private final AtomicLong written = new AtomicLong();
  private final ScheduledExecutorService sensor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "emulator-camera-sensor");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<HttpServer> network = Optional.empty();
  private volatile Film film;

  /** The frames that go round; 0 for a living picture. */
  private volatile int loop;

  private volatile byte[] newest = {};
  private volatile boolean broken;

  private CameraEmulator(CameraFolder folder, Optional<Path> shim, boolean table)
      throws IOException {
    this.folder = folder;
    this.shim = shim;
    this.table = table;
    this.film = table ? FrameLoop.of(TableScene.empty().draw()) : FrameLoop.of(Scene.empty());
  }

  /**
   * Sets the camera up and plugs it in.
   *
   * @throws UsageException when an option makes no sense
   * @throws IOException when the folder cannot be written or the shim not compiled
   */
  public static CameraEmulator start(List<String> arguments) throws UsageException, IOException {
    Options options = Options.parse(arguments, OPTIONS);
    CameraFolder folder = CameraFolder.open(Path.of(options.required("dir")).toAbsolutePath());
    Optional<Path> shim = options.value("shim").map(file -> Path.of(file).toAbsolutePath());
    boolean table = options.value("view").orElse("face").equals("table");
    if (shim.isPresent()) {
      V4l2Shim.compileTo(shim.get());
    }
    CameraEmulator emulator = new CameraEmulator(folder, shim, table);
    if (table) {
      folder.size(TableScene.WIDTH, TableScene.HEIGHT);
    }
    emulator.writeFrame();
    folder.plug();
    if (options.value("http").isPresent()) {
      int port = port(options.value("http").get());
      String host = options.value("host").orElse("127.0.0.1");
      emulator.network = Optional.of(HttpServer.start(host, port, () -> emulator.newest));
    }
    long nanos = TimeUnit.SECONDS.toNanos(1) / FrameLoop.FRAMES_A_SECOND;
    emulator.sensor.scheduleAtFixedRate(emulator::writeFrame, nanos, nanos, TimeUnit.NANOSECONDS);
    return emulator;
  }

  private static int port(String word) throws UsageException {
    try {
      return View.number(word, "--http", 0, 65_535);
    } catch (OrderException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void writeFrame() {
    try {
      long number = written.get();
      byte[] jpeg = film.frame(loop == 0 ? number : number % loop).clone();
      folder.show(jpeg);
      newest = jpeg;
      written.incrementAndGet();
      broken = false;
    } catch (IOException e) {
      // One line at the first failure; a full disk would repeat it fifteen times a second.
      if (!broken) {
        System.err.println("camera: frame not written: " + e.getMessage());
      }
      broken = true;
    }
  }

  @Override
  public String ready() {
    return "kind=camera dir=%s node=%s width=%d height=%d fps=%d"
            .formatted(
                folder.path(),
                folder.node(),
                table ? TableScene.WIDTH : Scene.WIDTH,
                table ? TableScene.HEIGHT : Scene.HEIGHT,
                FrameLoop.FRAMES_A_SECOND)
        + shim.map(file -> " shim=" + file).orElse("")
        + network.map(server -> " http=" + server.port()).orElse("");
  }

  @Override
  public String obey(List<String> words) throws OrderException {
    try {
      switch (words.get(0)) {
        case "face" -> film = view.face(words);
        case "light" -> film = view.light(words);
        case "sheet" -> film = View.sheet(words);
        case "raw" -> film = View.raw(words);
        case "freeze" -> loop = 1;
        case "loop" -> loop = frames(words);
        case "live" -> loop = 0;
        case "unplug" -> folder.unplug();
        case "plug" -> folder.plug();
        case "stall" -> folder.stall();
        case "http" -> lie(words);
        case "stats" -> {
          return "frames=" + written.get();
        }
        default -> throw new OrderException("unknown order " + words.get(0));
      }
      return "";
    } catch (IOException e) {
      throw new OrderException(e.getMessage());
    }
  }

  private static int frames(List<String> words) throws OrderException {
    return View.number(words.size() == 2 ? words.get(1) : "", "frames", 1, LONGEST_LOOP);
  }

  private void lie(List<String> words) throws OrderException {
    HttpServer server = network.orElseThrow(() -> new OrderException("started without --http"));
    try {
      server.lie(HttpLie.valueOf(words.get(1).toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new OrderException("expected http LIE");
    }
  }

  /** A camera whose emulator has ended is a camera that has been pulled out. */
  @Override
  public void close() {
    network.ifPresent(HttpServer::close);
    sensor.shutdownNow();
    try {
      sensor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
      folder.unplug();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println("camera: not unplugged: " + e.getMessage());
    }
  }
}
