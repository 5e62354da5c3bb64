package egov.kiosk.identity.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sm2PackTrustTest {
  private static final byte[] MANIFEST = "format = 2\n".getBytes(US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(40));

  private final SecureRandom random = new SecureRandom();
  @TempDir Path temp;
  private CertificateAuthority authority;
  private Path authorities;

  @BeforeEach
  void found() throws Exception {
    authority =
        CertificateAuthority.create(
            "lab", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)), random);
    authorities = temp.resolve("ca.pem");
    PemFiles.writeCertificates(authorities, List.of(authority.certificate()));
  }

  private IssuedKey issued(String name) throws Exception {
    return authority.issue(
        name, CertificateUse.SIGN, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)));
  }

  private Optional<byte[]> signed(IssuedKey by, byte[] manifest) throws Exception {
    return Optional.of(
        SignedMessage.sign(SoftwareSigningKey.of(by, random), manifest).contentInfo());
  }

  private TrustSettings settings(Optional<Path> own) {
    return new TrustSettings(Set.of(), Optional.of(authorities), "maker", own);
  }

  private String check(TrustSettings settings, Instant at, Optional<byte[]> signature)
      throws FacePackException {
    return Sm2PackTrust.forInstalling(settings, InstantSource.fixed(at)).check(MANIFEST, signature);
  }

  private String refusal(TrustSettings settings, Instant at, Optional<byte[]> signature) {
    return assertThrows(FacePackException.class, () -> check(settings, at, signature)).getMessage();
  }

  @Test
  void pinnedManifest_isBelievedWithoutASignature() throws Exception {
    TrustSettings pinned = TrustSettings.pinned(Set.of(PackFile.sm3(MANIFEST)));

    assertEquals("pinned by its digest", check(pinned, NOW, Optional.empty()));
  }

  @Test
  void neitherPinnedNorSigned_isRefusedAndItsDigestTold() {
    String refusal = refusal(TrustSettings.pinned(Set.of()), NOW, Optional.empty());

    assertTrue(refusal.contains(PackFile.sm3(MANIFEST)), refusal);
  }

  @Test
  void makersSignature_isBelieved() throws Exception {
    assertEquals(
        "signed by maker",
        check(settings(Optional.empty()), NOW, signed(issued("maker"), MANIFEST)));
  }

  @Test
  void signatureOverAnotherManifest_isRefused() throws Exception {
    byte[] other = "format = 3\n".getBytes(US_ASCII);

    assertEquals(
        "pack.p7s belongs to another manifest, or this one was changed",
        refusal(settings(Optional.empty()), NOW, signed(issued("maker"), other)));
  }

  @Test
  void otherNameOfTheSameAuthority_isRefused() throws Exception {
    assertTrue(
        refusal(settings(Optional.empty()), NOW, signed(issued("kiosk-0001"), MANIFEST))
            .contains("somebody else than identity.packMaker"));
  }

  @Test
  void strangersAuthority_isRefused() throws Exception {
    CertificateAuthority stranger =
        CertificateAuthority.create(
            "lab", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)), random);
    IssuedKey maker =
        stranger.issue("maker", CertificateUse.SIGN, NOW, NOW.plus(Duration.ofDays(3)));

    assertTrue(
        refusal(settings(Optional.empty()), NOW, signed(maker, MANIFEST))
            .startsWith("the face pack's signature is not believed"));
  }

  @Test
  void brokenSignature_isRefused() throws Exception {
    byte[] signature = signed(issued("maker"), MANIFEST).get();
    signature[signature.length - 5] ^= 1;

    assertTrue(
        refusal(settings(Optional.empty()), NOW, Optional.of(signature))
            .startsWith("the face pack's signature is not believed"));
    assertTrue(
        refusal(settings(Optional.empty()), NOW, Optional.of(new byte[20]))
            .startsWith("the face pack's signature is not believed"));
  }

  @Test
  void ownSignature_isBelievedWhereTheOwnCertificateIsConfigured() throws Exception {
    IssuedKey kiosk = issued("kiosk-0001");
    Path own = temp.resolve("own.pem");
    PemFiles.writeCertificates(own, List.of(kiosk.certificate()));

    assertEquals(
        "signed by this kiosk", check(settings(Optional.of(own)), NOW, signed(kiosk, MANIFEST)));
  }

  @Test
  void makerThatRanOut_staysInServiceButIsNotInstalledAnew() throws Exception {
    Optional<byte[]> signature = signed(issued("maker"), MANIFEST);
    TrustSettings settings = settings(Optional.empty());

    assertTrue(refusal(settings, LATER, signature).contains("not believed"));
    assertEquals(
        "signed by maker",
        Sm2PackTrust.forInstalled(settings, InstantSource.fixed(LATER)).check(MANIFEST, signature));
  }

  @Test
  void pinThatIsNoDigest_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> TrustSettings.pinned(Set.of("ABC")));
  }
}
