package egov.kiosk.crypto.component;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.fleet.QuestionCodec;
import egov.kiosk.domain.fleet.QuestionSealer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the sealing of questions with the key that seals transactions. */
@Component
public final class QuestionComponent implements QuestionSealer {
  private final CryptoComponent crypto;
  private final QuestionCodec codec;

  @Activate
  public QuestionComponent(@Reference CryptoComponent crypto, @Reference QuestionCodec codec) {
    this.crypto = crypto;
    this.codec = codec;
  }

  @Override
  public String kioskId() {
    return crypto.kioskId();
  }

  @Override
  public byte[] seal(Question question) throws SealException {
    return crypto.sealQuestion(question, codec.encode(question));
  }
}
