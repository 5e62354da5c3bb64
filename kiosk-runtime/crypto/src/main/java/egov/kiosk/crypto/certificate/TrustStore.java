package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authorities this machine believes, what they have revoked, and the check of a certificate
 * against both. Immutable; safe for use by any thread.
 *
 * <p>Of certificates asked about lately it remembers the verified path to an anchor: a platform
 * hears the same kiosks again and again. Dates and uses are checked anew each time.
 *
 * <p>Signatures are checked first and on every path, dates and uses after: only a certificate that
 * an anchor stands behind learns that it has, say, expired.
 */
public final class TrustStore {
  /** Anchor, three authorities below it, and the certificate asked about. */
  private static final int LONGEST_PATH = 5;

  /** A few thousand bytes each; only what an anchor stands behind gets in. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<Sm2Certificate, List<Sm2Certificate>> paths = new ConcurrentHashMap<>();
  private final List<Sm2Certificate> anchors;
  private final List<Sm2Certificate> authorities;

  private final Revocations revocations;
  private final TrustRules rules;

  private TrustStore(List<Sm2Certificate> authorities, Revocations revocations, TrustRules rules) {
    this.authorities = List.copyOf(authorities);
    this.revocations = revocations;
    this.rules = rules;
    anchors = authorities.stream().filter(TrustStore::selfSigned).toList();
  }

  /**
   * Takes authorities, with {@link TrustRules#USUAL} and nothing revoked. Self-signed ones are
   * anchors; the others only lead to an anchor.
   *
   * @throws CryptoException {@link CryptoFault#CERTIFICATE_ISSUER_NOT_CA} when there is no anchor,
   *     or one of them is no authority
   */
  public static TrustStore of(List<Sm2Certificate> authorities) throws CryptoException {
    for (Sm2Certificate authority : authorities) {
      if (!authority.extensions().authority() || !authority.allows(CertificateUse.ISSUE)) {
        throw noAuthority("a certificate in the trust file is no authority");
      }
    }
    TrustStore store = new TrustStore(authorities, Revocations.NONE, TrustRules.USUAL);
    if (store.anchors.isEmpty()) {
      throw noAuthority("no certificate in the trust file is a self-signed authority");
    }
    return store;
  }

  /** The same authorities with other rules. */
  public TrustStore with(TrustRules changed) {
    return new TrustStore(authorities, revocations, changed);
  }

  /**
   * The same authorities, of which one has issued this revocation list.
   *
   * @throws CryptoException as {@link Revocations#with}
   */
  public TrustStore with(RevocationList list) throws CryptoException {
    return new TrustStore(authorities, revocations.with(list, authorities), rules);
  }

  /** The authorities, anchors and others. */
  public List<Sm2Certificate> authorities() {
    return authorities;
  }

  /**
   * Those of them that stand behind a certificate, its issuer first; none when no anchor does.
   * Dates and uses are not looked at.
   */
  public List<Sm2Certificate> authoritiesOf(Sm2Certificate certificate) {
    try {
      List<Sm2Certificate> path = path(certificate);
      return path.subList(1, path.size());
    } catch (CryptoException e) {
      return List.of();
    }
  }

  /**
   * Since when a certificate, or an authority between it and an anchor, is revoked; empty when no
   * list names one, or no anchor stands behind it.
   */
  public Optional<Instant> revokedSince(Sm2Certificate certificate) {
    List<Sm2Certificate> above = authoritiesOf(certificate);
    Sm2Certificate member = certificate;
    for (Sm2Certificate issuer : above) {
      Optional<Instant> since = revocations.since(issuer, member.serialNumber());
      if (since.isPresent()) {
        return since;
      }
      member = issuer;
    }
    return Optional.empty();
  }

  /** What they have revoked. */
  public Revocations revocations() {
    return revocations;
  }

  /**
   * Checks that an anchor stands behind the certificate, that it may be used so at that instant,
   * and that it is not revoked: whoever is on a list is refused whatever the clock says.
   *
   * @param at now
   * @throws CryptoException with the {@code CERTIFICATE_} fault that was found first
   */
  public void check(Sm2Certificate certificate, CertificateUse use, Instant at)
      throws CryptoException {
    List<Sm2Certificate> path = path(certificate);
    for (Sm2Certificate member : path) {
      checkOne(member, at, rules.tolerance());
    }
    checkUse(certificate, use, path);
    for (int index = 0; index + 1 < path.size(); index++) {
      Sm2Certificate issuer = path.get(index + 1);
      if (revocations.lists(issuer, path.get(index).serialNumber())) {
        throw revoked();
      }
      if (rules.revocation() == RevocationPolicy.HARD
          && !revocations.knows(issuer, at, rules.tolerance())) {
        throw fault(
            CryptoFault.REVOCATION_UNKNOWN,
            "its issuer's revocation list is missing or stale; put a fresh one");
      }
    }
  }

