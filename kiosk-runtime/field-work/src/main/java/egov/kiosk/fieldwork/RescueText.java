package egov.kiosk.fieldwork;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.field.Draft;
import egov.kiosk.domain.field.RescuedDraft;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.store.Fields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rescued drafts as fields, and what the platform reads of one. */
final class RescueText {
  private RescueText() {}

  static Fields write(RescuedDraft rescued) {
    SignedEnvelope envelope = rescued.envelope();
    Fields fields =
        new Fields()
            .put("id", envelope.id())
            .put("item", envelope.itemCode())
            .put("bytes", Base64.getEncoder().encodeToString(envelope.bytes()))
            .put("sm3", envelope.sm3())
            .put("lane", envelope.label().lane())
            .put("order", envelope.label().orderKey())
            .put("number", envelope.label().localNumber());
    int index = 0;
    for (RescuedDraft.Part part : rescued.pieces()) {
      fields.put(String.format(Locale.ROOT, "piece/%02d", index++), part.id() + " " + part.name());
    }
    return fields;
  }

  static RescuedDraft read(Fields fields) {
    List<RescuedDraft.Part> pieces = new ArrayList<>();
    fields
        .group("piece")
        .values()
        .forEach(
            text -> {
              String[] words = text.split(" ", 2);
              pieces.add(new RescuedDraft.Part(new TransactionId(words[0]), words[1]));
            });
    return new RescuedDraft(
        new SignedEnvelope(
            new TransactionId(fields.text("id")),
            MessageKind.ITEM,
            fields.text("item"),
            Base64.getDecoder().decode(fields.text("bytes")),
            HexFormat.of().parseHex(fields.text("sm3")),
            new Label(
                Lane.valueOf(fields.text("lane")),
                fields.find("order"),
                fields.find("number").map(LocalNumber::new))),
        pieces);
  }

  /** Everything of a draft as one flat JSON object of strings, names as on the disk. */
  static byte[] json(Draft draft) {
    return DraftText.write(draft).all().entrySet().stream()
        .map(one -> quoted(one.getKey()) + ":" + quoted(one.getValue()))
        .collect(Collectors.joining(",\n", "{", "}\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            letter -> {
              if (letter == '"' || letter == '\\' || letter < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", letter));
              } else {
                out.append((char) letter);
              }
            });
    return out.append('"').toString();
  }
}
