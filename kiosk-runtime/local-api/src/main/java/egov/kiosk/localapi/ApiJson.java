package egov.kiosk.localapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what screens are told, and reads what they ask, as JSON. Strict and bounded. */
final class ApiJson {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_STRING = 65_536;
  private static final int MAX_NUMBER = 32;

  private final ObjectMapper mapper = makeMapper();
  private final Supplier<Notice> notice;

  /** For a machine that says of itself that it starts until there is a desk. */
  ApiJson() {
    this(() -> Notice.STARTING);
  }

  /**
   * @param notice asked while there is no desk
   */
  ApiJson(Supplier<Notice> notice) {
    this.notice = notice;
  }

  private static ObjectMapper makeMapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_STRING)
            .maxNumberLength(MAX_NUMBER)
            .maxNameLength(256)
            .maxDocumentLength(RequestGuard.MAX_BODY)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            // A recycled buffer would keep a citizen's answers beyond the session.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .propertyNamingStrategy(new ShortEnglish())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .build();
  }

  /**
   * Reads a request's body.
   *
   * @throws IOException when it is not one JSON object within the limits
   */
  ObjectNode readObject(byte[] body) throws IOException {
    try (JsonParser parser = mapper.createParser(body)) {
      JsonNode node = mapper.readTree(parser);
      if (node instanceof ObjectNode object && parser.nextToken() == null) {
        return object;
      }
    }
    throw new IOException("the body is not one JSON object");
  }

  /** A session, or what stands in its place when there is none. */
  byte[] session(Optional<SessionView> view) {
    ObjectNode node = mapper.createObjectNode();
    if (view.isEmpty()) {
      node.put("page", "attract");
    } else {
      node = mapper.valueToTree(view.get());
      node.put("page", view.get().page().word());
      node.remove("helpCalled");
      node.put("help", view.get().helpCalled() ? "CALLED" : "NONE");
    }
    return bytes(node);
  }

  /** The machine; while there is no desk, or nothing that it took could be signed, why. */
  byte[] kiosk(Optional<KioskView> view) {
    Notice said = notice.get();
    boolean stands = view.isPresent() && !said.unenrolled();
    ObjectNode node;
    if (stands) {
      node = mapper.valueToTree(view.get());
      node.put("locked", view.get().locked());
    } else {
      node = unseen(said);
    }
    node.put("starting", !stands);
    return bytes(node);
  }

  private ObjectNode unseen(Notice said) {
    ObjectNode node = mapper.createObjectNode();
    if (said.unenrolled()) {
      node.put("unenrolled", true);
      Map.of("site", said.site(), "helpPhone", said.helpPhone(), "elsewhere", said.elsewhere())
          .forEach((name, text) -> node.put(name, text.isEmpty() ? null : text));
    }
    return node;
  }

  byte[] items(List<ItemView> items) {
    ObjectNode node = mapper.createObjectNode();
    node.set("items", mapper.valueToTree(items));
    return bytes(node);
  }

  byte[] findings(List<Finding> findings) {
    ObjectNode node = mapper.createObjectNode();
    node.set("findings", mapper.valueToTree(findings));
    return bytes(node);
  }

  byte[] figures(Map<String, Long> figures) {
    return bytes(mapper.valueToTree(figures));
  }

  /** Plain values by name. */
  byte[] object(Map<String, ?> members) {
    return bytes(mapper.valueToTree(members));
  }

  byte[] refusal(Refusal refusal) {
    ObjectNode node = mapper.createObjectNode();
    node.putObject("error").put("code", refusal.code());
    return bytes(node);
  }

  byte[] refusal(DeskException refused) {
    ObjectNode node = mapper.createObjectNode();
    ObjectNode error = node.putObject("error").put("code", refused.reason().name());
    if (!refused.errors().isEmpty()) {
      for (FieldError field : refused.errors()) {
        error
            .withArray("fields")
            .addObject()
            .put("id", field.questionId())
            .put("code", field.code().name())
            .put("limit", field.limit());
      }
    }
    return bytes(node);
  }

  private byte[] bytes(ObjectNode node) {
    try {
      return mapper.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("views are plain values and always serialise", e);
    }
  }

  /** {@code nameEnglish} in Java is {@code nameEn} on the wire. */
  private static final class ShortEnglish extends PropertyNamingStrategy {
    private static final long serialVersionUID = 1L;

    @Override
    public String nameForGetterMethod(
        MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
      return defaultName.replaceFirst("English$", "En");
    }

    @Override
    public String nameForField(
        MapperConfig<?> config,
        com.fasterxml.jackson.databind.introspect.AnnotatedField field,
        String defaultName) {
      return defaultName.replaceFirst("English$", "En");
    }
  }
}
