package egov.kiosk.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.vafer.jdeb.Console;
import org.vafer.jdeb.DataProducer;
import org.vafer.jdeb.DebMaker;
import org.vafer.jdeb.producers.DataProducerArchive;

/**
 * Makes a {@code .deb} of a tar archive with jdeb: the same bytes for the same archive, control
 * files and date.
 */
public final class DebianPackage {
  private DebianPackage() {}

  /**
   * Makes it.
   *
   * @param archive a tar of what is installed, in order, of one date, owners and modes as installed
   * @param control the directory of {@code control}, {@code conffiles} and maintainer scripts
   * @param package_ where the package goes
   * @param date of everything in it
   * @param compression {@code xz} for releases, {@code gzip} when it must be quick
   */
  public static void write(
      Path archive, Path control, Path package_, Instant date, String compression)
      throws PackagingException {
    try {
      Files.createDirectories(package_.toAbsolutePath().getParent());
      DataProducer data = new DataProducerArchive(archive.toFile(), null, null, null);
      DebMaker maker = new DebMaker(new Quiet(), List.of(data), List.of());
      maker.setDeb(package_.toFile());
      maker.setControl(control.toFile());
      maker.setCompression(compression);
      maker.setTarLongFileMode("gnu");
      maker.setTarBigNumberMode("gnu");
      maker.setEncoding(StandardCharsets.UTF_8);
      maker.setOutputTimestampMs(date.toEpochMilli());
      maker.setSignPackage(false);
      maker.setChangesEnabled(false);
      maker.validate();
      maker.makeDeb();
    } catch (org.vafer.jdeb.PackagingException | IOException e) {
      throw new PackagingException("no package could be made of " + archive + ": " + e, e);
    }
  }

  private static final class Quiet implements Console {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {
      System.err.println("jdeb: " + message);
    }
  }
}
