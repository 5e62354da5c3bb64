package egov.kiosk.documents.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Parts;
import egov.kiosk.documents.ofd.Container;
import egov.kiosk.documents.ofd.OfdEntries;
import egov.kiosk.documents.seal.SealPaths;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each of the five verdicts, and what leads to it. */
class VerdictTest {
  private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
  private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

  private static Lab lab;
  private static byte[] good;

  @BeforeAll
  static void open() throws Exception {
    lab = new Lab();
    good = lab.small();
  }

  private static void expect(Verdict verdict, byte[] document) throws Exception {
    DocumentCheck check = lab.verifier().verify(document);
    assertEquals(verdict, check.verdict(), check.reason());
  }

  @Test
  void untouched_isValidAndSaysWhoSealedIt() throws Exception {
    DocumentCheck check = lab.verifier().verify(good);
    assertEquals(Verdict.VALID, check.verdict(), check.reason());
    assertEquals(Lab.NAME, check.seal().orElseThrow().sealName());
    assertEquals("fz-gl-000001", check.seal().orElseThrow().signer());
    assertEquals(Lab.NOW, check.seal().orElseThrow().sealedAt());
  }

  @Test
  void changedWord_isAltered() throws Exception {
    String page = Parts.text(good, PAGE).replace("12", "13");
    expect(Verdict.ALTERED, Parts.with(good, PAGE, page));
  }

  @Test
  void changedWordWithItsDigest_isAltered() throws Exception {
    String page = Parts.text(good, PAGE).replace("12", "13");
    byte[] other = page.getBytes(StandardCharsets.UTF_8);
    String list = Parts.text(good, SealPaths.SIGNATURE);
    list =
        list.replace(
            digest(Parts.text(good, PAGE).getBytes(StandardCharsets.UTF_8)), digest(other));
    expect(Verdict.ALTERED, Parts.with(Parts.with(good, PAGE, other), SealPaths.SIGNATURE, list));
  }

  private static String digest(byte[] content) {
    return java.util.Base64.getEncoder().encodeToString(egov.kiosk.crypto.sm.Sm3.digest(content));
  }

  @Test
  void addedOrRemovedPart_isAltered() throws Exception {
    expect(Verdict.ALTERED, Parts.with(good, "Doc_0/Note.xml", "<x/>"));
    SortedMap<String, byte[]> parts = Parts.of(good);
    parts.remove("Doc_0/PublicRes.xml");
    expect(Verdict.ALTERED, Container.pack(parts));
  }

  @Test
  void otherGenuineSeal_isAltered() throws Exception {
    byte[] other = lab.smallSeal(lab.maker, lab.kiosk.certificate(), SUMMER).encoded();
    expect(Verdict.ALTERED, Parts.with(good, SealPaths.SEAL, other));
  }

  @Test
  void signatureOfAnotherDocument_isAltered() throws Exception {
    byte[] other = Parts.of(lab.small()).get(SealPaths.SIGNED_VALUE);
    byte[] later =
        lab.small(
            lab.smallSeal(lab.maker, lab.kiosk.certificate(), Lab.UNTIL),
            lab.key(lab.kiosk),
            Lab.NOW.plusSeconds(1));
    expect(Verdict.ALTERED, Parts.with(later, SealPaths.SIGNED_VALUE, other));
  }

  @Test
  void ownDocumentPackedAnew_isAltered() throws Exception {
    expect(Verdict.ALTERED, Parts.deflated(Parts.of(good)));
  }

  @Test
  void sealMadeByItsUser_isCertificateInvalid() throws Exception {
    ElectronicSeal forged = lab.smallSeal(lab.kiosk, lab.kiosk.certificate(), Lab.UNTIL);
    expect(Verdict.CERTIFICATE_INVALID, lab.small(forged, lab.key(lab.kiosk), Lab.NOW));
  }

  @Test
  void otherAuthority_isCertificateInvalid() throws Exception {
    expect(Verdict.CERTIFICATE_INVALID, new Lab().small());
  }

  @Test
  void signerTheSealDoesNotName_isCertificateInvalid() throws Exception {
    IssuedKey thief = lab.authority.issue("thief", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL);
    ElectronicSeal seal = lab.smallSeal(lab.maker, lab.kiosk.certificate(), Lab.UNTIL);
    expect(
        Verdict.CERTIFICATE_INVALID,
        lab.small(seal, pretending(lab.kiosk.certificate(), lab.key(thief)), Lab.NOW));
  }

  /** Shows one certificate when asked whether it may, and another one afterwards. */
  private static SigningKey pretending(Sm2Certificate first, SigningKey key) {
    AtomicInteger asked = new AtomicInteger();
    return new SigningKey() {
      @Override
      public Sm2Certificate certificate() {
        return asked.getAndIncrement() == 0 ? first : key.certificate();
      }

      @Override
      public byte[] sign(byte[] message) throws egov.kiosk.crypto.CryptoException {
        return key.sign(message);
      }

      @Override
      public byte[] sign(byte[] message, byte[] userId) throws egov.kiosk.crypto.CryptoException {
        return key.sign(message, userId);
      }
    };
  }

  @Test
  void signerCertificateOver_isExpired() throws Exception {
    IssuedKey brief = lab.authority.issue("brief", CertificateUse.SIGN, Lab.FROM, SUMMER);
    ElectronicSeal seal = lab.smallSeal(lab.maker, brief.certificate(), Lab.UNTIL);
    byte[] late = lab.small(seal, lab.key(brief), SUMMER.plusSeconds(86_400));
    DocumentCheck check = lab.verifier(Set.of(Lab.MAKER), Lab.UNTIL).verify(late);
    assertEquals(Verdict.EXPIRED, check.verdict(), check.reason());
  }

  @Test
  void sealedInTheFuture_isExpired() throws Exception {
    DocumentCheck check = lab.verifier(Set.of(Lab.MAKER), Lab.NOW.minusSeconds(3600)).verify(good);
    assertEquals(Verdict.EXPIRED, check.verdict(), check.reason());
  }

  @Test
  void stillValid_whenSealAndCertificateHaveRunOutSince() throws Exception {
    Instant years = Instant.parse("2036-01-01T00:00:00Z");
    assertEquals(Verdict.VALID, lab.verifier(Set.of(Lab.MAKER), years).verify(good).verdict());
  }

  @Test
  void withoutSeal_isUnsupported() throws Exception {
    SortedMap<String, byte[]> parts = Parts.of(good);
    parts.keySet().removeIf(name -> name.contains("Signs"));
    String root = Parts.text(good, "OFD.xml").replaceAll("<ofd:Signatures>.*</ofd:Sig[a-z]+>", "");
    parts.put("OFD.xml", root.getBytes(StandardCharsets.UTF_8));
    expect(Verdict.UNSUPPORTED, Container.pack(parts));
  }

  @Test
  void twoSeals_areUnsupported() throws Exception {
    String list = Parts.text(good, OfdEntries.SIGNATURES);
    String more = list.replaceFirst("(<ofd:Signature ID.*/>)", "$1$1");
    expect(Verdict.UNSUPPORTED, Parts.with(good, OfdEntries.SIGNATURES, more));
  }

  @Test
  void noDocument_isUnsupported() throws Exception {
    expect(Verdict.UNSUPPORTED, new byte[0]);
    expect(Verdict.UNSUPPORTED, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    expect(Verdict.UNSUPPORTED, Container.pack(new java.util.TreeMap<>()));
    expect(Verdict.UNSUPPORTED, Parts.deflated(java.util.Map.of("a.txt", new byte[] {1})));
  }
}
