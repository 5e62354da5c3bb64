package egov.kiosk.platform;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A laboratory for tests: two kiosks of ours, and one of another authority. */
public final class Lab {
  public static final String A = "zj-hz-000001";
  public static final String B = "zj-hz-000002";
  public static final BackOff.Limits QUICK =
      new BackOff.Limits(Duration.ofMillis(200), Duration.ofSeconds(2), 3, Duration.ofSeconds(1));

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final FormQuestion NOTE =
      new FormQuestion(
          "note", "说明", "Note", "", FieldKind.TEXT, true, 500, List.of(), Optional.empty());
  private static final ServiceItem ITEM =
      new ServiceItem(
          "QUERY-1",
          "2026.11.1",
          "咨询",
          "Question",
          "咨询",
          "3个工作日",
          OfflineClass.QUEUE_OK,
          IdentityLevel.NONE,
          Set.of(),
          List.of(),
          List.of(NOTE),
          Optional.empty());

  private final Path directory;
  private final Path pki;

  private Lab(Path directory) {
    this.directory = directory;
    pki = directory.resolve("pki");
  }

  public static Lab at(Path directory) throws IOException, CryptoException {
    Lab lab = new Lab(directory);
    new LabAuthority(lab.pki, RANDOM, Instant.now()).make(List.of(A, B));
    return lab;
  }

  public Path pki() {
    return pki;
  }

  public Platform platform() throws IOException, CryptoException {
    return Platform.start(directory.resolve("platform"), 0, pki, Clock.systemUTC(), RANDOM);
  }

  public EnvelopeSealer sealer(String kioskId) throws CryptoException {
    Path kiosks = pki.resolve("kiosk");
    return new Gbt35275EnvelopeSealer(
        SoftwareSigningKey.open(
            kiosks.resolve(kioskId + ".key"), kiosks.resolve(kioskId + ".pem"), RANDOM),
        PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
        new CanonicalMessageCodec(),
        Clock.systemUTC(),
        RANDOM);
  }

  public ReceiptVerifier verifier(String kioskId) throws CryptoException {
    return new Sm2ReceiptVerifier(
        kioskId,
        TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem"))),
        "platform-sign",
        new CanonicalMessageCodec(),
        Clock.systemUTC());
  }

  public SignedEnvelope transaction(String kioskId)
      throws CryptoException, SealException, FormRejectedException {
    return transaction(kioskId, TransactionId.create(Instant.now()), "hello");
  }

  public SignedEnvelope transaction(String kioskId, TransactionId id, String note)
      throws CryptoException, SealException, FormRejectedException {
    return sealer(kioskId)
        .seal(
            new Transaction(
                id,
                kioskId,
                new LocalNumber("123456789012"),
                Instant.parse("2026-11-21T08:00:00Z"),
                ITEM,
                Optional.empty(),
                List.of(),
                FormData.of(List.of(NOTE), Map.of("note", note), Optional.empty())));
  }

  public SignedEnvelope rating(String kioskId) throws CryptoException, SealException {
    return sealer(kioskId)
        .seal(
            new Rating(
                TransactionId.create(Instant.now()),
                kioskId,
                TransactionId.create(Instant.now()),
                "QUERY-1",
                5,
                Instant.parse("2026-11-21T08:00:00Z")));
  }

  public UplinkSettings settings(String kioskId, int port) {
    return UplinkSettings.of(BrokerAddress.parse("tcp://127.0.0.1:" + port))
        .withPasswordFile(passwordFile(kioskId))
        .withBackOff(QUICK);
  }

  public LinkOptions link(String kioskId, int port) {
    return LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), kioskId)
        .with(new PasswordFile(kioskId, passwordFile(kioskId)))
        .pausing(QUICK);
  }

  public Path passwordFile(String kioskId) {
    return pki.resolve("kiosk").resolve(kioskId + ".password");
  }
}
