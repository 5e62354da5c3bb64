package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestException;
import egov.kiosk.domain.rest.RestException.Reason;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Data keys that a name and a number make, so that several processes have the same; with the
 * platform's own cipher, as this room has no door to SM4.
 */
public final class TestRing implements RestBox {
  private final String name;
  private final Set<String> stores = ConcurrentHashMap.newKeySet();
  private volatile int generation = 1;
  private volatile int oldest = 1;
  private volatile boolean gone;
  private volatile boolean remembers;
  volatile Set<RestKeyId> told = Set.of();

  public TestRing(String name) {
    this.name = name;
  }

  void rotate() {
    generation++;
  }

  /** As if custody were not in order. */
  void gone(boolean now) {
    gone = now;
  }

  /** As one that is asked again after a restart; the one all tests share forgets. */
  TestRing remembering() {
    remembers = true;
    return this;
  }

  void destroyFormer() {
    oldest = generation;
  }

  private byte[] key(int number) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256")
        .digest((name + number).getBytes(StandardCharsets.UTF_8));
  }

  private RestKeyId id(int number) {
    return RestKeyId.of(ByteBuffer.allocate(8).putInt(name.hashCode()).putInt(number).array());
  }

  private void require() throws RestException {
    if (gone) {
      throw new RestException(Reason.UNAVAILABLE, "the test took them away");
    }
  }

  @Override
  public RestKeyId current() throws RestException {
    require();
    return id(generation);
  }

  @Override
  public boolean knows(RestKeyId key) throws RestException {
    require();
    for (int i = oldest; i <= generation; i++) {
      if (id(i).equals(key)) {
        return true;
      }
    }
    return false;
  }

  private byte[] run(int mode, int number, byte[] nonce, RestPlace place, byte[] beside, byte[] in)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(Arrays.copyOf(key(number), 16), "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD(place.bytes());
    cipher.updateAAD(beside);
    return cipher.doFinal(in);
  }

  @Override
  public byte[] seal(RestPlace place, byte[] beside, byte[] plain) throws RestException {
    require();
    int number = generation;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(key(number));
      digest.update(place.bytes());
      digest.update(beside);
      byte[] nonce = Arrays.copyOf(digest.digest(plain), 12);
      byte[] sealed = run(Cipher.ENCRYPT_MODE, number, nonce, place, beside, plain);
      return ByteBuffer.allocate(20 + sealed.length)
          .put(id(number).bytes())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] open(RestPlace place, byte[] beside, byte[] sealed) throws RestException {
    require();
    if (sealed.length < 36) {
      throw new RestException(Reason.ALTERED, "short");
    }
    for (int i = oldest; i <= generation; i++) {
      if (id(i).equals(RestKeyId.of(sealed))) {
        try {
          byte[] nonce = Arrays.copyOfRange(sealed, 8, 20);
          byte[] rest = Arrays.copyOfRange(sealed, 20, sealed.length);
          return run(Cipher.DECRYPT_MODE, i, nonce, place, beside, rest);
        } catch (GeneralSecurityException e) {
          throw new RestException(Reason.ALTERED, "altered");
        }
      }
    }
    throw new RestException(Reason.KEY_UNKNOWN, "unknown");
  }

  @Override
  public void using(String store, Set<RestKeyId> keys) {
    stores.add(store);
    told = Set.copyOf(keys);
  }

  @Override
  public boolean former() {
    return oldest < generation;
  }

  @Override
  public boolean used(String store) {
    return remembers && stores.contains(store);
  }
}
