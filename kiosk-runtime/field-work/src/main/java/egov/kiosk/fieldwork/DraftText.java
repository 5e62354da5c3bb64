package egov.kiosk.fieldwork;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldId;
import egov.kiosk.domain.field.Piece;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.store.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A draft as fields. */
final class DraftText {
  private DraftText() {}

  static Fields write(Draft draft) {
    Fields fields =
        new Fields()
            .put("id", draft.id())
            .put("kind", draft.kind())
            .put("badge", draft.badge())
            .put("task", draft.task())
            .put("household", draft.household())
            .put("item", draft.itemCode())
            .put("begun", draft.begunAt())
            .group("answer", draft.answers())
            .group("base", draft.bases())
            .put("consent", draft.consent().map(Draft.Agreed::answer))
            .put("consentAt", draft.consent().map(Draft.Agreed::at))
            .put("number", draft.handedIn().map(Draft.HandedIn::number))
            .put("handedInAt", draft.handedIn().map(Draft.HandedIn::at));
    int index = 0;
    for (Piece piece : draft.pieces()) {
      Enclosure what = piece.enclosure();
      String words = String.join(" ", what.name(), what.mediaType(), "" + what.bytes(), what.sm3());
      fields.put(String.format("piece/%02d", index++), piece.id() + " " + words);
    }
    return fields;
  }

  static Draft read(Fields fields) {
    List<Piece> pieces = new ArrayList<>();
    fields.group("piece").values().forEach(text -> pieces.add(piece(text.split(" "))));
    return new Draft(
        new TransactionId(fields.text("id")),
        DraftKind.valueOf(fields.text("kind")),
        new Badge(fields.text("badge")),
        fields.find("task").map(FieldId::new),
        fields.find("household").map(FieldId::new),
        fields.find("item"),
        Instant.parse(fields.text("begun")),
        Map.copyOf(fields.group("answer")),
        Map.copyOf(fields.group("base")),
        pieces,
        fields
            .find("consent")
            .map(
                answer ->
                    new Draft.Agreed(
                        ConsentAnswer.valueOf(answer), Instant.parse(fields.text("consentAt")))),
        handedIn(fields));
  }

  private static Optional<Draft.HandedIn> handedIn(Fields fields) {
    return fields
        .find("number")
        .map(
            number ->
                new Draft.HandedIn(
                    new LocalNumber(number), Instant.parse(fields.text("handedInAt"))));
  }

  private static Piece piece(String[] words) {
    if (words.length != 5) {
      throw new IllegalArgumentException("a piece has five words");
    }
    return new Piece(
        new TransactionId(words[0]),
        new Enclosure(words[1], words[2], Long.parseLong(words[3]), words[4]));
  }
}
