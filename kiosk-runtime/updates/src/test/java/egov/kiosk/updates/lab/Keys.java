package egov.kiosk.updates.lab;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.updates.release.Metadata;
import egov.kiosk.updates.release.Signer;
import egov.kiosk.updates.trust.Role;
import egov.kiosk.updates.trust.TrustedKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys of a laboratory: three for the root, three release managers, one online. */
public final class Keys {
  public final List<Signer> roots;
  public final List<Signer> managers;
  public final Signer online;

  public Keys() {
    this(three(), three(), signer());
  }

  public Keys(List<Signer> roots, List<Signer> managers, Signer online) {
    this.roots = roots;
    this.managers = managers;
    this.online = online;
  }

  public static Signer signer() {
    SecureRandom random = new SecureRandom();
    return new Signer(Sm2PrivateKey.generate(random), random);
  }

  public static List<Signer> three() {
    List<Signer> signers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      signers.add(signer());
    }
    return signers;
  }

  /** What a root says of these keys: two of three root keys, two of three managers, one online. */
  public Map<String, Object> root(long version, Instant issued) {
    return root(version, issued, issued.plus(Duration.ofDays(730)));
  }

  public Map<String, Object> root(long version, Instant issued, Instant expires) {
    Map<Role, Metadata.Keys> roles = new EnumMap<>(Role.class);
    roles.put(Role.ROOT, new Metadata.Keys(keys(roots), 2));
    roles.put(Role.TARGETS, new Metadata.Keys(keys(managers), 2));
    roles.put(Role.SNAPSHOT, new Metadata.Keys(keys(List.of(online)), 1));
    roles.put(Role.TIMESTAMP, new Metadata.Keys(keys(List.of(online)), 1));
    return Metadata.root("tests", version, issued, expires, roles);
  }

  private static List<TrustedKey> keys(List<Signer> signers) {
    return signers.stream().map(Signer::key).toList();
  }
}
