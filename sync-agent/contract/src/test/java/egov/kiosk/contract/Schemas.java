package egov.kiosk.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of this bundle, loaded by a validator that knows nothing of the codec. */
final class Schemas {
  static final List<String> NAMES =
      List.of(
          "common",
          "transaction",
          "rating",
          "rating-reason",
          "receipts",
          "reconciliation",
          "incident",
          "attachment",
          "configuration",
          "catalogue",
          "command",
          "missing-chunks",
          "progress",
          "question",
          "answer",
          "answer-content",
          "event",
          "alarm",
          "audit-head",
          "metrics",
          "shadow",
          "command-result");

  private final SchemaRegistry registry;

  Schemas() {
    Map<String, String> texts = new TreeMap<>();
    NAMES.forEach(name -> texts.put(id(name), text(name)));
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
  }

  static String id(String name) {
    return "urn:egov:kiosk:schema:1:" + name;
  }

  static String text(String name) {
    try (InputStream stream =
        Schemas.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema has against a message; empty when it is valid. */
  List<String> errors(String name, byte[] message) {
    Schema schema = registry.getSchema(SchemaLocation.of(id(name)));
    return schema.validate(new String(message, StandardCharsets.UTF_8), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
