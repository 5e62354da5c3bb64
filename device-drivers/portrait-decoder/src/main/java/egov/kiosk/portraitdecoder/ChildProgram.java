package egov.kiosk.portraitdecoder;

import com.sun.jna.Native;
import egov.kiosk.portraitdecoder.child.DecoderChild;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;

/** How the child is started: this room's classes and JNA, nothing of the runtime's environment. */
final class ChildProgram {
  private static final String JNA_FOLDER = "jna.boot.library.path";

  private final DecoderSettings settings;

  ChildProgram(DecoderSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts it.
   *
   * @throws IOException when the library is not there, can be changed by others, or no process can
   *     be had
   */
  Process start() throws IOException {
    Path library = settings.library();
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(library);
    if (rights.contains(PosixFilePermission.OTHERS_WRITE)
        || rights.contains(PosixFilePermission.GROUP_WRITE)) {
      throw new IOException(library + " can be written by others than its owner; chmod go-w it");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = place(DecoderChild.class) + File.pathSeparator + place(Native.class);
    String jna = System.getProperty(JNA_FOLDER, "");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx48m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-D" + JNA_FOLDER + "=" + jna,
                "-cp",
                classes,
                DecoderChild.class.getName(),
                library.toString(),
                settings.symbol()));
    builder.environment().keySet().retainAll(Set.of("PATH", "LANG"));
    builder.directory(library.getParent().toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  /** The jar or folder a class was loaded from, also inside the framework. */
  private static String place(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        String location = source.getLocation().toString().replaceFirst("^reference:", "");
        return Path.of(new URI(location)).toString();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("cannot tell where " + type.getName() + " was loaded from", e);
    }
    throw new IOException("cannot tell where " + type.getName() + " was loaded from");
  }
}
