package egov.kiosk.crypto.certificate;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_EXPIRED;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_REVOKED;
import static egov.kiosk.crypto.CryptoFault.REVOCATION_LIST_OLDER;
import static egov.kiosk.crypto.CryptoFault.REVOCATION_LIST_REFUSED;
import static egov.kiosk.crypto.CryptoFault.REVOCATION_UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Revoked certificates, lists that are stale, old, forged or of somebody else (attack C11). */
class RevocationTest {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Instant NEXT = Lab.NOW.plus(Duration.ofDays(7));
  private static final Instant SINCE = Lab.NOW.minus(Duration.ofDays(2));

  private final Lab lab;
  private final Sm2Certificate kiosk;
  private final BigInteger serial;

  RevocationTest() throws CryptoException {
    lab = new Lab();
    kiosk = lab.kiosk.certificate();
    serial = kiosk.serialNumber();
  }

  private RevocationList list(long number, Instant from, Map<BigInteger, Instant> revoked)
      throws CryptoException {
    return lab.authority.revoke(BigInteger.valueOf(number), revoked, from, NEXT);
  }

  private RevocationList empty(long number) throws CryptoException {
    return list(number, Lab.NOW, Map.of());
  }

  private RevocationList revoking(long number) throws CryptoException {
    return list(number, Lab.NOW, Map.of(serial, SINCE));
  }

  private TrustStore hard() {
    return lab.trust.with(new TrustRules(TOLERANCE, RevocationPolicy.HARD));
  }

  private void check(TrustStore trust, Instant at) throws CryptoException {
    trust.check(kiosk, CertificateUse.SIGN, at);
  }

  @Test
  void revoke_someCertificates_listSaysWhichAndSinceWhen() throws Exception {
    RevocationList list = RevocationList.parse(revoking(7).encoded());
    assertEquals(revoking(7).number(), list.number());
    assertEquals(Lab.NOW, list.thisUpdate());
    assertEquals(NEXT, list.nextUpdate());
    assertEquals(1, list.size());
    assertEquals(Optional.of(SINCE), list.revokedSince(serial));
    assertEquals(Optional.empty(), list.revokedSince(BigInteger.TEN));
    assertEquals(0, empty(8).size());
  }

