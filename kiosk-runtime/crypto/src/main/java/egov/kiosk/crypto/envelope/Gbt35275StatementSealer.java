package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Statement;
import egov.kiosk.domain.fleet.StatementSealer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Seals statements exactly as {@link Gbt35275EnvelopeSealer} seals transactions. The item code of
 * the envelope is the word of the statement's kind. Safe for use by several threads.
 */
public final class Gbt35275StatementSealer implements StatementSealer {
  private final Sealing sealing;
  private final FleetCodec codec;

  /**
   * @param key this kiosk's signing key; its certificate's common name is the kiosk's id
   * @param platform the platform's encryption certificate, checked by the caller
   * @param codec turns statements into the bytes to sign
   * @param clock tells whether the certificates are valid
   * @param random the system's generator
   */
  public Gbt35275StatementSealer(
      SigningKey key,
      Sm2Certificate platform,
      FleetCodec codec,
      InstantSource clock,
      SecureRandom random) {
    sealing = new Sealing(key, platform, clock, random);
    this.codec = Objects.requireNonNull(codec, "codec");
  }

  @Override
  public String kioskId() {
    return sealing.kioskId();
  }

  @Override
  public SignedEnvelope seal(Statement statement) throws SealException {
    sealing.checkSender(statement.kioskId());
    return sealing.seal(
        statement.id(),
        statement.kind(),
        statement.kind().word(),
        codec.encode(statement),
        Label.of(statement.lane()));
  }
}
