package egov.kiosk.portraitdecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.health.Level;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site's library with all its ways to go wrong, in a process of its own. */
class SiteLibraryDecoderTest {
  @TempDir static Path folder;
  private static Path library;

  private final AtomicLong nanos = new AtomicLong();
  private SiteLibraryDecoder decoder;

  @BeforeAll
  static void compile() throws Exception {
    library = folder.resolve("libwlt.so").toAbsolutePath();
    Process gcc =
        new ProcessBuilder(
                List.of(
                    "gcc",
                    "-shared",
                    "-fPIC",
                    "-O1",
                    "-Wall",
                    "-Werror",
                    "-o",
                    library.toString(),
                    "src/test/c/wlt.c"))
            .inheritIO()
            .start();
    assertTrue(gcc.waitFor(120, TimeUnit.SECONDS));
    assertEquals(0, gcc.exitValue(), "gcc is needed: apt-get install gcc libc6-dev");
  }

  @AfterEach
  void close() {
    if (decoder != null) {
      decoder.close();
    }
  }

  private SiteLibraryDecoder decoder(Path path, String symbol, boolean bottomUp, long millis) {
    decoder =
        new SiteLibraryDecoder(
            new DecoderSettings(path, symbol, bottomUp, Duration.ofMillis(millis)), nanos::get);
    return decoder;
  }

  private SiteLibraryDecoder decoder() {
    return decoder(library, "unpack", false, 10_000);
  }

  private static byte[] block(char way) {
    return Arrays.copyOf(("WLf" + way).getBytes(StandardCharsets.US_ASCII), 1024);
  }

  private static void assertDecodes(SiteLibraryDecoder decoder) throws Exception {
    try (PortraitPicture picture = decoder.decode(block('.'))) {
      assertEquals(102, picture.width());
      assertEquals(126, picture.height());
      assertEquals(0, picture.bgr()[0]);
      assertEquals(125, picture.bgr()[picture.bgr().length - 1]);
    }
  }

  @Test
  void decode_goodBlock_givesThePixelsAndTheChildIsKept() throws Exception {
    SiteLibraryDecoder decoder = decoder();
    long before = children();
    assertDecodes(decoder);
    assertDecodes(decoder);
    assertEquals(before + 1, children());
    assertEquals(Level.OK, decoder.check(Duration.ofSeconds(5)).level());
    decoder.close();
    assertEquals(before, children());
  }

  private static long children() {
    return ProcessHandle.current().children().count();
  }

  @Test
  void decode_rowsFromTheBottom_areTurnedOver() throws Exception {
    try (PortraitPicture picture = decoder(library, "unpack", true, 10_000).decode(block('.'))) {
      assertEquals(125, picture.bgr()[0]);
      assertEquals(0, picture.bgr()[picture.bgr().length - 1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "c, crashed",
    "x, crashed",
    "a, crashed",
    "l, answered -22",
    "m, answered -77",
    "f, ''"
  })
  void decode_libraryGoesWrong_isRefusedAndTheNextCardIsDecoded(char way, String says)
      throws Exception {
    SiteLibraryDecoder decoder = decoder();
    PortraitRefusedException e =
        assertThrows(PortraitRefusedException.class, () -> decoder.decode(block(way)));
    assertTrue(e.getMessage().contains(says), e.getMessage());
    assertDecodes(decoder);
    assertFalse(Files.exists(folder.resolve("zp.bmp")) && Files.size(folder.resolve("zp.bmp")) > 0);
  }

  @Test
  void decode_libraryHangs_isEndedInTimeAndTheNextCardIsDecoded() throws Exception {
    SiteLibraryDecoder decoder = decoder(library, "unpack", false, 1_000);
    long start = System.nanoTime();
    PortraitRefusedException e =
        assertThrows(PortraitRefusedException.class, () -> decoder.decode(block('h')));
    assertTrue(e.getMessage().contains("hung"), e.getMessage());
    assertTrue(System.nanoTime() - start < 40_000_000_000L);
    decoder.close();
    assertDecodes(decoder());
  }

  @ParameterizedTest
  @CsvSource({"p", "o"})
  void decode_libraryIsSloppy_theAnswerIsStillRight(char way) throws Exception {
    SiteLibraryDecoder decoder = decoder();
    decoder.decode(block(way)).close();
    assertDecodes(decoder);
  }

  @Test
  void decode_failsThreeTimesInARow_isLeftAloneForAMinute() throws Exception {
    SiteLibraryDecoder decoder = decoder();
    for (int i = 0; i < 3; i++) {
      assertThrows(PortraitRefusedException.class, () -> decoder.decode(block('c')));
    }
    assertThrows(PortraitRefusedException.class, () -> decoder.decode(block('.')));
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    assertDecodes(decoder);
  }

  @Test
  void check_libraryMissingOrOfAnotherKind_saysSo() throws IOException {
    SiteLibraryDecoder missing = decoder(folder.resolve("none.so"), "unpack", false, 1_000);
    assertEquals(Level.WARN, missing.check(Duration.ofSeconds(5)).level());
    SiteLibraryDecoder other = decoder(library, "GetBmp", false, 1_000);
    assertEquals(Level.WARN, other.check(Duration.ofSeconds(5)).level());
  }

  @Test
  void decode_libraryOthersCanWrite_isRefused() throws IOException {
    Path open = folder.resolve("open.so");
    Files.copy(library, open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    SiteLibraryDecoder decoder = decoder(open, "unpack", false, 1_000);
    assertThrows(PortraitRefusedException.class, () -> decoder.decode(block('.')));
  }

  @Test
  void recognises_emulatedCard_no() {
    byte[] emulated = Arrays.copyOf("EWLT1\0".getBytes(StandardCharsets.US_ASCII), 1024);
    assertFalse(decoder().recognises(emulated));
    assertTrue(decoder().recognises(block('.')));
  }
}
