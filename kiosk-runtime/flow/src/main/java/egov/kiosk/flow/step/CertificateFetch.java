package egov.kiosk.flow.step;

import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.InquiryException.Reason;
import egov.kiosk.flow.session.Certificate;
import egov.kiosk.flow.surroundings.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the document an answer has, part by part, and believes it only whole: of the length and the
 * digest the signed answer says. Leaves no part behind in memory.
 */
final class CertificateFetch {
  /** The first answer has its ten seconds; a citizen waits twice as long again at most. */
  private static final Duration LONGEST = Duration.ofSeconds(18);

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Inquiries books;
  private final Sm3Digest digest;
  private final Ticker ticker;

  CertificateFetch(Inquiries books, Sm3Digest digest, Ticker ticker) {
    this.books = books;
    this.digest = digest;
    this.ticker = ticker;
  }

  /**
   * Fetches what the first answer does not bring already.
   *
   * @param asking what was asked
   * @param first its answer; its file is overwritten
   * @throws InquiryException when a part does not come in time, or is not what was said
   */
  Certificate fetch(Asking asking, InquiryAnswer first) throws InquiryException {
    Optional<AnswerDocument> said = AnswerDocument.in(first);
    try (AnswerFile beginning = first.file();
        PhotoParts parts = new PhotoParts()) {
      if (said.isPresent() && !said.get().fits()) {
        return Certificate.tooLarge();
      }
      if (said.isEmpty() || beginning.parts() == 0) {
        return Certificate.none();
      }
      take(beginning, 0, said.get(), parts);
      Duration until = ticker.elapsed().plus(LONGEST);
      for (int part = 1; part < said.get().parts(); part++) {
        Duration left = until.minus(ticker.elapsed());
        if (left.isNegative() || left.isZero()) {
          throw new InquiryException(Reason.NO_ANSWER, "a document took too long");
        }
        try (AnswerFile next = books.ask(further(asking, part), left).file()) {
          take(next, part, said.get(), parts);
        }
      }
      return Certificate.of(checked(parts.whole(), said.get()), said.get());
    }
  }

  private static void take(AnswerFile file, int part, AnswerDocument said, PhotoParts parts)
      throws InquiryException {
    if (file.part() != part || file.parts() != said.parts()) {
      throw new InquiryException(Reason.NOT_BELIEVED, "a part of a document is another one");
    }
    parts.add(file.bytes());
  }

  /** The same question, for one part of the document. */
  private static Asking further(Asking asking, int part) {
    Map<String, String> parameters = new HashMap<>(asking.parameters());
    parameters.put(AnswerDocument.PART, String.valueOf(part));
    return new Asking(
        asking.purpose(),
        asking.itemCode(),
        asking.itemVersion(),
        asking.citizen(),
        asking.consents(),
        parameters);
  }

  private byte[] checked(byte[] whole, AnswerDocument said) throws InquiryException {
    boolean pdf =
        whole.length >= PDF.length && Arrays.equals(whole, 0, PDF.length, PDF, 0, PDF.length);
    boolean same =
        whole.length == said.bytes()
            && HexFormat.of().formatHex(digest.of(whole)).equals(said.sm3());
    if (!pdf || !same) {
      throw new InquiryException(Reason.NOT_BELIEVED, "a document is not what the answer says");
    }
    return whole.clone();
  }
}
