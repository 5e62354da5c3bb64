package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells one set of bundle files from another without reading them: by name, size and time. */
public final class BundleStamp {
  private BundleStamp() {}

  /** The stamp of these bundles; another when one of them is another file. */
  public static String of(List<Path> bundles) throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path bundle : bundles) {
      stamp
          .append(bundle)
          .append(' ')
          .append(Files.size(bundle))
          .append(' ')
          .append(Files.getLastModifiedTime(bundle).to(TimeUnit.MILLISECONDS))
          .append('\n');
    }
    return stamp.toString();
  }
}
