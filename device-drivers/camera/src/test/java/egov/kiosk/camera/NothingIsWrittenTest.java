package egov.kiosk.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No class of this room names a way to put a picture anywhere but into RAM. */
class NothingIsWrittenTest {
  private static final List<String> WRITERS =
      List.of(
          "imwrite",
          "VideoWriter",
          "FileOutputStream",
          "RandomAccessFile",
          "FileChannel",
          "FileWriter",
          "ImageIO",
          "newOutputStream",
          "newBufferedWriter",
          "java/net/Socket",
          "HttpClient");

  @Test
  void classFiles_nameNoWriter() throws IOException, URISyntaxException {
    Path classes =
        Path.of(V4l2Camera.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".class")).toList();
      assertTrue(all.size() > 10, "the room's classes were found");
      for (Path file : all) {
        String constants = new String(Files.readAllBytes(file), ISO_8859_1);
        List<String> found =
            WRITERS.stream()
                .filter(constants::contains)
                .filter(writer -> !asksTheNetworkCamera(file, writer))
                .toList();
        assertEquals(List.of(), found, file.getFileName().toString());
      }
    }
  }

  /** It writes one GET, which is made before there is a picture. */
  private static boolean asksTheNetworkCamera(Path file, String writer) {
    return file.getParent().endsWith("http") && writer.equals("java/net/Socket");
  }
}
