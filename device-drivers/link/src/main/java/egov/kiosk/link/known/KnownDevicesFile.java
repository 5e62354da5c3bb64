package egov.kiosk.link.known;

import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list in a file, one device a line, replaced as a whole. It tells an exchanged device from the
 * accepted one for honest people; whoever can write the file can write anything into it.
 *
 * <p>A file that cannot be read admits nobody: a damaged list must not become an empty one, which
 * accepts whoever comes first.
 */
public final class KnownDevicesFile implements KnownDevices {
  private static final Logger LOG = LoggerFactory.getLogger(KnownDevicesFile.class);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_STRANGERS = 64;

  private final Path file;
  private final InstantSource clock;
  private final Map<String, KnownDevice> accepted = new TreeMap<>();
  private final Map<String, DeviceIdentity> strangers = new HashMap<>();
  private Optional<String> problem;

  /** Six drivers ask again and again; one line says it. */
  private boolean unwritable;

  /**
   * Reads the list; a missing file is an empty one.
   *
   * @param file in a folder that exists or can be made
   */
  public KnownDevicesFile(Path file, InstantSource clock) {
    this.file = Objects.requireNonNull(file, "file");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.problem = read();
  }

  private Optional<String> read() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new KnownLine.DamagedException(0);
      }
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        number++;
        KnownDevice one = KnownLine.read(line, number);
        accepted.put(one.device(), one);
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | KnownLine.DamagedException e) {
      accepted.clear();
      LOG.error("{}: the list of accepted devices cannot be read: {}", file, e.getMessage());
      return Optional.of(file + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public synchronized boolean admits(String device, DeviceIdentity identity) {
    KnownDevice known = accepted.get(device);
    if (known != null && known.accepted().equals(identity)) {
      strangers.remove(device);
      return true;
    }
    if (known == null && problem.isEmpty()) {
      try {
        put(device, identity);
        LOG.info("{}: {} is accepted, the first that answered", device, identity);
        return true;
      } catch (IOException e) {
        if (!unwritable) {
          LOG.error("{}: the list of accepted devices cannot be written: {}", file, e.getMessage());
        }
        unwritable = true;
      }
    }
    if (strangers.size() < MOST_STRANGERS) {
      strangers.put(device, identity);
    }
    return false;
  }

  @Override
  public synchronized List<KnownDevice> list() {
    return accepted.values().stream()
        .map(
            one ->
                new KnownDevice(
                    one.device(),
                    one.accepted(),
                    one.acceptedAt(),
                    Optional.ofNullable(strangers.get(one.device()))))
        .toList();
  }

  /** Who answered and was not let in, by name; also names that nobody was accepted for. */
  public synchronized Map<String, DeviceIdentity> strangers() {
    return Map.copyOf(strangers);
  }

  /** Why the list cannot be used; empty when it can. */
  public synchronized Optional<String> problem() {
    return problem;
  }

  @Override
  public synchronized Optional<KnownDevice> accept(String device) throws IOException {
    DeviceIdentity stranger = strangers.get(device);
    if (stranger == null) {
      return Optional.empty();
    }
    put(device, stranger);
    strangers.remove(device);
    problem = Optional.empty();
    return Optional.of(accepted.get(device));
  }

  private void put(String device, DeviceIdentity identity) throws IOException {
    Map<String, KnownDevice> next = new TreeMap<>(accepted);
    next.put(device, new KnownDevice(device, identity, clock.instant(), Optional.empty()));
    write(next.values());
    accepted.putAll(next);
    unwritable = false;
  }

  private void write(Collection<KnownDevice> devices) throws IOException {
    StringBuilder text = new StringBuilder();
    for (KnownDevice one : devices) {
      text.append(KnownLine.write(one)).append('\n');
    }
    new WholeFile(file, MOST_BYTES).write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
