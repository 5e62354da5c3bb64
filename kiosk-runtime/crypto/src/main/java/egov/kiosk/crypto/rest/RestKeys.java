package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestException.Reason;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data keys in use. Each change is on the disk, wrapped, file and copy, before anything is
 * sealed under it. Safe for use by several threads.
 */
public final class RestKeys implements RestBox {
  private static final RestWrapping OPEN = new OpenWrapping();

  private final RingFile file;
  private final RestWrapping wrapping;
  private final InstantSource clock;
  private final SecureRandom random;
  private final KeyEvents events;
  private final Map<String, Said> said = new HashMap<>();
  private volatile KeyRing ring;

  /** What a store uses, and which keys were former ones when it said so. */
  private record Said(Set<RestKeyId> uses, Set<RestKeyId> former) {
    boolean frees(RestKeyId key) {
      return former.contains(key) && !uses.contains(key);
    }
  }

  private RestKeys(
      RingFile file,
      RestWrapping wrapping,
      InstantSource clock,
      SecureRandom random,
      KeyEvents events) {
    this.file = file;
    this.wrapping = wrapping;
    this.clock = clock;
    this.random = random;
    this.events = events;
  }

  /**
   * Opens the keys, or makes the first one where there are none yet.
   *
   * @param directory their own, made when missing, mode 0700
   * @param random the system's generator
   * @throws CryptoException {@code FILE_MALFORMED} when they belong to another machine or custody,
   *     with the files untouched; other faults when custody or disk are not in order now
   */
  public static RestKeys open(
      Path directory,
      RestWrapping wrapping,
      InstantSource clock,
      SecureRandom random,
      KeyEvents events)
      throws CryptoException {
    RestKeys keys =
        new RestKeys(
            new RingFile(directory),
            Objects.requireNonNull(wrapping, "wrapping"),
            Objects.requireNonNull(clock, "clock"),
            Objects.requireNonNull(random, "random"),
            Objects.requireNonNull(events, "events"));
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      keys.load();
    } catch (RingFile.NewerFormException e) {
      throw new CryptoException(CryptoFault.FILE_MALFORMED, e.getMessage());
    } catch (IOException e) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE,
          "the data keys in " + directory + " cannot be read or written; look at the disk");
    }
    return keys;
  }

  private void load() throws IOException, CryptoException {
    Optional<RingFile.Content> found = file.read();
    if (found.isPresent() && found.get().wrapping().equals(OPEN.word()) && !isOpen()) {
      // They lay open until now: wrapped from here on, and nothing new is sealed under them.
      KeyRing open = unwrap(found.get(), OPEN).rotated(clock.instant(), random);
      keep(open);
      ring = open;
      events.made(open.current().id());
      return;
    }
    if (found.isPresent()) {
      ring = unwrap(found.get(), wrapping);
      if (!file.doubled()) {
        file.write(found.get());
      }
      return;
    }
    Optional<Path> aside =
        file.exists() ? Optional.of(file.setAside(clock.instant())) : Optional.empty();
    KeyRing first = KeyRing.first(clock.instant(), random);
    keep(first);
    ring = first;
    aside.ifPresent(events::lost);
    events.made(first.current().id());
  }

  /** Whether the file's mode is all that keeps the keys. */
  public boolean isOpen() {
    return wrapping.word().equals(OPEN.word());
  }

  private static KeyRing unwrap(RingFile.Content content, RestWrapping wrapping)
      throws CryptoException {
    byte[] secret = {};
    try {
      if (!content.wrapping().equals(wrapping.word())) {
        throw foreign("they are wrapped otherwise (" + content.wrapping() + ")");
      }
      secret = wrapping.unwrap(content.wrapped());
      return KeyRing.decode(secret);
    } catch (IllegalArgumentException e) {
      throw foreign("they are none of this program's");
    } catch (CryptoException e) {
      boolean refused =
          e.fault() == CryptoFault.MESSAGE_REFUSED || e.fault() == CryptoFault.PASSPHRASE_REFUSED;
      throw refused ? foreign("this machine did not wrap them") : e;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static CryptoException foreign(String why) {
    return new CryptoException(
        CryptoFault.FILE_MALFORMED,
        "the data keys of this directory are not this kiosk's: "
            + why
            + "; put back this kiosk's own data directory, or its key and passphrase");
  }

  private void keep(KeyRing changed) throws CryptoException {
    byte[] secret = changed.encode();
    try {
      file.write(new RingFile.Content(wrapping.word(), changed.titles(), wrapping.wrap(secret)));
    } catch (IOException e) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE, "the data keys cannot be written; look at the disk");
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /**
   * Makes a new key, under which everything is sealed from now on.
   *
   * @throws CryptoException when it cannot be kept; then nothing changed
   */
  public synchronized RestKeyId rotate() throws CryptoException {
    KeyRing changed = ring.rotated(clock.instant(), random);
    keep(changed);
    ring = changed;
    events.made(changed.current().id());
    return changed.current().id();
  }

  /** When the current key was made. */
  public Instant currentSince() {
    return ring.current().made();
  }

  /** How many keys there are, the current one included. */
  public int count() {
    return ring.keys().size();
  }

  /**
   * What anybody may know of the keys in a directory, a line each, without opening them.
   *
   * @throws IOException when there are none, or they are damaged
   */
  public static List<String> titles(Path directory) throws IOException {
    return new RingFile(directory)
        .read()
        .orElseThrow(() -> new IOException("there are no data keys in " + directory))
        .titles();
  }

  @Override
  public RestKeyId current() {
    return ring.current().id();
  }

  @Override
  public boolean knows(RestKeyId key) {
    return ring.key(key).isPresent();
  }

  @Override
  public byte[] seal(RestPlace place, byte[] beside, byte[] plain) {
    return ring.current().seal(place, beside, plain);
  }

  @Override
  public byte[] open(RestPlace place, byte[] beside, byte[] sealed) throws RestException {
    if (sealed.length < DataKey.OVERHEAD) {
      throw new RestException(Reason.ALTERED, "too short to be sealed");
    }
    DataKey key =
        ring.key(RestKeyId.of(sealed))
            .orElseThrow(
                () -> new RestException(Reason.KEY_UNKNOWN, "sealed under a key not held here"));
    try {
      return key.open(place, beside, sealed);
    } catch (CryptoException e) {
      throw new RestException(Reason.ALTERED, "not what was sealed for this place");
    }
  }

  @Override
  public synchronized void using(String store, Set<RestKeyId> keys) throws RestException {
    Set<RestKeyId> former = ring.keys().stream().map(DataKey::id).collect(Collectors.toSet());
    former.remove(ring.current().id());
    KeyRing changed = ring.stores().contains(store) ? ring : ring.usedBy(store);
    Map<String, Said> all = new HashMap<>(said);
    all.put(store, new Said(Set.copyOf(keys), former));
    if (all.keySet().containsAll(changed.stores())) {
      changed = changed.keeping(needed(changed, all));
    }
    Set<RestKeyId> gone = new HashSet<>(former);
    KeyRing kept = changed;
    gone.removeIf(key -> kept.key(key).isPresent());
    if (!changed.equals(ring)) {
      try {
        keep(changed);
      } catch (CryptoException e) {
        throw new RestException(Reason.UNAVAILABLE, e.getMessage(), e);
      }
      ring = changed;
    }
    said.putAll(all);
    gone.forEach(events::destroyed);
  }

  private static Set<RestKeyId> needed(KeyRing ring, Map<String, Said> all) {
    return ring.keys().stream()
        .map(DataKey::id)
        .filter(key -> !all.values().stream().allMatch(said -> said.frees(key)))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean former() {
    return ring.keys().size() > 1;
  }

  @Override
  public boolean used(String store) {
    return ring.stores().contains(store);
  }
}
