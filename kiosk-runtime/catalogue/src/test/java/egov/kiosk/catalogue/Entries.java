package egov.kiosk.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Entries for tests, made from one small valid one. */
final class Entries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Entries() {}

  static ObjectNode plain(String code) {
    return JSON.createObjectNode()
        .put("code", code)
        .put("version", "1")
        .put("name", "测试" + code)
        .put("nameEn", "Test")
        .put("summary", "一行")
        .put("offlineClass", "QUEUE_OK")
        .put("identityLevel", "NONE");
  }

  static byte[] bytes(ObjectNode entry) {
    return entry.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] with(Consumer<ObjectNode> change) {
    ObjectNode entry = plain("X-1");
    change.accept(entry);
    return bytes(entry);
  }

  static Entry read(ObjectNode entry) {
    try {
      return new ItemReader().read(bytes(entry));
    } catch (EntryRefusedException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode bundle(String code, String... members) {
    ObjectNode entry = plain(code);
    for (String member : members) {
      entry.withArray("bundle").add(member);
    }
    return entry;
  }

  static ObjectNode question(ObjectNode entry, String id, String kind) {
    entry
        .withArray("questions")
        .addObject()
        .put("id", id)
        .put("label", "问" + id)
        .put("labelEn", id)
        .put("kind", kind)
        .put("required", true);
    return entry;
  }
}
