package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the schemas are what the schemas and the codecs take. */
class SchemaExamplesTest {
  private static final Set<String> STATEMENTS = Set.of("reconciliation", "incident", "attachment");
  private static final Set<String> ORDERS =
      Set.of("configuration", "catalogue", "command", "missing-chunks", "progress", "answer");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Schemas schemas = new Schemas();
  private final CanonicalFleetCodec codec = new CanonicalFleetCodec();

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "command-result"
      })
  void examples_ofEverySchema_areTaken(String name) throws Exception {
    JsonNode examples = mapper.readTree(Schemas.text(name)).path("examples");
    assertFalse(examples.isEmpty(), name);
    for (JsonNode example : examples) {
      byte[] bytes = CanonicalJson.write(map(example));
      assertEquals(List.of(), schemas.errors(name, bytes));
      if (STATEMENTS.contains(name)) {
        codec.decodeStatement(bytes);
      } else if (ORDERS.contains(name)) {
        codec.decodeOrder(bytes);
      }
      ObjectNode bent = example.deepCopy();
      bent.put("idNumber", "x");
      assertFalse(
          schemas.errors(name, mapper.writeValueAsBytes(bent)).isEmpty(),
          "a member nobody knows is refused");
    }
  }

  private Map<String, Object> map(JsonNode node) {
    @SuppressWarnings("unchecked") // An object is read as a map with string keys.
    Map<String, Object> map = mapper.convertValue(node, Map.class);
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertEquals(names.size(), map.size());
    return map;
  }
}
