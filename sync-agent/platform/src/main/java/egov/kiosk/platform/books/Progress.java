package egov.kiosk.platform.books;

import egov.kiosk.contract.ReceivedTransaction;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import egov.kiosk.domain.inquiry.Wanted;
import egov.kiosk.platform.books.ReceivedPapers.Filed;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far an application is (办件进度), and which papers are missing (补正). */
final class Progress {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

  private final ReceivedPapers papers;
  private final SampleTexts texts;

  Progress(ReceivedPapers papers, SampleTexts texts) {
    this.papers = papers;
    this.texts = texts;
  }

  InquiryAnswer of(Question question) throws IOException {
    Map<String, String> parameters = question.asking().parameters();
    String reference = parameters.getOrDefault("reference", "");
    Optional<Filed> filed = papers.numbered(reference);
    if (filed.isEmpty() || !own(filed.get().transaction(), question)) {
      return InquiryAnswer.NOTHING;
    }
    String supplementCode = question.asking().itemCode();
    List<Filed> later = papers.supplements(reference, supplementCode);
    List<Wanted> wanted = wanted(filed.get().transaction(), later);
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("办什么", texts.item(filed.get().noted().itemCode())));
    rows.add(new Row("办到哪一步", stage(wanted, later)));
    rows.add(new Row("受理时间", DAY.format(filed.get().noted().acceptedAt())));
    return new InquiryAnswer(rows, "", Map.of(), List.of(), wanted, AnswerFile.NONE);
  }

  /** Both numbers whole and equal, or the card's: nothing less is the citizen's. */
  private static boolean own(ReceivedTransaction transaction, Question question) {
    Optional<String> card = number(question.asking().citizen());
    if (card.isPresent()) {
      return card.equals(number(transaction.citizen()));
    }
    String phone = question.asking().parameters().getOrDefault("phone", "");
    return phone.matches("1[0-9]{10}") && phone.equals(transaction.form().get("phone"));
  }

  private static Optional<String> number(Optional<VerifiedCitizen> citizen) {
    return citizen.map(known -> known.shown().number().value());
  }

  private List<Wanted> wanted(ReceivedTransaction transaction, List<Filed> later) {
    return transaction.enclosed().broughtLater().stream()
        .filter(id -> later.stream().noneMatch(filed -> brings(filed, id)))
        .map(id -> new Wanted(id, texts.material(id), "上次没有交"))
        .toList();
  }

  private static boolean brings(Filed filed, String material) {
    return filed.transaction().enclosed().enclosures().stream()
        .anyMatch(enclosure -> enclosure.name().matches(material + "-[0-9]{1,2}"));
  }

  private static String stage(List<Wanted> wanted, List<Filed> later) {
    if (!wanted.isEmpty()) {
      return "等您补材料";
    }
    return later.isEmpty() ? "正在审核" : "补的材料收到了，正在审核";
  }
}
