package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import egov.kiosk.domain.envelope.MessageKind;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document agrees with the code and hangs together. */
class AsyncApiTest {
  private static final String PATH = "/asyncapi/kiosk.asyncapi.yaml";
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private final JsonNode document;

  AsyncApiTest() throws Exception {
    try (InputStream stream = AsyncApiTest.class.getResourceAsStream(PATH)) {
      document = new YAMLMapper().readTree(stream);
    }
  }

  @Test
  void document_version_isAsyncApi3() {
    assertEquals("3.0.0", document.path("asyncapi").asText());
    assertFalse(document.path("info").path("title").asText().isEmpty());
    assertFalse(document.path("info").path("version").asText().isEmpty());
  }

  @Test
  void references_everyOne_resolves() throws Exception {
    int[] count = {0};
    visit(document, count);
    assertTrue(count[0] > 20, "the document has references");
  }

  private void visit(JsonNode node, int[] count) throws Exception {
    JsonNode reference = node.get("$ref");
    if (reference != null) {
      assertFalse(resolve(reference.asText()).isMissingNode(), reference.asText());
      assertEquals(1, node.size(), "a reference stands alone: " + reference);
      count[0]++;
    }
    for (JsonNode child : node) {
      visit(child, count);
    }
  }

  private JsonNode resolve(String reference) throws Exception {
    if (reference.startsWith("#")) {
      return document.at(reference.substring(1));
    }
    String file = URI.create(PATH).resolve(reference).toString();
    try (InputStream stream = AsyncApiTest.class.getResourceAsStream(file)) {
      assertNotNull(stream, file);
      return new ObjectMapper().readTree(stream);
    }
  }

  @Test
  void channels_addresses_areTheTopicsOfTheCode() {
    Set<String> addresses = new TreeSet<>();
    document.path("channels").forEach(channel -> addresses.add(channel.path("address").asText()));
    assertEquals(templates(), addresses);
  }

  private static Set<String> templates() {
    return Arrays.stream(Topics.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(AsyncApiTest::text)
        .filter(text -> text.startsWith("egov/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void channels_parameters_areThoseOfTheirAddress() {
    document
        .path("channels")
        .forEach(
            channel -> {
              Set<String> inAddress = new TreeSet<>();
              Matcher matcher = PARAMETER.matcher(channel.path("address").asText());
              while (matcher.find()) {
                inAddress.add(matcher.group(1));
              }
              Set<String> declared = new TreeSet<>();
              channel.path("parameters").fieldNames().forEachRemaining(declared::add);
              assertEquals(inAddress, declared);
            });
  }

  @Test
  void kinds_inTheDocument_areThoseOfTheCode() {
    Set<String> declared = new TreeSet<>();
    document.at("/components/parameters/kind/enum").forEach(kind -> declared.add(kind.asText()));
    Set<String> known =
        Arrays.stream(MessageKind.values())
            .map(MessageKind::word)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, declared);
  }

  @Test
  void headers_messageId_isThePropertyOfTheCode() {
    assertFalse(
        document
            .at("/components/schemas/messageHeaders/properties/" + Topics.MESSAGE_ID_PROPERTY)
            .isMissingNode());
  }

  @Test
  void operations_channelsAndMessages_areConnected() {
    document
        .path("operations")
        .forEach(
            operation -> {
              assertTrue(Set.of("send", "receive").contains(operation.path("action").asText()));
              String channel = operation.at("/channel/$ref").asText();
              operation
                  .path("messages")
                  .forEach(
                      message ->
                          assertTrue(message.path("$ref").asText().startsWith(channel + "/")));
            });
  }

  @Test
  void schemas_everyOne_isJsonAndNamesItself() throws Exception {
    for (String name : Schemas.NAMES) {
      JsonNode schema = new ObjectMapper().readTree(Schemas.text(name));
      assertEquals("https://json-schema.org/draft/2020-12/schema", schema.path("$schema").asText());
      assertEquals(Schemas.id(name), schema.path("$id").asText());
    }
  }
}
