package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest revocation list of each authority, each found to be signed by it. Immutable; safe for
 * use by any thread.
 */
public final class Revocations {
  /** No list of any authority. */
  public static final Revocations NONE = new Revocations(Map.of());

  private final Map<Sm2Certificate, RevocationList> lists;

  private Revocations(Map<Sm2Certificate, RevocationList> lists) {
    this.lists = Map.copyOf(lists);
  }

  /**
   * These and one more list, in the place of its issuer's older one.
   *
   * @param authorities the certificates that may have signed it; already believed
   * @throws CryptoException {@link CryptoFault#REVOCATION_LIST_REFUSED} when none of them did, or
   *     {@link CryptoFault#REVOCATION_LIST_OLDER} when a newer one of the same issuer is here: an
   *     older list would make revoked certificates good again
   */
  public Revocations with(RevocationList list, List<Sm2Certificate> authorities)
      throws CryptoException {
    Sm2Certificate issuer =
        authorities.stream()
            .filter(list::isBy)
            .findFirst()
            .orElseThrow(
                () ->
                    new CryptoException(
                        CryptoFault.REVOCATION_LIST_REFUSED,
                        "no authority in the trust file signed the revocation list; fetch the list"
                            + " of the authority that issued the certificates"));
    RevocationList known = lists.get(issuer);
    if (known != null && older(list, known)) {
      throw new CryptoException(
          CryptoFault.REVOCATION_LIST_OLDER,
          "revocation list number "
              + list.number()
              + " is older than number "
              + known.number()
              + ", which stays in use; fetch the newest");
    }
    Map<Sm2Certificate, RevocationList> changed = new HashMap<>(lists);
    changed.put(issuer, list);
    return new Revocations(changed);
  }

  /** The lists, one of each issuer. */
  public List<RevocationList> lists() {
    return new ArrayList<>(lists.values());
  }

  /** When the first list grows stale; empty when there is none. */
  public Optional<Instant> freshUntil() {
    return lists.values().stream().map(RevocationList::nextUpdate).min(Instant::compareTo);
  }

  /** Whether a certificate is on its issuer's list, whatever the date. */
  boolean lists(Sm2Certificate issuer, BigInteger serialNumber) {
    RevocationList list = lists.get(issuer);
    return list != null && list.revokedSince(serialNumber).isPresent();
  }

  /** Since when a certificate is on its issuer's list. */
  Optional<Instant> since(Sm2Certificate issuer, BigInteger serialNumber) {
    return Optional.ofNullable(lists.get(issuer)).flatMap(list -> list.revokedSince(serialNumber));
  }

  /** Whether a certificate had been revoked at an instant. */
  boolean hadRevoked(Sm2Certificate issuer, BigInteger serialNumber, Instant at) {
    RevocationList list = lists.get(issuer);
    return list != null
        && list.revokedSince(serialNumber).map(since -> !at.isBefore(since)).orElse(false);
  }

  /** Whether this issuer's list is here and fresh. */
  boolean knows(Sm2Certificate issuer, Instant at, Duration tolerance) {
    RevocationList list = lists.get(issuer);
    return list != null && !at.isAfter(list.nextUpdate().plus(tolerance));
  }

  /** The same number with other content is no newer list either. */
  private static boolean older(RevocationList list, RevocationList known) {
    int order = list.number().compareTo(known.number());
    return order < 0
        || list.thisUpdate().isBefore(known.thisUpdate())
        || (order == 0 && !list.equals(known));
  }
}
