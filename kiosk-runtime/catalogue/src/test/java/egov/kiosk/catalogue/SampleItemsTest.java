package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleItemsTest {
  static final Path SAMPLES = Path.of("../../packaging/distribution/src/main/kiosk/items");

  @Test
  void samples_allInService() {
    FileCatalogue catalogue = FileCatalogue.open(SAMPLES);
    assertEquals(5, catalogue.items().size());
    assertEquals(Level.OK, catalogue.check(Duration.ofSeconds(1)).level());
    assertEquals("养老待遇资格认证", catalogue.items().get(0).name());
  }

  @Test
  void samples_coverEveryClassAndLevel() {
    List<ServiceItem> items = FileCatalogue.open(SAMPLES).items();
    for (OfflineClass offlineClass : OfflineClass.values()) {
      assertTrue(items.stream().anyMatch(item -> item.offlineClass() == offlineClass));
    }
    for (IdentityLevel level : IdentityLevel.values()) {
      assertTrue(items.stream().anyMatch(item -> item.identityLevel() == level));
    }
  }

  @Test
  void samples_matchThePublishedSchema() throws IOException {
    EntrySchema schema = new EntrySchema();
    for (Path file : files(SAMPLES)) {
      assertEquals(List.of(), schema.errors(Files.readString(file)), file.toString());
    }
  }

  @Test
  void samples_useEverydayWords() throws IOException {
    for (Path file : files(SAMPLES)) {
      String text = Files.readString(file);
      for (String word :
          List.of("系统", "接口", "超时", "非法", "校验", "异常", "失败", "请稍候", "确定", "取消", "！", "办理人", "予以")) {
        assertFalse(text.contains(word), file + " says " + word);
      }
    }
  }

  @Test
  void oneMoreFile_oneMoreItemWithoutCode(@TempDir Path directory) throws IOException {
    for (Path file : files(SAMPLES)) {
      Files.copy(file, directory.resolve(file.getFileName()));
    }
    Files.writeString(
        directory.resolve("60-lost-and-found.json"),
        """
        {"code": "COMPLAINT", "version": "1", "name": "投诉和建议", "nameEn": "Complaints",
         "summary": "有话想说，在这里写", "offlineClass": "QUEUE_OK", "identityLevel": "NONE",
         "questions": [{"id": "words", "label": "您想说什么？", "labelEn": "What is it about?",
                        "kind": "TEXT", "required": true, "maxLength": 200}]}
        """);
    FileCatalogue catalogue = FileCatalogue.open(directory);
    assertEquals(6, catalogue.items().size());
    assertEquals("投诉和建议", catalogue.item("COMPLAINT").orElseThrow().name());
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
