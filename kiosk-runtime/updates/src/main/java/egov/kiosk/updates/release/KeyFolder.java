package egov.kiosk.updates.release;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.updates.trust.Role;
import egov.kiosk.updates.trust.TrustedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of a laboratory, in open files: {@code root-1.pem} to {@code root-3.pem}, {@code
 * targets-1.pem} to {@code targets-3.pem}, {@code online.pem}. A site keeps the first six in
 * devices that lie in a safe, each with another person.
 */
public final class KeyFolder {
  /** What a root says whose keys anybody may have; the launcher's rules of production know it. */
  public static final String LABORATORY = "egov-lab";

  private static final int EACH = 3;
  private static final int THRESHOLD = 2;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /** The keys in a folder. */
  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes all seven; none is ever replaced. */
  public void make() throws IOException {
    Files.createDirectories(folder);
    for (String name : names()) {
      Path file = folder.resolve(name + ".pem");
      if (Files.exists(file)) {
        throw new IOException(file + " is there already");
      }
      PemFiles.writeKey(file, Sm2PrivateKey.generate(random));
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("online"));
    for (int i = 1; i <= EACH; i++) {
      names.add("root-" + i);
      names.add("targets-" + i);
    }
    return names;
  }

  /** Whoever of a role has a key here. */
  public List<Signer> signers(String role) throws CryptoException {
    List<Signer> signers = new ArrayList<>();
    for (int i = 1; i <= EACH; i++) {
      Path file = folder.resolve(role + "-" + i + ".pem");
      if (Files.exists(file)) {
        signers.add(new Signer(PemFiles.readKey(file), random));
      }
    }
    return signers;
  }

  /** The key that signs snapshot and timestamp. */
  public Signer online() throws CryptoException {
    return new Signer(PemFiles.readKey(folder.resolve("online.pem")), random);
  }

  /** A laboratory's root: a kiosk in production does not start with it. */
  public Map<String, Object> root(long version, Instant issued, Instant expires)
      throws CryptoException {
    return root(LABORATORY, version, issued, expires);
  }

  /**
   * What a root says of these keys: two of three, two of three, one.
   *
   * @param of whose they are
   */
  public Map<String, Object> root(String of, long version, Instant issued, Instant expires)
      throws CryptoException {
    List<TrustedKey> alone = List.of(online().key());
    Map<Role, Metadata.Keys> roles = new EnumMap<>(Role.class);
    roles.put(Role.ROOT, new Metadata.Keys(keys("root"), THRESHOLD));
    roles.put(Role.TARGETS, new Metadata.Keys(keys("targets"), THRESHOLD));
    roles.put(Role.SNAPSHOT, new Metadata.Keys(alone, 1));
    roles.put(Role.TIMESTAMP, new Metadata.Keys(alone, 1));
    return Metadata.root(of, version, issued, expires, roles);
  }

  private List<TrustedKey> keys(String role) throws CryptoException {
    return signers(role).stream().map(Signer::key).toList();
  }
}
