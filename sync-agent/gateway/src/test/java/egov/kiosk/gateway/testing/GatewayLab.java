package egov.kiosk.gateway.testing;

import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275StatementSealer;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.tls.LineSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keys of a platform and its kiosks, and messages sealed with them. */
public final class GatewayLab {
  public static final String A = "zj-hz-000001";
  public static final String B = "zj-hz-000002";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path pki;
  private final CertificateAuthority authority;
  private Sm2Certificate recipient;

  private GatewayLab(Path pki, CertificateAuthority authority, Sm2Certificate recipient) {
    this.pki = pki;
    this.authority = authority;
    this.recipient = recipient;
  }

  public static GatewayLab at(Path directory) throws IOException, CryptoException {
    Path pki = Files.createDirectories(directory.resolve("pki"));
    Instant from = Instant.now().minus(Duration.ofDays(1));
    CertificateAuthority authority =
        CertificateAuthority.create("laboratory-ca", from, from.plus(Duration.ofDays(99)), RANDOM);
    PemFiles.writeCertificates(pki.resolve("ca.pem"), List.of(authority.issuedKey().certificate()));
    IssuedKey recipient = issue(authority, "platform-enc", CertificateUse.ENCRYPT);
    write(pki, "platform-enc", recipient);
    write(pki, "platform-sign", issue(authority, "platform-sign", CertificateUse.SIGN));
    return new GatewayLab(pki, authority, recipient.certificate());
  }

  /** Replaces the platform's pair of that name; envelopes are sealed for the new one then. */
  public void renew(String name) throws CryptoException, IOException {
    boolean encrypts = name.equals("platform-enc");
    IssuedKey fresh =
        issue(authority, name, encrypts ? CertificateUse.ENCRYPT : CertificateUse.SIGN);
    Files.delete(pki.resolve(name + ".key"));
    write(pki, name, fresh);
    if (encrypts) {
      recipient = fresh.certificate();
    }
  }

  public Path pki() {
    return pki;
  }

  /** A key and certificate for lines, for that name and for 127.0.0.1, with this authority. */
  public LineSettings line(String name) throws CryptoException, IOException {
    Instant now = Instant.now();
    AlternativeNames names =
        new AlternativeNames(List.of(name), List.of(InetAddress.getLoopbackAddress().getAddress()));
    write(
        pki,
        "line-" + name,
        authority.issue(
            name,
            names,
            CertificateUse.SIGN,
            now.minus(Duration.ofHours(1)),
            now.plus(Duration.ofDays(9))));
    return LineSettings.of(LineSettings.NATIONAL)
        .trusting(pki.resolve("ca.pem"))
        .showing(pki.resolve("line-" + name + ".pem"), pki.resolve("line-" + name + ".key"));
  }

  /** A new key of a kiosk, valid now. */
  public IssuedKey key(String kioskId) throws CryptoException {
    return issue(authority, kioskId, CertificateUse.SIGN);
  }

  /** A key of a kiosk that expires then. */
  public IssuedKey key(String kioskId, Instant until) throws CryptoException {
    return authority.issue(
        kioskId, CertificateUse.SIGN, Instant.now().minus(Duration.ofHours(1)), until);
  }

  /** Puts a key's certificate on the list beside the platform's files. */
  public void revoke(IssuedKey key) throws CryptoException, IOException {
    Instant now = Instant.now();
    PemFiles.writeRevocationLists(
        pki.resolve("crl.pem"),
        List.of(
            authority.revoke(
                BigInteger.ONE,
                Map.of(key.certificate().serialNumber(), now.minusSeconds(60)),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(9)))));
  }

  public EnvelopeSealer sealer(IssuedKey key, MessageCodec codec) throws CryptoException {
    return new Gbt35275EnvelopeSealer(
        SoftwareSigningKey.of(key, RANDOM), recipient, codec, Clock.systemUTC(), RANDOM);
  }

  public SignedEnvelope seal(IssuedKey key, Transaction transaction) throws Exception {
    return sealer(key, new CanonicalMessageCodec()).seal(transaction);
  }

  public SignedEnvelope seal(IssuedKey key, Rating rating) throws Exception {
    return sealer(key, new CanonicalMessageCodec()).seal(rating);
  }

  public SignedEnvelope seal(IssuedKey key, Statement statement) throws Exception {
    return new Gbt35275StatementSealer(
            SoftwareSigningKey.of(key, RANDOM),
            recipient,
            new CanonicalFleetCodec(),
            Clock.systemUTC(),
            RANDOM)
        .seal(statement);
  }

  public ReceiptVerifier verifier(String kioskId) throws CryptoException {
    return new Sm2ReceiptVerifier(
        kioskId,
        TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem"))),
        "platform-sign",
        new CanonicalMessageCodec(),
        Clock.systemUTC());
  }

  public static TransactionId id() {
    return TransactionId.create(Instant.now());
  }

  private static IssuedKey issue(CertificateAuthority by, String name, CertificateUse use)
      throws CryptoException {
    Instant now = Instant.now();
    return by.issue(name, use, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(9)));
  }

  private static void write(Path pki, String name, IssuedKey issued)
      throws IOException, CryptoException {
    PemFiles.writeKey(pki.resolve(name + ".key"), issued.key());
    PemFiles.writeCertificates(pki.resolve(name + ".pem"), List.of(issued.certificate()));
  }
}
