package egov.kiosk.flow;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.inquiry.AnswerDocument;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.DeviceNeed;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An office that answers with a certificate, and the item that is for one. */
final class Issuing implements Inquiries {
  static final String NUMBER = "J350100-2026-000123";
  static final ServiceItem ITEM =
      new ServiceItem(
          "LICENCE",
          "1",
          "电子证照打印",
          "Licence",
          "打一张出来",
          "当场",
          OfflineClass.ONLINE_ONLY,
          IdentityLevel.CARD,
          Set.of(DeviceNeed.PAGE_PRINTER),
          List.of(Samples.DATA),
          List.of(),
          Optional.empty(),
          false,
          List.of(),
          false,
          Optional.empty(),
          new ItemProfile(
              Verification.FACE_OR_STAFF,
              Listing.NONE,
              OutcomeKind.CERTIFICATE,
              Optional.empty(),
              Map.of(),
              List.of(),
              Optional.empty()));

  final InquiryAnswer rows =
      new InquiryAnswer(List.of(new InquiryAnswer.Row("证照编号", NUMBER)), "2026年11月21日");
  final List<Asking> askings = new ArrayList<>();
  final List<AnswerFile> sent = new ArrayList<>();
  byte[] pdf = pdf(AnswerFile.LARGEST + 100);
  AnswerDocument said;
  boolean known = true;
  int silentFrom = Integer.MAX_VALUE;

  static byte[] pdf(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 7);
    byte[] head = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  /** What a true office says of a document. */
  static AnswerDocument describe(byte[] document, int pages) {
    String sm3 = HexFormat.of().formatHex(Samples.DIGEST.of(document));
    return new AnswerDocument(sm3, document.length, pages);
  }

  @Override
  public InquiryAnswer ask(Asking question, Duration timeout) throws InquiryException {
    askings.add(question);
    if (askings.size() > silentFrom) {
      throw new InquiryException(InquiryException.Reason.NO_ANSWER, "as the test wants");
    }
    if (!known) {
      return InquiryAnswer.NOTHING;
    }
    AnswerDocument now = said == null ? describe(pdf, 2) : said;
    InquiryAnswer answer = now.answer(rows, pdf, question);
    sent.add(answer.file());
    return answer;
  }
}
