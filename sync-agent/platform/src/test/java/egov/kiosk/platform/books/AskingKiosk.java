package egov.kiosk.platform.books;

import static org.awaitility.Awaitility.await;

import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.contract.CanonicalQuestionCodec;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275QuestionSealer;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionSealer;
import egov.kiosk.downlink.inquiry.LineInquiries;
import egov.kiosk.platform.Lab;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A kiosk that asks over a real line with its real key. */
final class AskingKiosk implements UplinkListener, AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  final LineInquiries inquiries;
  private final MqttUplink uplink;

  AskingKiosk(Lab lab, String id, int port) throws Exception {
    Path pki = lab.pki();
    CanonicalQuestionCodec codec = new CanonicalQuestionCodec();
    uplink = new MqttUplink(id, lab.settings(id, port));
    Gbt35275QuestionSealer sealer =
        new Gbt35275QuestionSealer(
            SoftwareSigningKey.open(
                pki.resolve("kiosk/" + id + ".key"), pki.resolve("kiosk/" + id + ".pem"), RANDOM),
            PemFiles.readCertificate(pki.resolve("platform-enc.pem")),
            Clock.systemUTC(),
            RANDOM);
    QuestionSealer sealing =
        new QuestionSealer() {
          @Override
          public String kioskId() {
            return id;
          }

          @Override
          public byte[] seal(Question question) throws SealException {
            return sealer.seal(question, codec.encode(question));
          }
        };
    inquiries =
        new LineInquiries(
            new LineInquiries.Crypto(
                sealing,
                codec,
                new Sm2OrderVerifier(
                    id,
                    TrustStore.of(PemFiles.readCertificates(pki.resolve("ca.pem"))),
                    "platform-sign",
                    new CanonicalFleetCodec(),
                    Clock.systemUTC()),
                new Sm4ChunkCipher(RANDOM)),
            () -> Optional.of(uplink),
            Clock.systemUTC(),
            System::nanoTime);
    uplink.add(inquiries);
    uplink.start(this);
    await().atMost(Duration.ofSeconds(60)).until(() -> uplink.trouble().isEmpty());
  }

  @Override
  public void connected() {}

  @Override
  public void disconnected(String reason) {}

  @Override
  public void receipt(byte[] message) {}

  @Override
  public void close() {
    uplink.stop(Duration.ofSeconds(4));
  }
}
