package egov.kiosk.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.transaction.FieldKind;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.ServiceItem;

/**
 * The JSON Schema (draft 2020-12) of an item's filled-in form, for whoever receives it: exactly
 * what the kiosk lets through, answers by question id. A question that offers days takes any day
 * here, since which ones depends on when it was asked; a phone that may be lacking is a number or
 * {@link FormQuestion#NO_PHONE}.
 */
final class FormSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINE = "^[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*$";
  private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private FormSchema() {}

  /** The schema as text. */
  static String of(ServiceItem item) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:egov-kiosk:form:" + item.code() + ":" + item.version());
    root.put("title", item.name());
    root.put("type", "object");
    root.put("additionalProperties", false);
    ArrayNode required = root.putArray("required");
    ObjectNode properties = root.putObject("properties");
    for (FormQuestion question : item.questions()) {
      describe(question, properties.putObject(question.id()));
      // A card may lack a field; then the form does too.
      if (question.required() && question.fromCard().isEmpty()) {
        required.add(question.id());
      }
    }
    return root.toPrettyString();
  }

  private static void describe(FormQuestion question, ObjectNode schema) {
    schema.put("title", question.label());
    schema.put("type", "string");
    schema.put("minLength", 1);
    if (question.fromCard().isPresent()) {
      return;
    }
    schema.put("maxLength", question.maxLength());
    FieldKind kind = question.kind();
    switch (kind) {
      case TEXT -> {
        schema.put("pattern", LINE);
        schema.putObject("not").put("pattern", "^\\s*$");
      }
      case PHONE ->
          schema.put(
              "pattern",
              question.mayLackPhone()
                  ? "^(1[0-9]{10}|" + FormQuestion.NO_PHONE + ")$"
                  : "^1[0-9]{10}$");
      case NUMBER -> schema.put("pattern", "^[0-9]+$");
      case DATE -> schema.put("pattern", DAY).put("format", "date");
      case CHOICE -> {
        if (question.days().isPresent()) {
          schema.put("pattern", DAY).put("format", "date");
        } else {
          question.choices().forEach(choice -> schema.withArray("enum").add(choice.value()));
        }
      }
    }
  }
}
