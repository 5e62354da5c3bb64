package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.transaction.ConsentText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a citizen who reads no Chinese is told. */
class EnglishTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Every member that a screen shows to a citizen; sheets are Chinese but for what they are called.
   */
  private static final Set<String> SHOWN =
      Set.of("name", "summary", "answerIn", "label", "hint", "why", "where", "title", "payee");

  @Test
  void everyTextOfEverySample_hasEnglish() throws IOException {
    List<String> lacking = new ArrayList<>();
    for (Path file : SampleItemsTest.files(SampleItemsTest.SAMPLES)) {
      look(file.getFileName().toString(), JSON.readTree(Files.readString(file)), lacking);
    }
    assertEquals(List.of(), lacking);
  }

  private static void look(String where, JsonNode node, List<String> lacking) {
    if (node.has("purpose")) {
      JsonNode english = node.path("en");
      for (String name : List.of("title", "givenTo", "text")) {
        require(where + "/en/" + name, english.path(name), lacking);
      }
      english.path("uses").forEach(use -> require(where + "/en/uses", use, lacking));
      assertEquals(
          node.path("text").asText().split("\n").length,
          english.path("text").asText().split("\n").length,
          where + " says in English what it says in Chinese");
      return;
    }
    for (String name : SHOWN) {
      if (node.path(name).isTextual()) {
        require(where + "/" + name + "En", node.path(name + "En"), lacking);
      }
    }
    if (node.has("paragraphs")) {
      assertEquals(node.path("paragraphs").size(), node.path("paragraphsEn").size(), where);
      node.path("paragraphsEn").forEach(one -> require(where + "/paragraphsEn", one, lacking));
    }
    node.properties().forEach(one -> look(where + "/" + one.getKey(), one.getValue(), lacking));
    if (node.isArray()) {
      node.forEach(one -> look(where + "/…", one, lacking));
    }
  }

  private static void require(String where, JsonNode english, List<String> lacking) {
    if (english.asText().isBlank() || english.asText().matches("(?s).*\\p{IsHan}.*")) {
      lacking.add(where);
    }
  }

  @Test
  void emptyEnglish_refusedWithLineAndReason() {
    String entry =
        """
        {"code": "X-1", "version": "1", "name": "测试", "nameEn": "Test", "summary": "一行",
         "offlineClass": "QUEUE_OK", "identityLevel": "NONE",
         "questions": [{"id": "a", "label": "问", "labelEn": "q", "hint": "提示",
           "hintEn": "",
           "kind": "TEXT", "required": true}]}
        """;
    EntryRefusedException refused =
        assertThrows(
            EntryRefusedException.class,
            () -> new ItemReader().read(entry.getBytes(StandardCharsets.UTF_8)));
    assertEquals(4, refused.position().line());
    assertEquals("must be a text of 1 to 160 characters", refused.reason());
  }

  @Test
  void englishOfOtherUses_refused() {
    EntryRefusedException refused =
        assertThrows(EntryRefusedException.class, () -> new ItemReader().read(consent("name")));
    assertTrue(refused.where().contains("/consents/0/en/uses"), refused.where());
  }

  @Test
  void english_changesNothingOfWhatBinds() throws EntryRefusedException {
    ConsentText with = text(consent("name", "number"));
    assertEquals("Whole text", with.english().orElseThrow().text());
    ConsentText without =
        new ConsentText(ConsentPurpose.DATA, "d-1", "题", List.of("姓名", "证号"), "平台", "全文");
    assertEquals(
        new String(without.shownBytes(), StandardCharsets.UTF_8),
        new String(with.shownBytes(), StandardCharsets.UTF_8));
  }

  private static ConsentText text(byte[] entry) throws EntryRefusedException {
    return new ItemReader().read(entry).item().consent(ConsentPurpose.DATA).orElseThrow();
  }

  private static byte[] consent(String... uses) {
    return Entries.with(
        entry -> {
          var consent = entry.withArray("consents").addObject();
          consent.put("purpose", "DATA").put("version", "d-1").put("title", "题");
          consent.withArray("uses").add("姓名").add("证号");
          consent.put("givenTo", "平台").put("text", "全文");
          var english = consent.putObject("en").put("title", "Title");
          List.of(uses).forEach(english.withArray("uses")::add);
          english.put("givenTo", "the platform").put("text", "Whole text");
        });
  }
}
