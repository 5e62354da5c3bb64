package egov.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FileCatalogueTest {
  private static final String ENTRY =
      """
      {"code": "%s", "version": "1", "name": "%s", "nameEn": "x", "summary": "x",
       "offlineClass": "QUEUE_OK", "identityLevel": "NONE"}
      """;

  @TempDir Path directory;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(FileCatalogue.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void brokenFile_refusedWholeAndTheOthersStay() throws IOException {
    Files.writeString(directory.resolve("b.json"), ENTRY.formatted("B", "乙"));
    Files.writeString(directory.resolve("a.json"), "{\"code\": ");
    Files.writeString(directory.resolve("c.json"), ENTRY.formatted("C", "丙"));
    Files.writeString(directory.resolve("notes.txt"), "not an entry");
    FileCatalogue catalogue = FileCatalogue.open(directory);
    assertEquals(List.of("B", "C"), catalogue.items().stream().map(item -> item.code()).toList());
    List<String> errors =
        log.list.stream()
            .filter(event -> event.getLevel() == Level.ERROR)
            .map(ILoggingEvent::getFormattedMessage)
            .toList();
    assertEquals(1, errors.size());
    assertTrue(errors.get(0).contains("a.json, line 1"), errors.get(0));
    Finding finding = catalogue.check(Duration.ofSeconds(1));
    assertEquals(egov.kiosk.domain.health.Level.WARN, finding.level());
    assertEquals(Actor.TECHNICIAN, finding.actor());
    assertTrue(finding.what().contains("a.json"));
  }

  @Test
  void sameCodeTwice_secondFileRefused() throws IOException {
    Files.writeString(directory.resolve("a.json"), ENTRY.formatted("A", "甲"));
    Files.writeString(directory.resolve("b.json"), ENTRY.formatted("A", "乙"));
    FileCatalogue catalogue = FileCatalogue.open(directory);
    assertEquals(List.of("甲"), catalogue.items().stream().map(item -> item.name()).toList());
    assertTrue(
        catalogue.check(Duration.ofSeconds(1)).what().contains("b.json, line 1 column 10 (/code)"));
  }

  @Test
  void fileBrokenWhileInService_whatItSaidBeforeStaysAndIsTold() throws IOException {
    Path file = directory.resolve("a.json");
    Files.writeString(file, ENTRY.formatted("A", "甲"));
    Files.writeString(directory.resolve("b.json"), ENTRY.formatted("B", "乙"));
    FileCatalogue first = FileCatalogue.open(directory);
    Files.writeString(file, "{\"code\": ");
    FileCatalogue second = first.again();
    assertEquals(List.of("甲", "乙"), second.items().stream().map(item -> item.name()).toList());
    assertTrue(second.check(Duration.ofSeconds(1)).what().contains("stays in service"));
    Files.writeString(file, ENTRY.formatted("B", "丙"));
    FileCatalogue third = second.again();
    assertEquals(List.of("丙"), third.items().stream().map(item -> item.name()).toList());
    Files.delete(file);
    assertEquals(List.of("乙"), third.again().items().stream().map(item -> item.name()).toList());
  }

  @Test
  void missingDirectory_noItemsAndAFinding() {
    FileCatalogue catalogue = FileCatalogue.open(directory.resolve("nowhere"));
    assertTrue(catalogue.items().isEmpty());
    assertEquals(
        egov.kiosk.domain.health.Level.FAIL, catalogue.check(Duration.ofSeconds(1)).level());
  }

  @Test
  void emptyDirectory_aFinding() {
    Finding finding = FileCatalogue.open(directory).check(Duration.ofSeconds(1));
    assertEquals(egov.kiosk.domain.health.Level.FAIL, finding.level());
  }

  @Test
  void hugeFileAndDirectoryNamedJson_refused() throws IOException {
    Files.write(directory.resolve("big.json"), new byte[70_000]);
    Files.createDirectory(directory.resolve("folder.json"));
    Finding finding = FileCatalogue.open(directory).check(Duration.ofSeconds(1));
    assertTrue(
        finding.what().contains("big.json, line 1 column 1: is larger than 64 KiB"),
        finding.what());
    assertTrue(finding.what().contains("folder.json, line 1 column 1: is not a regular file"));
  }

  @Test
  void fileNameWithControlCharacters_logStaysOneLine() throws IOException {
    Files.writeString(directory.resolve("a\nERROR b.json"), "{");
    FileCatalogue.open(directory);
    assertTrue(log.list.stream().noneMatch(event -> event.getFormattedMessage().contains("\n")));
  }
}