  /**
   * The same for something signed long ago: valid and not yet revoked then. Whether lists are fresh
   * does not matter.
   *
   * @param then when it was signed, by a clock other than the signer's: a thief writes any date
   * @throws CryptoException with the {@code CERTIFICATE_} fault that was found first
   */
  public void checkThen(Sm2Certificate certificate, CertificateUse use, Instant then)
      throws CryptoException {
    List<Sm2Certificate> path = path(certificate);
    for (Sm2Certificate member : path) {
      checkOne(member, then, rules.tolerance());
    }
    checkUse(certificate, use, path);
    for (int index = 0; index + 1 < path.size(); index++) {
      if (revocations.hadRevoked(path.get(index + 1), path.get(index).serialNumber(), then)) {
        throw revoked();
      }
    }
  }

  private List<Sm2Certificate> path(Sm2Certificate certificate) throws CryptoException {
    List<Sm2Certificate> path = paths.get(certificate);
    if (path == null) {
      path = pathToAnchor(certificate);
      remember(certificate, path);
    }
    return path;
  }

  private static void checkUse(
      Sm2Certificate certificate, CertificateUse use, List<Sm2Certificate> path)
      throws CryptoException {
    if (!certificate.allows(use)) {
      throw fault(CryptoFault.CERTIFICATE_USE_WRONG, "this certificate is not meant to " + use);
    }
    for (int index = 1; index < path.size(); index++) {
      int limit = path.get(index).extensions().pathLength();
      if (limit >= 0 && index - 1 > limit) {
        throw fault(CryptoFault.CERTIFICATE_PATH_TOO_LONG, "an authority allows fewer below it");
      }
    }
  }

  private void remember(Sm2Certificate certificate, List<Sm2Certificate> path) {
    if (paths.size() >= MOST_REMEMBERED) {
      paths.clear();
    }
    paths.put(certificate, List.copyOf(path));
  }

  /** The certificate, its issuer, and so on up to an anchor, every signature verified. */
  private List<Sm2Certificate> pathToAnchor(Sm2Certificate certificate) throws CryptoException {
    List<Sm2Certificate> path = new ArrayList<>(List.of(certificate));
    while (!anchors.contains(path.get(path.size() - 1))) {
      if (path.size() == LONGEST_PATH) {
        throw fault(CryptoFault.CERTIFICATE_PATH_TOO_LONG, "too many authorities up to an anchor");
      }
      path.add(issuerOf(path.get(path.size() - 1)));
    }
    return path;
  }

  private static void checkOne(Sm2Certificate certificate, Instant at, Duration tolerance)
      throws CryptoException {
    if (certificate.extensions().unknownCritical()) {
      throw fault(CryptoFault.CERTIFICATE_EXTENSION_UNKNOWN, "a critical extension is unknown");
    }
    certificate.checkValid(at, tolerance);
  }

  private Sm2Certificate issuerOf(Sm2Certificate certificate) throws CryptoException {
    boolean named = false;
    for (Sm2Certificate authority : authorities) {
      if (certificate.issuedUnderNameOf(authority)) {
        named = true;
        if (certificate.signedBy(authority)) {
          return authority;
        }
      }
    }
    throw named
        ? fault(CryptoFault.CERTIFICATE_SIGNATURE_WRONG, "its issuer never signed it")
        : fault(
            CryptoFault.CERTIFICATE_ISSUER_UNKNOWN, "its issuer is not in the trust file; add it");
  }

  private static boolean selfSigned(Sm2Certificate authority) {
    return authority.issuedUnderNameOf(authority) && authority.signedBy(authority);
  }

  private static CryptoException revoked() {
    return fault(
        CryptoFault.CERTIFICATE_REVOKED,
        "its issuer revoked it; find out why, then have a new one issued");
  }

  private static CryptoException noAuthority(String what) {
    return fault(
        CryptoFault.CERTIFICATE_ISSUER_NOT_CA,
        what + "; put the issuing authorities there and nothing else");
  }

  private static CryptoException fault(CryptoFault fault, String message) {
    return new CryptoException(fault, message);
  }
}
