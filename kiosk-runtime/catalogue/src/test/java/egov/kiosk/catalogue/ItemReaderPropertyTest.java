package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ItemReaderPropertyTest {
  /** What the schema language cannot say, or only clumsily; the reader alone refuses these. */
  private static final Set<String> READER_ONLY =
      Set.of(
          "has the value of another choice",
          "asks for one purpose a second time",
          "question ids are unique within a form",
          "material ids are unique within an item",
          "days lie in 0..60, the first not after the last",
          "days offer 2 to 20 open days, whichever day they are asked on",
          "a bundle does not name itself",
          "names as many things as uses, in its order",
          "fetches from the platform without asking: give it a RETRIEVAL consent",
          "fetches from the platform, but reads no card that says whose it is",
          "asks for a RETRIEVAL consent, but fetches nothing");

  /** What follows is what the entry's other members lead to. */
  private static final String STEPS = "the rest of this entry leads to these steps: ";

  private final ObjectMapper mapper = new ObjectMapper();
  private final ItemReader reader = new ItemReader();
  private final EntrySchema schema = new EntrySchema();
  private final List<JsonNode> samples = new ArrayList<>();

  ItemReaderPropertyTest() throws IOException {
    for (Path file : SampleItemsTest.files(SampleItemsTest.SAMPLES)) {
      samples.add(mapper.readTree(Files.readAllBytes(file)));
    }
  }

  @Property(tries = 1500)
  void mutatedEntry_readerAndSchemaAgree(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    JsonNode entry = samples.get(random.nextInt(samples.size())).deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutate(entry, random);
    }
    String json = mapper.writeValueAsString(entry);
    List<String> errors = schema.errors(json);
    String refusal = refusal(json.getBytes(StandardCharsets.UTF_8));
    if (!READER_ONLY.contains(refusal) && !refusal.startsWith(STEPS)) {
      assertEquals(errors.isEmpty(), refusal.isEmpty(), errors + " / " + refusal + " / " + json);
    }
  }

  @Property(tries = 1500)
  void flippedBytes_readOrRefusedNeverThrown(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = mapper.writeValueAsBytes(samples.get(random.nextInt(samples.size())));
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    refusal(bytes);
  }

  @Property(tries = 500)
  void randomBytes_readOrRefusedNeverThrown(@ForAll byte[] bytes) {
    refusal(bytes);
  }

  private String refusal(byte[] bytes) {
    try {
      reader.read(bytes);
      return "";
    } catch (EntryRefusedException e) {
      return e.reason();
    }
  }

  private static void mutate(JsonNode root, Random random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(root, inner);
    JsonNode node = inner.get(random.nextInt(inner.size()));
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 -> object.put("x" + random.nextInt(9), 1);
        case 2 -> object.put(name, random.nextInt(600));
        case 3 -> object.put(name, word(random));
        default -> object.putArray(name);
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.add(array.get(at).deepCopy());
        case 2 -> array.insert(0, word(random));
        default -> array.addNull();
      }
    }
  }

  private static String word(Random random) {
    String[] words = {
      "",
      "NONE",
      "CARD",
      "LOCAL",
      "QUEUE_OK",
      "CHOICE",
      "TEXT",
      "PHONE",
      "FACE",
      "DATA",
      "NAME",
      "STAFF",
      "SOCIAL_CARD",
      "CODE",
      "ADDRESS",
      "RETRIEVAL",
      "VERIFIED_LIVE",
      "VERIFIED_CHALLENGE",
      "ages",
      "PAYMENT",
      "QUERY_RESULT",
      "ALL",
      "350100",
      "110000",
      "https://a.example/{number}",
      "SUNDAY",
      "a",
      "一\n二",
      "一\u202e二",
      "长".repeat(random.nextInt(130)),
      "../x",
      "\u0000"
    };
    return words[random.nextInt(words.length)];
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainerNode()) {
      inner.add(node);
      node.forEach(child -> collect(child, inner));
    }
  }
}
