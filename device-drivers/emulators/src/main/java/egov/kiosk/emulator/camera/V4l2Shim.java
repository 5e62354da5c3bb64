package egov.kiosk.emulator.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Compiles the shim's C source, which travels inside the jar, with the machine's gcc. */
public final class V4l2Shim {
  private static final String SOURCE = "v4l2shim.c";

  private V4l2Shim() {}

  /**
   * Writes the shared library; takes about a second.
   *
   * @param library the file to write, such as {@code v4l2shim.so}; its folder must exist
   * @throws IOException when there is no gcc or it reports anything at all
   */
  public static void compileTo(Path library) throws IOException {
    Path source = library.resolveSibling(library.getFileName() + ".c");
    try (InputStream text = V4l2Shim.class.getResourceAsStream(SOURCE)) {
      Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      compile(source, library);
    } finally {
      Files.delete(source);
    }
  }

  private static void compile(Path source, Path library) throws IOException {
    List<String> command =
        List.of(
            "gcc",
            "-shared",
            "-fPIC",
            "-O2",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-o",
            library.toString(),
            source.toString(),
            "-ldl",
            "-lpthread");
    Process running = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (running.waitFor() != 0) {
        throw new IOException("gcc could not compile the camera shim: " + said);
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while gcc compiled the camera shim", e);
    }
  }
}