  @Test
  void c11_check_revoked_refusedWhateverTheClockSays() throws Exception {
    TrustStore trust = lab.trust.with(revoking(1));
    for (Instant at : List.of(Lab.NOW, SINCE.minus(Duration.ofDays(9)), NEXT.plusSeconds(9))) {
      Refusal.with(CERTIFICATE_REVOKED, () -> check(trust, at));
    }
    assertDoesNotThrow(
        () -> trust.check(lab.platformSign.certificate(), CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void check_listMissing_softGoesOnHardRefuses() {
    assertDoesNotThrow(() -> check(lab.trust, Lab.NOW));
    Refusal.with(REVOCATION_UNKNOWN, () -> check(hard(), Lab.NOW));
  }

  @Test
  void check_listStale_softGoesOnHardRefusesAfterTheTolerance() throws Exception {
    RevocationList list = empty(1);
    assertDoesNotThrow(() -> check(lab.trust.with(list), NEXT.plus(Duration.ofDays(30))));
    TrustStore hard = hard().with(list);
    assertDoesNotThrow(() -> check(hard, NEXT.plus(TOLERANCE)));
    Refusal.with(REVOCATION_UNKNOWN, () -> check(hard, NEXT.plus(TOLERANCE).plusMillis(1)));
    assertEquals(Optional.of(NEXT), hard.revocations().freshUntil());
    assertEquals(Optional.empty(), lab.trust.revocations().freshUntil());
  }

  @Test
  void check_staleListOnSoftPolicy_stillRefusesWhoIsOnIt() throws Exception {
    TrustStore trust = lab.trust.with(revoking(1));
    Refusal.with(CERTIFICATE_REVOKED, () -> check(trust, NEXT.plus(Duration.ofDays(30))));
  }

  @Test
  void checkThen_signedBeforeTheRevocation_stillHoldsAndAfterNot() throws Exception {
    TrustStore trust = hard().with(revoking(1));
    assertDoesNotThrow(() -> trust.checkThen(kiosk, CertificateUse.SIGN, SINCE.minusMillis(1)));
    Refusal.with(CERTIFICATE_REVOKED, () -> trust.checkThen(kiosk, CertificateUse.SIGN, SINCE));
    Refusal.with(
        CERTIFICATE_EXPIRED,
        () -> trust.checkThen(kiosk, CertificateUse.SIGN, Lab.UNTIL.plus(Duration.ofDays(1))));
  }

  @Test
  void with_olderList_cannotReplaceANewer() throws Exception {
    TrustStore trust = lab.trust.with(revoking(5));
    Refusal.with(REVOCATION_LIST_OLDER, () -> trust.with(empty(4)));
    Refusal.with(REVOCATION_LIST_OLDER, () -> trust.with(empty(5)));
    RevocationList earlier = list(6, Lab.NOW.minusSeconds(1), Map.of());
    Refusal.with(REVOCATION_LIST_OLDER, () -> trust.with(earlier));
    Refusal.with(CERTIFICATE_REVOKED, () -> check(trust, Lab.NOW));
    assertDoesNotThrow(() -> check(trust.with(empty(6)), Lab.NOW));
  }

  @Test
  void with_theSameListAgain_changesNothing() throws Exception {
    RevocationList list = revoking(5);
    TrustStore twice = lab.trust.with(list).with(list);
    assertEquals(List.of(list), twice.revocations().lists());
  }

  @Test
  void with_listOfAStrangerOrOfTheSameName_refused() throws Exception {
    CertificateAuthority twin =
        CertificateAuthority.create("lab-root", Lab.FROM, Lab.UNTIL, lab.random);
    CertificateAuthority other =
        CertificateAuthority.create("other", Lab.FROM, Lab.UNTIL, lab.random);
    for (CertificateAuthority stranger : List.of(twin, other)) {
      RevocationList list = stranger.revoke(BigInteger.ONE, Map.of(), Lab.NOW, NEXT);
      Refusal.with(REVOCATION_LIST_REFUSED, () -> lab.trust.with(list));
    }
  }

  @Test
  void with_authorityThatMayNotSignLists_refused() throws Exception {
    Forge forge = new Forge();
    IssuedKey issuer = new IssuedKey(forge.key, forge.authority(1).bySelf());
    assertEquals(KeyUsage.keyCertSign, issuer.certificate().extensions().usageBits());
    TrustStore trust = TrustStore.of(List.of(issuer.certificate()));
    RevocationList list =
        CertificateAuthority.of(issuer, lab.random).revoke(BigInteger.ONE, Map.of(), Lab.NOW, NEXT);
    Refusal.with(REVOCATION_LIST_REFUSED, () -> trust.with(list));
  }

  @Test
  void check_authorityBetweenRevoked_refusesAllBelowIt() throws Exception {
    CertificateAuthority below = lab.authority.createBelow("below", Lab.FROM, Lab.UNTIL);
    Sm2Certificate leaf = below.issue("a", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate();
    TrustStore trust =
        TrustStore.of(List.of(lab.authority.certificate(), below.certificate()))
            .with(list(1, Lab.NOW, Map.of(below.certificate().serialNumber(), SINCE)))
            .with(below.revoke(BigInteger.ONE, Map.of(), Lab.NOW, NEXT));
    Refusal.with(CERTIFICATE_REVOKED, () -> trust.check(leaf, CertificateUse.SIGN, Lab.NOW));
    assertEquals(2, trust.revocations().lists().size());
  }

  @Test
  void check_hardWithAuthorityBetween_wantsBothLists() throws Exception {
    CertificateAuthority below = lab.authority.createBelow("below", Lab.FROM, Lab.UNTIL);
    Sm2Certificate leaf = below.issue("a", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate();
    TrustStore rootOnly =
        TrustStore.of(List.of(lab.authority.certificate(), below.certificate()))
            .with(new TrustRules(TOLERANCE, RevocationPolicy.HARD))
            .with(empty(1));
    Refusal.with(REVOCATION_UNKNOWN, () -> rootOnly.check(leaf, CertificateUse.SIGN, Lab.NOW));
    TrustStore both = rootOnly.with(below.revoke(BigInteger.ONE, Map.of(), Lab.NOW, NEXT));
    assertDoesNotThrow(() -> both.check(leaf, CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void revoke_impossibleDatesOrNumber_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> lab.authority.revoke(BigInteger.ONE, Map.of(), NEXT, Lab.NOW));
    assertThrows(
        IllegalArgumentException.class,
        () -> lab.authority.revoke(BigInteger.ONE.negate(), Map.of(), Lab.NOW, NEXT));
    assertTrue(lab.trust.revocations().lists().isEmpty());
  }
}
