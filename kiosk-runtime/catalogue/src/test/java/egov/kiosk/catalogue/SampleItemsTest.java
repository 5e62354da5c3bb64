package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.LifeEvent;
import egov.kiosk.domain.transaction.Listing;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;
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
  void samples_allInService() throws IOException {
    FileCatalogue catalogue = FileCatalogue.open(SAMPLES);
    assertEquals(files(SAMPLES).size(), catalogue.items().size());
    assertTrue(catalogue.items().size() >= 20);
    Finding finding = catalogue.check(Duration.ofSeconds(1));
    assertEquals(Level.OK, finding.level(), finding.what());
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
  void samples_coverEveryShape() {
    List<ServiceItem> items = FileCatalogue.open(SAMPLES).items();
    for (OutcomeKind kind : OutcomeKind.values()) {
      assertTrue(items.stream().anyMatch(item -> item.profile().outcome() == kind), kind.name());
    }
    for (Verification way : Verification.values()) {
      assertTrue(items.stream().anyMatch(item -> item.profile().verification() == way));
    }
    for (LifeEvent event : LifeEvent.values()) {
      assertTrue(
          items.stream().anyMatch(item -> item.profile().listing().lifeEvents().contains(event)),
          event.name());
    }
    assertTrue(items.stream().anyMatch(item -> !item.profile().bundle().isEmpty()));
    assertTrue(items.stream().anyMatch(item -> item.profile().jurisdiction().isPresent()));
    assertTrue(items.stream().anyMatch(item -> item.copy().isPresent()));
    assertTrue(items.stream().flatMap(item -> item.materials().stream()).anyMatch(Material::later));
    assertTrue(
        items.stream()
            .flatMap(item -> item.materials().stream())
            .anyMatch(material -> material.licence().isPresent()));
    assertTrue(
        items.stream()
            .flatMap(item -> item.questions().stream())
            .anyMatch(question -> question.days().isPresent()));
  }

  @Test
  void samples_canAllBeFound() {
    for (ServiceItem item : FileCatalogue.open(SAMPLES).items()) {
      Listing listing = item.profile().listing();
      assertFalse(listing.lifeEvents().isEmpty(), item.code());
      assertTrue(listing.number() > 0, item.code());
      assertEquals(
          item.name().length(), listing.initials().length(), item.code() + " " + item.name());
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
        {"code": "LOST-AND-FOUND", "version": "1", "name": "投诉和建议", "nameEn": "Complaints",
         "summary": "有话想说，在这里写", "offlineClass": "QUEUE_OK", "identityLevel": "NONE",
         "questions": [{"id": "words", "label": "您想说什么？", "labelEn": "What is it about?",
                        "kind": "TEXT", "required": true, "maxLength": 200}]}
        """);
    FileCatalogue catalogue = FileCatalogue.open(directory);
    assertEquals(files(SAMPLES).size() + 1, catalogue.items().size());
    assertEquals("投诉和建议", catalogue.item("LOST-AND-FOUND").orElseThrow().name());
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
