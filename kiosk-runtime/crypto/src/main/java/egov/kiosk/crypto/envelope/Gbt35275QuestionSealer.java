package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Question;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Seals questions exactly as {@link Gbt35275EnvelopeSealer} seals transactions. Safe for use by
 * several threads.
 */
public final class Gbt35275QuestionSealer {
  private final Sealing sealing;

  /**
   * @param key this kiosk's signing key; its certificate's common name is the kiosk's id
   * @param platform the platform's encryption certificate, checked by the caller
   * @param clock tells whether the certificates are valid
   * @param random the system's generator
   */
  public Gbt35275QuestionSealer(
      SigningKey key, Sm2Certificate platform, InstantSource clock, SecureRandom random) {
    sealing = new Sealing(key, platform, clock, random);
  }

  /**
   * Signs and encrypts.
   *
   * @param content the question's canonical bytes
   * @return the message to send
   */
  public byte[] seal(Question question, byte[] content) throws SealException {
    sealing.checkSender(question.kioskId());
    return sealing.seal(question.id(), content);
  }
}
