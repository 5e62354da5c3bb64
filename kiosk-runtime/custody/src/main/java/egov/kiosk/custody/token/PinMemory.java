package egov.kiosk.custody.token;

import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the last PIN that a device refused, so that no restart, reconnect or retry ever
 * presents it again. Kept in a file of mode 0600, because a process that restarts over and over
 * would lock the device otherwise: one line of instant, salt and HMAC-SM3(salt, device ‖ 0 ‖ PIN).
 * Until the PIN file is corrected it holds that same PIN in clear, so the line gives away nothing
 * more; a PIN that is accepted removes it.
 *
 * <p>Not safe for several threads: it belongs to the device's one thread.
 */
final class PinMemory {
  private static final Logger LOG = LoggerFactory.getLogger(PinMemory.class);
  private static final int SALT = 16;

  private final Path file;
  private final String device;
  private final SecureRandom random;
  private Optional<Entry> entry;

  /**
   * @param file where it is kept; beside the PIN file, say
   * @param device which device: another one may be shown the same PIN
   * @param random the system's generator
   */
  PinMemory(Path file, String device, SecureRandom random) {
    this.file = Objects.requireNonNull(file, "file");
    this.device = Objects.requireNonNull(device, "device");
    this.random = Objects.requireNonNull(random, "random");
    entry = load();
  }

  /** When the device refused this PIN, if that was the last one it refused. */
  Optional<Instant> refusedAt(byte[] pin) {
    return entry
        .filter(known -> Arrays.equals(known.digest, digest(known.salt, pin)))
        .map(known -> known.at);
  }

  void refused(byte[] pin, Instant now) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    Entry fresh = new Entry(now, salt, digest(salt, pin));
    entry = Optional.of(fresh);
    try {
      PrivateFile.replace(file, fresh.line().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      LOG.warn("{} cannot be written: after a restart the refused PIN would be shown again", file);
    }
  }

  void accepted() {
    if (entry.isPresent()) {
      entry = Optional.empty();
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} cannot be removed; it speaks of an older PIN and does no harm", file);
      }
    }
  }

  /** Where it is kept, for a message. */
  String place() {
    return file.toString();
  }

  private byte[] digest(byte[] salt, byte[] pin) {
    return Sm3.hmac(salt, device.getBytes(StandardCharsets.UTF_8), new byte[1], pin);
  }

  private Optional<Entry> load() {
    try {
      return Optional.of(Entry.of(Files.readString(file, StandardCharsets.US_ASCII)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
      LOG.warn("{} is damaged: whether the PIN was refused before is not known any more", file);
      return Optional.empty();
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Entry(Instant at, byte[] salt, byte[] digest) {
    static Entry of(String line) {
      String[] parts = line.strip().split(" ", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not three words");
      }
      HexFormat hex = HexFormat.of();
      return new Entry(Instant.parse(parts[0]), hex.parseHex(parts[1]), hex.parseHex(parts[2]));
    }

    String line() {
      HexFormat hex = HexFormat.of();
      return at + " " + hex.formatHex(salt) + " " + hex.formatHex(digest) + "\n";
    }
  }
}
