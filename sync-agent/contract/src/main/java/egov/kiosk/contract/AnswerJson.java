package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.domain.inquiry.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer holds, as JSON; a platform that cannot answer now writes no content. */
final class AnswerJson {
  static final String KIND = "answer-content";

  private AnswerJson() {}

  static Map<String, Object> write(Optional<InquiryAnswer> answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", KIND);
    json.put("version", MessageHead.VERSION);
    json.put("content", answer.map(AnswerJson::content).orElse(null));
    return json;
  }

  static Optional<InquiryAnswer> read(Members json) throws MalformedMessageException {
    json.constant("kind", KIND);
    Optional<Members> content = json.nullableObject("content");
    Optional<InquiryAnswer> answer = Optional.empty();
    if (content.isPresent()) {
      try {
        answer = Optional.of(content(content.get()));
      } catch (IllegalArgumentException e) {
        // The constructors' messages name rules and no values.
        throw new MalformedMessageException(e.getMessage());
      }
    }
    json.done();
    return answer;
  }

  private static Map<String, Object> content(InquiryAnswer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", answer.rows().stream().map(AnswerJson::row).toList());
    json.put("asOf", answer.asOf());
    json.put("fields", answer.fields());
    json.put("licences", answer.licences().stream().map(AnswerJson::licence).toList());
    json.put("wanted", answer.wanted().stream().map(AnswerJson::wanted).toList());
    json.put("file", answer.file().parts() == 0 ? null : file(answer.file()));
    return json;
  }

  private static InquiryAnswer content(Members json) throws MalformedMessageException {
    List<Row> rows = new ArrayList<>();
    for (Members row : json.objects("rows")) {
      rows.add(new Row(row.text("label"), row.text("value"), row.flag("sensitive")));
      row.done();
    }
    List<Licence> licences = new ArrayList<>();
    for (Members one : json.objects("licences")) {
      licences.add(
          new Licence(
              one.text("type"),
              one.text("name"),
              one.text("number"),
              one.text("validUntil"),
              one.text("sm3")));
      one.done();
    }
    List<Wanted> wanted = new ArrayList<>();
    for (Members one : json.objects("wanted")) {
      wanted.add(new Wanted(one.text("id"), one.text("label"), one.text("hint")));
      one.done();
    }
    Optional<Members> file = json.nullableObject("file");
    InquiryAnswer answer =
        new InquiryAnswer(
            rows,
            json.text("asOf"),
            json.object("fields").texts(),
            licences,
            wanted,
            file.isPresent() ? file(file.get()) : AnswerFile.NONE);
    json.done();
    return answer;
  }

  private static Map<String, Object> row(Row row) {
    return Map.of("label", row.label(), "value", row.value(), "sensitive", row.sensitive());
  }

  private static Map<String, Object> licence(Licence licence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", licence.type());
    json.put("name", licence.name());
    json.put("number", licence.number());
    json.put("validUntil", licence.validUntil());
    json.put("sm3", licence.sm3());
    return json;
  }

  private static Map<String, Object> wanted(Wanted wanted) {
    return Map.of("id", wanted.id(), "label", wanted.label(), "hint", wanted.hint());
  }

  private static Map<String, Object> file(AnswerFile file) {
    return Map.of(
        "part",
        file.part(),
        "parts",
        file.parts(),
        "bytes",
        Base64.getEncoder().encodeToString(file.bytes()));
  }

  private static AnswerFile file(Members json) throws MalformedMessageException {
    byte[] bytes = Base64.getDecoder().decode(json.text("bytes"));
    try {
      AnswerFile file = new AnswerFile(bytes, json.integer("part"), json.integer("parts"));
      json.done();
      return file;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
