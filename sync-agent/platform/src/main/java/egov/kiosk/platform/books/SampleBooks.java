package egov.kiosk.platform.books;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.gateway.inquiry.Books;
import egov.kiosk.gateway.inquiry.LaboratoryCodes;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers with sample data: the same for everybody whose card was read, the progress of what was
 * handed in here, licences of four types, certificates to print, the codes of a laboratory's
 * telephones. Nobody without a card or a code is in these books.
 */
public final class SampleBooks implements Books {
  private static final int DIGITS = 12;

  /** The sample citizen's telephone number, of a range no one is given. */
  private static final String PHONE = "19900001234";

  private final SampleTexts texts = new SampleTexts();
  private final SampleCertificates certificates = new SampleCertificates(texts);
  private final LaboratoryCodes codes = new LaboratoryCodes(InstantSource.system());
  private final ReceivedPapers papers;
  private final Progress progress;
  private final Handovers handovers;

  /**
   * @param store what was handed in
   * @param keys open it again
   * @param handovers photos that came from telephones
   */
  public SampleBooks(JournalStore store, GatewayKeys keys, Handovers handovers) throws IOException {
    papers = new ReceivedPapers(store, keys);
    progress = new Progress(papers, texts);
    this.handovers = handovers;
  }

  @Override
  public InquiryAnswer answer(Question question) throws IOException {
    return switch (question.asking().purpose()) {
      case INQUIRY -> inquiry(question);
      case PROGRESS -> progress.of(question);
      case RETRIEVAL -> retrieval(question);
      case HANDOVER -> handovers.answer(question);
      case ENTRY -> codes.redeem(question.asking()).answer();
    };
  }

  /**
   * What kind of thing the citizen of a transaction showed, by its acceptance number.
   *
   * @return {@code NONE} where nobody had to; empty when there is no such transaction
   */
  public Optional<String> shown(String number) throws IOException {
    return papers
        .numbered(number)
        .map(
            filed ->
                filed
                    .transaction()
                    .citizen()
                    .map(citizen -> citizen.shown().kind().name())
                    .orElse("NONE"));
  }

  private InquiryAnswer inquiry(Question question) throws IOException {
    if (texts.issues(question.asking().itemCode())) {
      return certificates.answer(question.asking());
    }
    return question.asking().citizen().isEmpty()
        ? InquiryAnswer.NOTHING
        : new InquiryAnswer(texts.rows(question.asking().itemCode()), "2026年11月20日（示例数据）");
  }

  private InquiryAnswer retrieval(Question question) {
    Optional<VerifiedCitizen> citizen = question.asking().citizen();
    if (citizen.isEmpty()) {
      return InquiryAnswer.NOTHING;
    }
    String number = citizen.get().shown().number().value();
    Map<String, String> fields = new HashMap<>();
    for (String field : wanted(question, "fields")) {
      if (field.equals("phone")) {
        fields.put(field, PHONE);
      }
    }
    List<Licence> licences = new ArrayList<>();
    for (String type : wanted(question, "licences")) {
      if (texts.licence(type) != null) {
        licences.add(licence(type, number));
      }
    }
    return new InquiryAnswer(List.of(), "", fields, licences, List.of(), AnswerFile.NONE);
  }

  private Licence licence(String type, String number) {
    String content = "sample licence " + type + " of " + number;
    String sm3 = HexFormat.of().formatHex(Sm3.digest(content.getBytes(StandardCharsets.UTF_8)));
    String digits = sm3.replaceAll("[a-f]", "") + "0".repeat(DIGITS);
    return new Licence(
        type, texts.licence(type), "3501" + digits.substring(0, DIGITS), "2036年12月31日", sm3);
  }

  private static String[] wanted(Question question, String name) {
    return question.asking().parameters().getOrDefault(name, "").split(",", -1);
  }
}
