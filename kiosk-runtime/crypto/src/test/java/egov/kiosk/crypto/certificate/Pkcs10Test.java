package egov.kiosk.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm4Blocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs10Test {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KIOSK = "zj-hz-000001";

  @TempDir Path folder;
  private final Sm2PrivateKey key = Sm2PrivateKey.generate(RANDOM);

  private Pkcs10 request() throws CryptoException {
    return Pkcs10.make(KIOSK, key.publicKey(), new Sm2Signing(key, RANDOM)::sign);
  }

  @Test
  void make_thenParse_isTheSame() throws Exception {
    Pkcs10 read = Pkcs10.parse(request().encoded());
    assertEquals(KIOSK, read.commonName());
    assertEquals(key.publicKey(), read.publicKey());
  }

  @Test
  void request_opensslVerifies_andOurCertificateOverIt() throws Exception {
    Files.write(folder.resolve("request.der"), request().encoded());
    String said =
        openssl(
            "req",
            "-verify",
            "-inform",
            "DER",
            "-in",
            "request.der",
            "-noout",
            "-text",
            "-vfyopt",
            "distid:1234567812345678");
    assertTrue(said.contains("OK"), said);
    assertTrue(said.contains("CN = " + KIOSK) && said.contains("DNS:" + KIOSK), said);
    Instant now = Instant.now();
    CertificateAuthority root =
        CertificateAuthority.create(
            "lab-root", now.minusSeconds(60), now.plus(Duration.ofDays(9)), RANDOM);
    CertificateAuthority issuing =
        root.createBelow("lab-issuing", now.minusSeconds(60), now.plus(Duration.ofDays(8)));
    Sm2Certificate issued =
        issuing.certify(
            KIOSK,
            Pkcs10.parse(request().encoded()).publicKey(),
            CertificateUse.SIGN,
            now.minusSeconds(60),
            now.plus(Duration.ofDays(1)));
    pem("root.pem", root.certificate());
    pem("issuing.pem", issuing.certificate());
    pem("kiosk.pem", issued);
    // One step at a time: the command line gives the id to the last certificate alone.
    String verdict =
        openssl(
            "verify",
            "-CAfile",
            "issuing.pem",
            "-partial_chain",
            "-vfyopt",
            "distid:1234567812345678",
            "kiosk.pem");
    assertTrue(verdict.contains("kiosk.pem: OK"), verdict);
    openssl("verify", "-CAfile", "root.pem", "-vfyopt", "distid:1234567812345678", "issuing.pem");
    TrustStore.of(List.of(root.certificate(), issuing.certificate()))
        .check(issued, CertificateUse.SIGN, now);
  }

  @Test
  void request_ofOpensslForAnotherProfile_isRefused() throws Exception {
    openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "other.key");
    openssl(
        "req",
        "-new",
        "-key",
        "other.key",
        "-sm3",
        "-sigopt",
        "distid:1234567812345678",
        "-subj",
        "/CN=" + KIOSK,
        "-outform",
        "DER",
        "-out",
        "other.der");
    refused(Files.readAllBytes(folder.resolve("other.der")));
  }

  @Test
  void request_thatWasSignedByAnotherKey_isRefused() {
    Sm2PrivateKey other = Sm2PrivateKey.generate(RANDOM);
    assertEquals(
        CryptoFault.REQUEST_REFUSED,
        assertThrows(
                CryptoException.class,
                () -> Pkcs10.make(KIOSK, key.publicKey(), new Sm2Signing(other, RANDOM)::sign))
            .fault());
  }

  @Test
  void request_withAnyBitTurned_isRefused() throws Exception {
    byte[] good = request().encoded();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << at % 8);
      refused(bad);
    }
    for (int length = 0; length < good.length; length += 7) {
      refused(java.util.Arrays.copyOf(good, length));
    }
  }

  @Test
  void request_ofRandomRepairs_neverBreaksTheReader() throws Exception {
    byte[] good = request().encoded();
    Random random = new Random(20518);
    for (int i = 0; i < 3000; i++) {
      byte[] bad = good.clone();
      for (int turn = random.nextInt(6); turn >= 0; turn--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      if (!java.util.Arrays.equals(bad, good)) {
        assertThrows(CryptoException.class, () -> Pkcs10.parse(bad));
      }
    }
  }

  @Test
  void request_asLargeAsMayBe_isRefusedUnread() {
    refused(new byte[Pkcs10.LARGEST + 1]);
  }

  @Test
  void structure_readByTheLibraryAlone_asksForOneExtension() throws Exception {
    CertificationRequest read = CertificationRequest.getInstance(request().encoded());
    assertEquals(1, read.getCertificationRequestInfo().getAttributes().size());
    assertEquals(
        3, ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(request().encoded())).size());
    assertArrayEquals(read.getEncoded(ASN1Encoding.DER), read.getEncoded());
  }

  @Test
  void envelopedKey_opensWithTheHoldersSigningKeyOnly() throws Exception {
    Sm2PrivateKey wrapped = Sm2PrivateKey.generate(RANDOM);
    EnvelopedKey sealed = EnvelopedKey.seal(wrapped, key.publicKey(), RANDOM);
    EnvelopedKey read = EnvelopedKey.parse(sealed.encoded());
    byte[] under = Sm2Encryption.decrypt(key, read.wrappingKey());
    assertArrayEquals(wrapped.scalar(), Sm4Blocks.decrypt(under, read.secret()));
    assertEquals(wrapped.publicKey(), read.publicKey());
    byte[] bad = sealed.encoded();
    for (int at = 0; at < 30; at++) {
      byte[] turned = java.util.Arrays.copyOf(bad, bad.length - at - 1);
      assertThrows(CryptoException.class, () -> EnvelopedKey.parse(turned));
    }
  }

  private void refused(byte[] der) {
    CryptoException refused = assertThrows(CryptoException.class, () -> Pkcs10.parse(der));
    assertTrue(
        refused.fault() == CryptoFault.REQUEST_REFUSED
            || refused.fault() == CryptoFault.KEY_INVALID);
  }

  private void pem(String name, Sm2Certificate certificate) throws Exception {
    egov.kiosk.crypto.custody.PemFiles.writeCertificates(
        folder.resolve(name), List.of(certificate));
  }

  private String openssl(String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
