package egov.kiosk.crypto.independent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorities, certificates and revocation lists of OpenSSL are believed here, and ours there. */
class OpenSslCrlTest {
  private static final String ID = "distid:1234567812345678";

  /** What openssl ca needs to know; it keeps its books in the working folder. */
  private static final String SETTINGS =
      """
      [ca]
      default_ca = site
      [site]
      new_certs_dir = .
      database = index.txt
      serial = serial
      crlnumber = crlnumber
      default_md = sm3
      default_days = 30
      default_crl_days = 7
      policy = anything
      crl_extensions = crl
      unique_subject = no
      copy_extensions = none
      [anything]
      commonName = supplied
      [req]
      distinguished_name = name
      [name]
      [root]
      basicConstraints = critical, CA:true, pathlen:1
      keyUsage = critical, keyCertSign, cRLSign
      subjectKeyIdentifier = hash
      [leaf]
      basicConstraints = critical, CA:false
      keyUsage = critical, digitalSignature, nonRepudiation
      subjectKeyIdentifier = hash
      authorityKeyIdentifier = keyid
      [crl]
      authorityKeyIdentifier = keyid:always
      """;

  @TempDir Path folder;
  private OpenSsl openssl;
  private Instant now;

  @BeforeEach
  void prepare() throws Exception {
    openssl = new OpenSsl(folder);
    now = Instant.now();
    Files.writeString(folder.resolve("ca.cnf"), SETTINGS);
    Files.writeString(folder.resolve("index.txt"), "");
    Files.writeString(folder.resolve("serial"), "4D2A\n");
    Files.writeString(folder.resolve("crlnumber"), "05\n");
  }

  private void run(String line) {
    openssl.run(line.split(" "));
  }

  private Sm2Certificate certificate(String name) throws Exception {
    return PemFiles.readCertificate(folder.resolve(name));
  }

  private RevocationList list(String name) throws Exception {
    return PemFiles.readRevocationLists(folder.resolve(name)).get(0);
  }

  /** A root and one certificate below it, everything by openssl. */
  private void makeAuthority() {
    run("genpkey -algorithm SM2 -out root.key");
    run(
        "req -new -x509 -config ca.cnf -extensions root -key root.key -sm3 -sigopt "
            + ID
            + " -subj /C=CN/CN=openssl-root -days 60 -out root.pem");
    run("genpkey -algorithm SM2 -out leaf.key");
    run(
        "req -new -config ca.cnf -key leaf.key -sm3 -sigopt "
            + ID
            + " -subj /CN=leaf -out leaf.csr");
    run(
        "ca -batch -notext -config ca.cnf -extensions leaf -keyfile root.key -cert root.pem"
            + " -vfyopt "
            + ID
            + " -sigopt "
            + ID
            + " -in leaf.csr -out leaf.pem");
  }

  private void makeList(String out) {
    run(
        "ca -gencrl -config ca.cnf -keyfile root.key -cert root.pem -sigopt "
            + ID
            + " -out "
            + out);
  }

  @Test
  void theirAuthority_issuesAndRevokes_weBelieveBoth() throws Exception {
    makeAuthority();
    Sm2Certificate leaf = certificate("leaf.pem");
    TrustStore trust = TrustStore.of(List.of(certificate("root.pem")));
    trust.check(leaf, CertificateUse.SIGN, now);
    makeList("before.crl");
    RevocationList before = list("before.crl");
    assertEquals(BigInteger.valueOf(5), before.number());
    assertEquals(0, before.size());
    TrustStore withList = trust.with(before);
    withList.check(leaf, CertificateUse.SIGN, now);
    run(
        "ca -config ca.cnf -revoke leaf.pem -crl_reason keyCompromise -keyfile root.key -cert root.pem");
    makeList("after.crl");
    RevocationList after = list("after.crl");
    assertEquals(BigInteger.valueOf(6), after.number());
    assertTrue(after.revokedSince(leaf.serialNumber()).isPresent());
    TrustStore newest = withList.with(after);
    Refusal.with(
        CryptoFault.CERTIFICATE_REVOKED, () -> newest.check(leaf, CertificateUse.SIGN, now));
    Refusal.with(CryptoFault.REVOCATION_LIST_OLDER, () -> newest.with(before));
  }

  /**
   * OpenSSL 3.0 cannot be told a user id when it verifies a list ({@code X509_CRL_verify} passes
   * none), so that its own {@code crl -CAfile} refuses every list of a Chinese authority. It reads
   * ours, and verifies the signature over the part that {@link Der} cuts out.
   */
  @Test
  void ourAuthority_revokes_theyReadAndVerifyTheList() throws Exception {
    Lab lab = new Lab();
    PemFiles.writeCertificates(folder.resolve("root.pem"), List.of(lab.authority.certificate()));
    PemFiles.writeCertificates(
        folder.resolve("other.pem"), List.of(new Lab().authority.certificate()));
    BigInteger serial = lab.kiosk.certificate().serialNumber();
    RevocationList list =
        lab.authority.revoke(
            BigInteger.valueOf(258),
            Map.of(serial, Lab.NOW.minusSeconds(60)),
            Lab.NOW,
            Lab.NOW.plus(Duration.ofDays(7)));
    PemFiles.writeRevocationLists(folder.resolve("list.pem"), List.of(list));
    String text = openssl.run("crl", "-in", "list.pem", "-noout", "-text");
    for (String said :
        List.of("SM2-with-SM3", "Version 2", "258", "Jun  8 08:00:00 2026", "lab-root")) {
      assertTrue(text.contains(said), text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    assertTrue(upper.contains(serial.toString(16).toUpperCase(Locale.ROOT)), text);
    Der parts = Der.of(list.encoded());
    byte[] bits = parts.at(2).body();
    Files.write(folder.resolve("tbs"), parts.at(0).whole());
    Files.write(folder.resolve("signature"), Arrays.copyOfRange(bits, 1, bits.length));
    assertTrue(verifies("root.pem", ID));
    assertFalse(verifies("other.pem", ID));
    assertFalse(verifies("root.pem", "distid:other"));
  }

  private boolean verifies(String authority, String id) {
    return openssl.accepts(
        ("pkeyutl -verify -rawin -digest sm3 -certin -inkey "
                + authority
                + " -in tbs -sigfile signature -pkeyopt "
                + id)
            .split(" "));
  }
}
