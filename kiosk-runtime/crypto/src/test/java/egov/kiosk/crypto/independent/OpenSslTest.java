package egov.kiosk.crypto.independent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another implementation reads what this one writes, and the other way round: the envelope is taken
 * apart with {@link Der} and every cryptographic step is done by the openssl command.
 */
class OpenSslTest {
  private static final String ID = "distid:1234567812345678";
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);
  private static final byte[] TEXT = "共同的一句话".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final TestCodec codec = new TestCodec();
  private Lab lab;
  private OpenSsl openssl;

  @BeforeEach
  void writeFiles() throws Exception {
    lab = new Lab();
    openssl = new OpenSsl(folder);
    write("kiosk", lab.kiosk);
    write("platform-sign", lab.platformSign);
    write("platform-encrypt", lab.platformEncrypt);
    write("root", lab.authority.issuedKey());
  }

  private void write(String name, IssuedKey issued) throws Exception {
    PemFiles.writeKey(folder.resolve(name + ".key"), issued.key());
    PemFiles.writeCertificates(folder.resolve(name + ".crt"), List.of(issued.certificate()));
  }

  private void file(String name, byte[] bytes) throws Exception {
    Files.write(folder.resolve(name), bytes);
  }

  private byte[] file(String name) throws Exception {
    return Files.readAllBytes(folder.resolve(name));
  }

  private boolean opensslVerifies(String certificate, String id) {
    return openssl.accepts(
        "pkeyutl",
        "-verify",
        "-rawin",
        "-digest",
        "sm3",
        "-certin",
        "-inkey",
        certificate,
        "-in",
        "content",
        "-sigfile",
        "signature",
        "-pkeyopt",
        id);
  }

  @Test
  void envelope_takenApartByOpenssl_givesContentAndGoodSignature() throws Exception {
    Transaction transaction = Sample.transaction(Lab.KIOSK, "写明一点");
    byte[] envelope =
        new Gbt35275EnvelopeSealer(
                lab.kioskKey(), lab.platformEncrypt.certificate(), codec, CLOCK, lab.random)
            .seal(transaction)
            .bytes();
    file("envelope.der", envelope);
    assertTrue(openssl.run("asn1parse", "-inform", "DER", "-in", "envelope.der").contains("d=6"));

    Der outer = Der.of(envelope);
    assertEquals("1.2.156.10197.6.1.4.2.3", outer.at(0).oid());
    Der enveloped = outer.at(1, 0);
    assertArrayEquals(new byte[] {1}, enveloped.at(0).body());
    Der recipient = enveloped.at(1, 0);
    assertEquals(1, enveloped.at(1).inside().size());
    assertEquals("1.2.156.10197.1.301.3", recipient.at(2, 0).oid());
    Der content = enveloped.at(2);
    assertEquals("1.2.156.10197.6.1.4.2.2", content.at(0).oid());
    assertEquals("1.2.156.10197.1.104.2", content.at(1, 0).oid());
    assertEquals(0x80, content.at(2).tag());

    file("wrapped", recipient.at(3).body());
    openssl.run(
        "pkeyutl", "-decrypt", "-inkey", "platform-encrypt.key", "-in", "wrapped", "-out", "key");
    file("ciphertext", content.at(2).body());
    openssl.run(
        "enc",
        "-d",
        "-sm4-cbc",
        "-in",
        "ciphertext",
        "-out",
        "signed.der",
        "-K",
        HexFormat.of().formatHex(file("key")),
        "-iv",
        HexFormat.of().formatHex(content.at(1, 1).body()));

    assertSigned(Der.of(file("signed.der")), codec.encode(transaction), "kiosk", lab.kiosk);
  }

  @Test
  void receipt_takenApartByOpenssl_givesContentAndGoodSignature() throws Exception {
    byte[] receipt =
        new ReceiptSigner(lab.platformKey(), codec).sign(List.of(Sample.receipt(Lab.KIOSK)));
    Der outer = Der.of(receipt);
    assertEquals("1.2.156.10197.6.1.4.2.2", outer.at(0).oid());
    byte[] content = outer.at(1, 0, 2, 1, 0).body();
    assertSigned(outer.at(1, 0), content, "platform-sign", lab.platformSign);
  }

  private void assertSigned(Der signed, byte[] content, String name, IssuedKey by)
      throws Exception {
    assertEquals(5, signed.inside().size());
    assertArrayEquals(new byte[] {1}, signed.at(0).body());
    assertEquals("1.2.156.10197.1.401", signed.at(1, 0, 0).oid());
    assertEquals("1.2.156.10197.6.1.4.2.1", signed.at(2, 0).oid());
    assertArrayEquals(content, signed.at(2, 1, 0).body());
    assertEquals(0xa0, signed.at(3).tag());
    assertArrayEquals(by.certificate().encoded(), signed.at(3, 0).whole());
    Der signer = signed.at(4, 0);
    assertArrayEquals(by.certificate().issuerName(), signer.at(1, 0).whole());
    assertEquals("1.2.156.10197.1.401", signer.at(2, 0).oid());
    assertEquals("1.2.156.10197.1.301.1", signer.at(3, 0).oid());
    file("content", content);
    file("signature", signer.at(4).body());
    assertTrue(opensslVerifies(name + ".crt", ID));
    assertFalse(opensslVerifies(name + ".crt", "distid:ALICE123@YAHOO.COM"));
    assertFalse(opensslVerifies("root.crt", ID));
    file("content", TEXT);
    assertFalse(opensslVerifies(name + ".crt", ID));
  }

  @Test
  void chain_verifiedByOpenssl_goodAndOnlyUnderItsRoot() throws Exception {
    String at = String.valueOf(Lab.NOW.getEpochSecond());
    for (String name : List.of("kiosk.crt", "platform-sign.crt", "platform-encrypt.crt")) {
      openssl.run(
          "verify", "-x509_strict", "-attime", at, "-vfyopt", ID, "-CAfile", "root.crt", name);
    }
    PemFiles.writeCertificates(
        folder.resolve("other.crt"), List.of(new Lab().authority.certificate()));
    assertFalse(
        openssl.accepts(
            "verify", "-attime", at, "-vfyopt", ID, "-CAfile", "other.crt", "kiosk.crt"));
    String text = openssl.run("x509", "-in", "kiosk.crt", "-noout", "-text");
    assertTrue(text.contains("SM2-with-SM3"));
    assertTrue(text.contains("Digital Signature, Non Repudiation"));
    assertTrue(text.contains("DNS:" + Lab.KIOSK));
    assertTrue(text.contains("CA:FALSE"));
  }

  @Test
  void keyFile_madeByOpenssl_isReadAndTheOtherWayRound() throws Exception {
    openssl.run("genpkey", "-algorithm", "SM2", "-out", "theirs.key");
    Files.setPosixFilePermissions(
        folder.resolve("theirs.key"), PosixFilePermissions.fromString("rw-------"));
    Sm2PrivateKey theirs = PemFiles.readKey(folder.resolve("theirs.key"));
    openssl.run("pkey", "-in", "theirs.key", "-pubout", "-outform", "DER", "-out", "theirs.der");
    assertArrayEquals(publicPoint("theirs.der"), theirs.publicKey().encoded());
    openssl.run("pkey", "-in", "kiosk.key", "-check", "-noout");
    openssl.run("pkey", "-in", "kiosk.key", "-pubout", "-outform", "DER", "-out", "ours.der");
    assertArrayEquals(publicPoint("ours.der"), lab.kiosk.key().publicKey().encoded());
  }

  private byte[] publicPoint(String name) throws Exception {
    byte[] bits = Der.of(file(name)).at(1).body();
    return Arrays.copyOfRange(bits, 1, bits.length);
  }

  @Test
  void signature_madeByOpenssl_verifies() throws Exception {
    file("content", TEXT);
    openssl.run(
        "pkeyutl",
        "-sign",
        "-rawin",
        "-digest",
        "sm3",
        "-inkey",
        "kiosk.key",
        "-in",
        "content",
        "-out",
        "signature",
        "-pkeyopt",
        ID);
    assertTrue(lab.kiosk.certificate().publicKey().verifies(TEXT, file("signature")));
  }

  @Test
  void ciphertext_madeByOpenssl_opens() throws Exception {
    file("content", TEXT);
    openssl.run(
        "pkeyutl",
        "-encrypt",
        "-certin",
        "-inkey",
        "platform-encrypt.crt",
        "-in",
        "content",
        "-out",
        "wrapped");
    assertArrayEquals(TEXT, Sm2Encryption.decrypt(lab.platformEncrypt.key(), file("wrapped")));
  }

  @Test
  void digest_byOpenssl_isTheEnvelopesSm3() throws Exception {
    byte[] envelope =
        new Gbt35275EnvelopeSealer(
                lab.kioskKey(), lab.platformEncrypt.certificate(), codec, CLOCK, lab.random)
            .seal(Sample.rating(Lab.KIOSK))
            .bytes();
    file("envelope.der", envelope);
    String printed = openssl.run("dgst", "-sm3", "-r", "envelope.der");
    assertEquals(HexFormat.of().formatHex(Sm3.digest(envelope)), printed.substring(0, 64));
    assertEquals(
        printed.substring(0, 64),
        new EnvelopeOpener(lab.platformEncrypt, lab.trust, CLOCK).open(envelope).envelopeSm3());
  }
}
