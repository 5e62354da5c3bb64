package egov.kiosk.codescanner;

import egov.kiosk.codescanner.code.CodeMasking;
import egov.kiosk.codescanner.code.Pace;
import egov.kiosk.codescanner.code.SlipNumber;
import egov.kiosk.codescanner.code.UsedCodes;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.link.Connector;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A scanner of codes on telephones, on a serial line: 电子社保卡, 医保电子凭证, 福建码. The code is a token
 * nobody here can read; it is checked for length and characters, handed out once, and overwritten
 * when its minute is over. No code is ever logged, nor any part of one.
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. A scanner that was pulled is found again by itself.
 */
public final class SerialCodeScanner implements CodeScanner, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "code-scanner";

  private static final Duration MARGIN = Duration.ofSeconds(3);

  private final CodeScannerSettings settings;
  private final InstantSource clock;
  private final LiveCode live;
  private final UsedCodes used = new UsedCodes();
  private final Pace pace = new Pace();
  private final HotPlug<ScannerConnection> hotPlug;

  /** A scanner at the configured address; any may serve. */
  public SerialCodeScanner(CodeScannerSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, clock);
  }

  /**
   * A scanner at the configured address; starts looking for it.
   *
   * @param known whether the one that is there may serve
   */
  public SerialCodeScanner(CodeScannerSettings settings, KnownDevices known, InstantSource clock) {
    this(settings, settings.address().opener(), settings.address()::empty, known, clock);
  }

  /** A scanner at the end of any other link; any may serve. */
  public SerialCodeScanner(CodeScannerSettings settings, LinkOpener opener, InstantSource clock) {
    this(settings, opener, () -> false, KnownDevices.ANY, clock);
  }

  private SerialCodeScanner(
      CodeScannerSettings settings,
      LinkOpener opener,
      BooleanSupplier gone,
      KnownDevices known,
      InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.live = new LiveCode(settings.lifetime());
    this.hotPlug =
        new HotPlug<>(
            NAME,
            HotPlugSettings.USUAL,
            Connector.noticing(
                gone,
                limit ->
                    new ScannerConnection(
                        opener.open(limit),
                        settings.endsWithLine(),
                        live,
                        settings.address().identity())),
            known,
            clock,
            CodeMasking::new);
  }

  @Override
  public Optional<ScannedCode> scan(CodeKind kind, Duration timeout)
      throws DeviceException, InterruptedException {
    Objects.requireNonNull(kind, "kind");
    return hotPlug.use(
        timeout.plus(MARGIN), connection -> scan(connection, kind, Deadline.after(timeout)));
  }

  private Optional<ScannedCode> scan(ScannerConnection connection, CodeKind kind, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    while (true) {
      Optional<byte[]> line = connection.line(deadline);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      byte[] token = line.get();
      try {
        if (pace.allows(System.nanoTime())) {
          return Optional.of(judged(kind, token));
        }
      } finally {
        Arrays.fill(token, (byte) 0);
      }
    }
  }

  private ScannedCode judged(CodeKind kind, byte[] token) throws DeviceException {
    if (kind == CodeKind.SLIP) {
      return slip(token);
    }
    if (!settings.rules().get(kind).allows(token)) {
      throw refused("what was shown is no such code; let the citizen open the right one");
    }
    if (!used.use(token, System.nanoTime())) {
      throw refused("this code was used before; let the citizen show a fresh one");
    }
    ScannedCode code = new ScannedCode(kind, clock.instant(), token);
    live.born(code, System.nanoTime());
    return code;
  }

  /** A number on paper is no token: it counts as often as the paper is shown. */
  private ScannedCode slip(byte[] line) throws DeviceException {
    byte[] number =
        SlipNumber.in(line).orElseThrow(() -> refused("what was shown is no slip of a kiosk"));
    ScannedCode code = new ScannedCode(CodeKind.SLIP, clock.instant(), number);
    Arrays.fill(number, (byte) 0);
    live.born(code, System.nanoTime());
    return code;
  }

  private static DeviceException refused(String why) {
    return new DeviceException(FaultCode.CODE_REFUSED, NAME, why);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return hotPlug.identity();
  }

  @Override
  public DeviceStatus status() {
    return hotPlug.status();
  }

  /** Ends what is under way, within 5 s, lets go of the line and overwrites the last code. */
  @Override
  public void close() {
    hotPlug.close();
    live.end();
  }
}
