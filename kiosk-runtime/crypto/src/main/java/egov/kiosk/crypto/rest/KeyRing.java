package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.crypto.sm.Sm4GcmKey;
import egov.kiosk.domain.rest.RestKeyId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All data keys, the current one last, and the stores that hold anything under them. Immutable.
 *
 * @param keys at least one
 * @param stores by name
 */
record KeyRing(List<DataKey> keys, Set<String> stores) {
  private static final String HEAD = "egov.kiosk data keys 1";

  KeyRing {
    keys = List.copyOf(keys);
    stores = Set.copyOf(stores);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a key ring has a current key");
    }
  }

  /** The first one of this kiosk. */
  static KeyRing first(Instant now, SecureRandom random) {
    return new KeyRing(List.of(make(now, random)), Set.of());
  }

  private static DataKey make(Instant now, SecureRandom random) {
    byte[] id = new byte[RestKeyId.LENGTH];
    byte[] key = new byte[Sm4Gcm.KEY];
    random.nextBytes(id);
    random.nextBytes(key);
    try {
      return new DataKey(
          RestKeyId.of(id), Instant.ofEpochMilli(now.toEpochMilli()), new Sm4GcmKey(key));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  DataKey current() {
    return keys.get(keys.size() - 1);
  }

  Optional<DataKey> key(RestKeyId id) {
    for (int i = keys.size() - 1; i >= 0; i--) {
      if (keys.get(i).id().equals(id)) {
        return Optional.of(keys.get(i));
      }
    }
    return Optional.empty();
  }

  /** With one more, which is current then. */
  KeyRing rotated(Instant now, SecureRandom random) {
    List<DataKey> all = new ArrayList<>(keys);
    all.add(make(now, random));
    return new KeyRing(all, stores);
  }

  /** With one more store. */
  KeyRing usedBy(String store) {
    Set<String> all = new TreeSet<>(stores);
    all.add(store);
    return new KeyRing(keys, all);
  }

  /** Without former keys that are not among these. */
  KeyRing keeping(Set<RestKeyId> needed) {
    List<DataKey> rest = new ArrayList<>(keys);
    rest.removeIf(key -> !key.equals(current()) && !needed.contains(key.id()));
    return new KeyRing(rest, stores);
  }

  /** What anybody may know: id, state and day of each key, a line each. */
  List<String> titles() {
    return keys.stream()
        .map(
            key ->
                "key " + key.id() + (key.equals(current()) ? " current " : " former ") + key.made())
        .toList();
  }

  /** The secret content; the caller clears it. */
  byte[] encode() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (DataKey key : keys) {
      byte[] raw = key.cipher().raw();
      text.append("key ").append(key.id()).append(' ').append(key.made().toEpochMilli());
      text.append(' ').append(HexFormat.of().formatHex(raw)).append('\n');
      Arrays.fill(raw, (byte) 0);
    }
    stores.stream().sorted().forEach(store -> text.append("store ").append(store).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads what {@link #encode} made.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  static KeyRing decode(byte[] content) {
    List<String> lines =
        new String(content, StandardCharsets.ISO_8859_1).lines().collect(Collectors.toList());
    if (lines.isEmpty() || !lines.remove(0).equals(HEAD)) {
      throw new IllegalArgumentException("no data keys");
    }
    List<DataKey> keys = new ArrayList<>();
    Set<String> stores = new TreeSet<>();
    for (String line : lines) {
      if (line.matches("key [0-9a-f]{16} [0-9]{1,18} [0-9a-f]{32}")) {
        String[] words = line.split(" ");
        keys.add(
            new DataKey(
                new RestKeyId(words[1]),
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                new Sm4GcmKey(HexFormat.of().parseHex(words[3]))));
      } else if (line.matches("store [a-z0-9.-]{1,64}")) {
        stores.add(line.substring("store ".length()));
      } else {
        throw new IllegalArgumentException("no data keys");
      }
    }
    return new KeyRing(keys, stores);
  }

  /** Nothing of the keys. */
  @Override
  public String toString() {
    return "KeyRing" + titles();
  }
}
